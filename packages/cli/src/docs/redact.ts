import { realpathSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { escapePattern } from '@btn/core'

/** Takes what is not everybody's out of a text that leaves this machine. */
export type Redact = (text: string) => string

export interface RedactOptions {
  /** Secrets of the environment. */
  readonly scrub: (text: string) => string
  /** The project's folder, which paths are then relative to. */
  readonly root: string
}

/** Paths below the project become relative, home and temporary folders get other names; secrets are replaced. */
export function createRedact({ scrub, root }: RedactOptions): Redact {
  const places = [
    ...formsOf(root).map((it) => ({ it, name: '.' })),
    ...formsOf(tmpdir()).map((it) => ({ it, name: '<tmp>' })),
    ...formsOf(homedir()).map((it) => ({ it, name: '~' })),
  ]
  const patterns = places
    // A folder that is as short as `/` is in every path.
    .filter(({ it }) => it.length > 3)
    .map(({ it, name }) => ({
      pattern: new RegExp(`${escapePattern(it)}(?![\\w.-])`, 'g'),
      it,
      name,
    }))
  return (text) =>
    patterns.reduce(
      (left, { pattern, it, name }) => (left.includes(it) ? left.replace(pattern, name) : left),
      scrub(text),
    )
}

/** As it is and as it stands inside a JSON string; also without links on the way. */
function formsOf(path: string): readonly string[] {
  const forms = [path, real(path)].flatMap((it) => [it, JSON.stringify(it).slice(1, -1)])
  return [...new Set(forms)]
}

function real(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    // What is not there has no other name.
    return path
  }
}
