import { existsSync, writeFileSync } from 'node:fs'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import type { SiteOutcome } from './write-site.ts'

/** This file runs bundled, as CommonJS, beside what runs in the browser. */
declare const __dirname: string

export interface SitePlan {
  readonly targetFolder: string
  /** As the user wrote it; relative to the working directory. */
  readonly wanted: string | undefined
  readonly workingDirectory: string
  readonly isSingle: boolean
  readonly redact: (text: string) => string
}

export interface Published {
  /** Absolute path of the page to open; undefined where no site was written. */
  readonly page: string | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** Makes the site from the artifacts of a target folder. */
export async function publishSite(plan: SitePlan): Promise<Published> {
  const { targetFolder, isSingle, redact } = plan
  const output = outputOf(plan)
  const { writeSite } = await import('./write-site.ts')
  const request = { targetFolder, output, isSingle, appFolder: __dirname, redact }
  return toPublished(writeSite(request), plan)
}

function outputOf({ targetFolder, wanted, workingDirectory, isSingle }: SitePlan): string {
  const folder = wanted === undefined ? targetFolder : resolve(workingDirectory, wanted)
  if (isSingle) return join(folder, 'static_index.html')
  return wanted === undefined ? join(folder, 'docs') : folder
}

function toPublished(outcome: SiteOutcome, plan: SitePlan): Published {
  const shown = (path: string): string => shortest(path, plan.workingDirectory)
  if (outcome.kind === 'taken') {
    const told = diagnostic('docs-folder-taken', { folder: shown(outcome.path) })
    return { page: undefined, diagnostics: [told] }
  }
  if (outcome.kind === 'no-manifest') {
    const folder = shown(plan.targetFolder)
    const told = diagnostic('docs-no-manifest', { folder, problem: outcome.problem })
    return { page: undefined, diagnostics: [told] }
  }
  const diagnostics = outcome.problems.map(({ file }) =>
    diagnostic('docs-artifact-unreadable', { file: shown(join(plan.targetFolder, file)) }),
  )
  return { page: outcome.page, diagnostics }
}

export function shortest(path: string, workingDirectory: string): string {
  const inside = relative(workingDirectory, path)
  return inside.startsWith('..') || isAbsolute(inside) ? path : inside || '.'
}

const MARK = '<!-- written by btn docs generate -->'

/**
 * `target/index.html`, where dbt has its site: leads to `target/docs/`, together with the address inside of the site. A page that somebody else
 * has put there stays.
 */
export function writeSignpost(targetFolder: string, readText: (path: string) => string): void {
  const path = join(targetFolder, 'index.html')
  if (existsSync(path) && !isReplaceable(readText(path))) return
  writeFileSync(path, signpost)
  writeFileSync(join(targetFolder, 'docs', 'from-target.js'), script)
}

function isReplaceable(text: string): boolean {
  return text.includes(MARK) || /<title>dbt Docs<\/title>/i.test(text)
}

const script = `location.replace('docs/index.html' + location.search + location.hash)\n`

const signpost = `<!doctype html>
${MARK}
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
<title>docs</title>
</head>
<body>
<p><a href="docs/index.html">The site is in docs/</a></p>
<script src="docs/from-target.js"></script>
</body>
</html>
`
