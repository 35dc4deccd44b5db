import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** The user's Python: what `BTN_PYTHON` names, else that of the virtual environment, else the first on the path. */
export function findPython(environment: Environment): string | undefined {
  const named = environment['BTN_PYTHON']
  if (named) return named
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean)
  const virtual = environment['VIRTUAL_ENV']
  if (virtual) folders.unshift(join(virtual, 'bin'), join(virtual, 'Scripts'))
  for (const name of ['python3', 'python', 'python3.exe', 'python.exe']) {
    const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
    if (found !== undefined) return found
  }
  return undefined
}
