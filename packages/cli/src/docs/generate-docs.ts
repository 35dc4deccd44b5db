import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Call, ExitCode } from '../commands/command.ts'
import { compile, withProject, type Opened } from '../open-project.ts'
import { createScrub, type Compiled } from '../project.ts'
import { line } from '../terminal/entry.ts'
import type { DocsValues } from './docs.ts'
import { generateCatalog } from './generate-catalog.ts'
import { writeHistory } from './history/write-history.ts'
import { publishSite, shortest, writeSignpost } from './publish-site.ts'
import { createRedact } from './redact.ts'

/** `btn docs generate`: the artifacts that say what there is, and the site that shows it. */
export function generateDocs(call: Call<DocsValues>): Promise<ExitCode> {
  return withProject(call, { which: 'generate' }, async (opened) => {
    const { rememberRuns } = await import('./write-site.ts')
    // Compiling writes results of its own over those of the last run.
    const remembered = rememberRuns(opened.project.targetPath)
    const compiled = compile(opened)
    if (!compiled) return 2
    const catalog = await generateCatalog(call, opened, compiled)
    if (!catalog.isWritten) return catalog.code
    await writeOwnArtifacts(opened, compiled)
    await writeHistory(opened, compiled, remembered, !call.options.emptyCatalog)
    const code = await writeSite(call, opened)
    return code === 0 ? catalog.code : code
  })
}

/** What btn knows besides dbt's artifacts. That lineage cannot be found out takes nothing from the site but lineage. */
async function writeOwnArtifacts(opened: Opened, compiled: Compiled): Promise<void> {
  opened.report.writeBtn(compiled.linked.manifest)
  try {
    const { learnLineage } = await import('../check-project.ts')
    // What templates see is what they will see when the project is built.
    await learnLineage({ ...opened, which: 'build' }, compiled)
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    const text = `The site is without the lineage of columns, which could not be found out: ${problem}`
    opened.output.tell({ ...line('DocsLineageMissing', 'W016', text), level: 'warn' })
  }
}

async function writeSite(
  { options, session }: Call<DocsValues>,
  opened: Opened,
): Promise<ExitCode> {
  const { project, output } = opened
  const { targetPath, root, environment, cliVars } = project
  if (options.compile === false && !existsSync(join(targetPath, 'manifest.json'))) {
    const text = 'No site was written: without a manifest there is nothing to show'
    output.tell(line('DocsSiteSkipped', 'W011', text))
    return 0
  }
  const { workingDirectory } = session
  const { page, diagnostics } = await publishSite({
    targetFolder: targetPath,
    wanted: options.output,
    workingDirectory,
    isSingle: options.static ?? false,
    redact: createRedact({ scrub: createScrub(environment, cliVars), root }),
  })
  const isStopped = opened.tell(diagnostics)
  if (isStopped || page === undefined) return 2
  const isUsual = options.output === undefined && !options.static
  if (isUsual) writeSignpost(targetPath, (path) => readFileSync(path, 'utf8'))
  const shown = shortest(page, root)
  output.tell(line('DocsSiteWritten', 'W010', `Site written to ${shown}`, { path: shown }))
  return 0
}
