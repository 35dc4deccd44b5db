import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { diagnostic, renderText, type Diagnostic } from '@btn/diagnostics'
import type { Call, ExitCode } from './commands/command.ts'
import { starterFiles } from './starter/index.ts'

/** Writes the starter project. Overwrites nothing: the first file that is there already stops it. */
export async function initProject(call: Call): Promise<ExitCode> {
  const { argument, options, session } = call
  const given = resolve(session.workingDirectory, options.projectDir ?? '.')
  if (argument === undefined && existsSync(join(given, 'dbt_project.yml'))) {
    return (await import('./init-profile.ts')).initProfile(call)
  }
  const profile = findProfile(call)
  if (profile.problem) {
    session.terminal.err.write(`${renderText(profile.problem)}\n`)
    return 2
  }
  const named = argument ?? (await askName(call))
  const folder = resolve(session.workingDirectory, named ?? '.')
  const shown = relative(session.workingDirectory, folder) || '.'
  const name = toName(basename(folder))
  const files = starterFiles(name, options.profile)
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

/** In a terminal, whoever gave no name is asked; nothing means this folder. */
async function askName({ session }: Call): Promise<string | undefined> {
  const reply = await session.terminal.ask(
    'Name of the project, and of its folder (nothing: this folder): ',
  )
  return reply?.trim() || undefined
}

/** `--profile` takes a profile that is there instead of a database of the project's own. */
function findProfile({ options, session }: Call): { readonly problem?: Diagnostic } {
  const { profile: name, profilesDir } = options
  if (name === undefined) return {}
  const { workingDirectory, environment } = session
  const chosen = profilesDir ?? environment['DBT_PROFILES_DIR']
  const folders = chosen
    ? [resolve(workingDirectory, chosen)]
    : [workingDirectory, join(homedir(), '.dbt')]
  const path = folders.map((it) => join(it, 'profiles.yml')).find((it) => existsSync(it))
  const text = path === undefined ? '' : readFileSync(path, 'utf8')
  // A look at the first column is enough: profiles are the keys of the file.
  const isThere = text
    .split('\n')
    .some((line) => /^(["']?)([^"'#\s].*?)\1\s*:/.exec(line)?.[2] === name)
  if (isThere) return {}
  const shown = path ?? join(folders.at(-1) ?? '.', 'profiles.yml')
  return { problem: diagnostic('init-profile-missing', { name, path: shown }) }
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
