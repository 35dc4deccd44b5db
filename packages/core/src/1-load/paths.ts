import { posix } from 'node:path'

/** Paths have `/` everywhere: hosts of another kind translate at their edge. */
export function joinPath(...parts: readonly string[]): string {
  return posix.join(...parts)
}

/** `path` as it is when absolute, else below `base`. */
export function resolvePath(base: string, path: string): string {
  return posix.resolve(base, path)
}

export function isAbsolutePath(path: string): boolean {
  return posix.isAbsolute(path)
}

export function parentOf(path: string): string {
  return posix.dirname(path)
}

/** `path` as seen from `base`, for people and for names of sources. */
export function relativePath(base: string, path: string): string {
  return posix.relative(base, path) || '.'
}
