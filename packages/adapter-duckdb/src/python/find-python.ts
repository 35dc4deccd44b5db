import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

const NAMES = ['python3', 'python', 'python3.exe', 'python.exe']

/**
 * The Pythons that a user may mean, best first: what `BTN_PYTHON` names and no other; else that of the virtual environment,
 * those on the path, and the one that an installed dbt runs in.
 */
export function findPythons(environment: Environment): readonly string[] {
  const named = environment['BTN_PYTHON']
  if (named) return [named]
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean)
  const virtual = environment['VIRTUAL_ENV']
  if (virtual) folders.unshift(join(virtual, 'bin'), join(virtual, 'Scripts'))
  const ofDbt = folders.map((folder) => interpreterOf(join(folder, 'dbt')))
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  const all = [...found, ...ofDbt].flatMap((path) => path ?? [])
  return [...new Set(all)].filter((path) => existsSync(path))
}

/** From the first line of a script: `#!/home/me/.venv/bin/python`. */
function interpreterOf(script: string): string | undefined {
  if (!existsSync(script)) return undefined
  return /^#!\s*(\S*python\S*)/.exec(readFileSync(script, 'latin1').slice(0, 500))?.[1]
}
