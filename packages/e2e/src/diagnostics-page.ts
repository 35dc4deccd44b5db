import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { listFiles } from './expected-files.ts'
import { fixtures } from './golden.ts'

export interface CodeInfo {
  readonly code: string
  readonly severity: string
  /** `NoNodesSelected (Q038)`, where dbt has the same happening. */
  readonly dbt: string | undefined
}

const LONGEST_FILE = 1200

/** The page that lists every mistake that btn knows: the files that cause it, and what btn prints. */
export function diagnosticsPage(
  codes: readonly CodeInfo[],
  isWithout: (code: string) => boolean,
): string {
  const parts = codes.map((info) => section(info, isWithout(info.code)))
  const list = codes.map(({ code }) => `[${code}](#${code})`).join(' · ')
  return `${['# Every mistake that btn knows', intro, list, ...parts].join('\n\n')}\n`
}

const intro = `Made from the fixtures in \`packages/e2e/fixtures/diagnostics\`, where each code has a small project that causes it. A warning
can be raised to an error or silenced by its code, or by the name of dbt's event:
\`btn build --warn-error-options '{error: [nothing-to-do], silence: [yaml-duplicate-key]}'\`, or \`flags: {warn_error_options: …}\` in the
project. An error cannot be silenced.`

function section({ code, severity, dbt }: CodeInfo, isWithoutFixture: boolean): string {
  const kind = dbt === undefined ? severity : `${severity}, in dbt ${dbt}`
  const head = `## ${code}\n\n${kind}`
  if (isWithoutFixture)
    return `${head}; it has no example, because it takes a race to make it happen.`
  const folder = join(fixtures, 'diagnostics', code)
  if (!existsSync(folder)) return `${head}; its example is missing.`
  const files = listFiles(folder).filter((file) => file !== 'session.txt')
  const shown = files.map((file) => block(file, readFileSync(join(folder, file))))
  const session = readFileSync(join(folder, 'session.txt'), 'utf8').trimEnd()
  return [head, ...shown, fence('text', session)].join('\n\n')
}

/** The settings that most fixtures share say nothing. */
const usualProject =
  /^name: shop\noutputs:\n {2}dev: \{type: duckdb, path: target\/shop\.duckdb, threads: 1\}\n$/

function block(file: string, bytes: Buffer): string {
  const text = bytes.toString('utf8').replaceAll('\uFFFD', '\\xE9').replaceAll('\0', '\\0')
  if (usualProject.test(text)) return ''
  const cut = text.length > LONGEST_FILE ? `${text.slice(0, LONGEST_FILE)}…` : text.trimEnd()
  return `\`${file}\`\n\n${fence(extname(file).slice(1) || 'text', cut)}`
}

function fence(language: string, text: string): string {
  return `~~~${language}\n${text}\n~~~`
}
