import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { randomUUID } from 'node:crypto'
import { hasErrors } from '@btn/diagnostics'
import type { Call, ExitCode } from '../commands/command.ts'
import { createScrub } from '../project.ts'
import { createOutput } from '../terminal/create-output.ts'
import { diagnosticEntries } from '../terminal/diagnostic-entry.ts'
import { line } from '../terminal/entry.ts'
import { stopEntries } from '../terminal/stop-entries.ts'
import type { DocsValues } from './docs.ts'
import { publishSite, shortest } from './publish-site.ts'
import { createRedact } from './redact.ts'

/** `btn docs site`: the site of whatever lies in a folder. No project is looked for, and no artifact is written. */
export async function makeSite(call: Call<DocsValues>): Promise<ExitCode> {
  const { options, operand, session } = call
  const { workingDirectory, environment } = session
  const output = createOutput(options, { session, invocationId: randomUUID(), printsData: false })
  const targetFolder = resolve(workingDirectory, operand ?? defaultFolder(call))
  const root = basename(targetFolder) === 'target' ? dirname(targetFolder) : targetFolder
  const { page, diagnostics } = await publishSite({
    targetFolder,
    wanted: options.output,
    workingDirectory,
    isSingle: options.static ?? false,
    redact: createRedact({ scrub: createScrub(environment), root }),
  })
  const isStopped = hasErrors(diagnostics)
  output.tell(...(isStopped ? stopEntries(diagnostics) : diagnosticEntries(diagnostics)))
  if (page === undefined) return 2
  const shown = shortest(page, workingDirectory)
  output.tell(line('DocsSiteWritten', 'W010', `Site written to ${shown}`, { path: shown }))
  return 0
}

/** `target` of the project in or around the working directory, or the folder itself where it has a manifest. */
function defaultFolder({ options, session }: Call<DocsValues>): string {
  const folder = options.projectDir ?? '.'
  const isTarget = existsSync(join(resolve(session.workingDirectory, folder), 'manifest.json'))
  return isTarget ? folder : (options.targetPath ?? join(folder, 'target'))
}
