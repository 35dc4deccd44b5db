import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgsStringToArgv } from 'string-argv'
import type { Scratch } from './scratch.ts'
import { readArtifact, readCatalog, readFreshness, readResults } from './read-artifacts.ts'
import type { RecordedStep } from './recording.ts'

/** dbt or btn, as a program to be started. */
export interface Tool {
  /** `dbt-core 1.12.6`. */
  readonly name: string
  readonly command: readonly string[]
}

export interface ToolRun {
  readonly tool: Tool
  readonly scratch: Scratch
  readonly projectRoot: string
  /** Added to every step: `--target prod`, `--vars …`. */
  readonly options: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
}

export interface Ended {
  readonly exitCode: number
  readonly output: string
}

/** Runs one command in the project's folder, with what it writes going to the scratch folder. */
export async function runStep(run: ToolRun, line: string, number: number): Promise<RecordedStep> {
  const { targetFolder } = run.scratch
  const before = fresh.map((name) => timeOf(join(targetFolder, name)))
  const previous = keptFolder(run.scratch, number - 1)
  const words = parseArgsStringToArgv(line).map((word) => word.replaceAll('{previous}', previous))
  const lists = words[0] === 'ls' || words[0] === 'list'
  const startedAt = new Date()
  const started = performance.now()
  const ended = await start(run, lists ? [...words, '--quiet'] : words)
  const seconds = (performance.now() - started) / 1000
  const [results, catalog, freshness] = fresh.map((name, at) => {
    const isNew = timeOf(join(targetFolder, name)) !== before[at]
    return isNew ? readArtifact(targetFolder, name) : undefined
  })
  const step: RecordedStep = {
    line,
    exitCode: ended.exitCode,
    seconds,
    results: readResults(results, startedAt),
    ...(lists && { listed: toLines(ended.output) }),
    ...(catalog && { catalog: readCatalog(catalog) }),
    ...(freshness && { freshness: readFreshness(freshness) }),
  }
  keep(run.scratch, number)
  return step
}

/** What tells of one step; it stays, for the next ones may read it, as `retry` does. */
const fresh = ['run_results.json', 'catalog.json', 'sources.json']

function timeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs
}

/** Where the artifacts of a step stay, for `--state {previous}` in the next. */
function keptFolder({ folder }: Scratch, number: number): string {
  return join(folder, `step-${number}`)
}

function keep(scratch: Scratch, number: number): void {
  const folder = keptFolder(scratch, number)
  mkdirSync(folder, { recursive: true })
  for (const name of [...fresh, 'manifest.json']) {
    const path = join(scratch.targetFolder, name)
    if (existsSync(path)) copyFileSync(path, join(folder, name))
  }
}

function start(run: ToolRun, words: readonly string[]): Promise<Ended> {
  const { scratch, projectRoot, options, environment } = run
  const places = [
    ...['--project-dir', projectRoot, '--profiles-dir', scratch.profilesFolder],
    ...['--target-path', scratch.targetFolder, '--log-path', scratch.logFolder],
  ]
  const [program = '', ...first] = run.tool.command
  return launch(program, [...first, ...words, ...options, ...places], {
    cwd: projectRoot,
    env: { ...environment, ...quietly },
  })
}

/** Colours would come between the names that `ls` prints; nobody is told of what is compared here. */
const quietly = { DBT_SEND_ANONYMOUS_USAGE_STATS: 'False', DBT_USE_COLORS: 'False', NO_COLOR: '1' }

/** Starts a program and waits; rejects when there is no such program. */
export function launch(
  program: string,
  words: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({ exitCode: code ?? 2, output: Buffer.concat(chunks).toString('utf8') }),
    )
  })
}

function toLines(output: string): readonly string[] {
  const lines = output.split('\n').map((it) => it.trim())
  return lines.filter((it) => it !== '').sort()
}
