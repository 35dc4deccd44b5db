import { createHash } from 'node:crypto'

// Names come from files that others wrote: none may lead out of the store.

export function hubKey(name: string, version: string): string {
  return `hub/${encodeURIComponent(name)}@${encodeURIComponent(version)}`
}

export function tarballKey(url: string): string {
  return `tarball/${createHash('sha256').update(url).digest('hex').slice(0, 32)}`
}
