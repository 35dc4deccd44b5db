import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { diagnostic, renderText } from '@btn/diagnostics'
import type { Call, ExitCode } from './commands/command.ts'
import { starterFiles } from './starter/index.ts'

/** Writes the starter project. Overwrites nothing: the first file that is there already stops it. */
export async function initProject({ argument, session }: Call): Promise<ExitCode> {
  const folder = resolve(session.workingDirectory, argument ?? '.')
  const shown = relative(session.workingDirectory, folder) || '.'
  const name = toName(basename(folder))
  const files = starterFiles(name)
  const paths = Object.keys(files)
  const taken = [...paths, 'dbt_project.yml'].find((path) => existsSync(join(folder, path)))
  if (taken !== undefined) {
    const mistake = diagnostic('folder-not-empty', { folder: shown, file: taken })
    session.terminal.err.write(`${renderText(mistake)}\n`)
    return 1
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  session.terminal.out.write(farewell(name, shown, paths.length))
  return 0
}

/** The folder's name as the name of a project: letters, digits and `_`, no digit first. */
function toName(folder: string): string {
  const name = folder.toLowerCase().replaceAll(/[^a-z0-9_]/g, '_')
  return /^\d/.test(name) || name === '' ? `_${name}` : name
}

function farewell(name: string, folder: string, count: number): string {
  const lines = [
    ...(folder === '.' ? [] : [`  cd ${folder}`]),
    '  btn build                         # load the seed, build the models, run the tests',
    '  btn show --select top_customers   # look at a result',
  ]
  return `${name} is ready: ${count} files.\n\n${lines.join('\n')}\n`
}
