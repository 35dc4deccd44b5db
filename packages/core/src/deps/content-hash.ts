import { createHash } from 'node:crypto'
import type { Host } from '../host.ts'

/**
 * What a folder holds, as one number: sha256 over the names of its files and what is in them. Unlike an archive's own it does not
 * depend on how the archive was packed, so it tells whether an installed folder is still what was fetched.
 */
export function hashFolder(host: Host, folder: string): string {
  const hash = createHash('sha256')
  for (const { path } of host.listFiles(folder)) {
    if (path.startsWith('.git/')) continue
    const content = host.readBytes(`${folder}/${path}`) ?? new Uint8Array()
    hash.update(`${createHash('sha256').update(content).digest('hex')}  ${path}\n`)
  }
  return hash.digest('hex')
}
