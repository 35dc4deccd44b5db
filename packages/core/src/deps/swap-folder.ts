import { posix } from 'node:path'
import type { Host } from '../host.ts'
import type { PackageWorld } from './package-world.ts'

/** Where the old folder is for the moment between two renames. */
export function setAside(folder: string): string {
  return posix.join(posix.dirname(folder), `.${posix.basename(folder)}.old`)
}

/**
 * Fills a new folder beside `folder`, and only when that is complete puts it in its place. Whoever is killed on the way leaves the old
 * folder as it was; between the two renames it stands beside, where it is found again.
 */
export async function replaceFolder(
  { host, world }: { readonly host: Host; readonly world: PackageWorld },
  folder: string,
  fill: (folder: string) => Promise<void>,
): Promise<void> {
  recoverFolder({ host, world }, folder)
  const prefix = `.${posix.basename(folder)}.new-`
  const parent = posix.dirname(folder)
  for (const name of host.listFolders(parent)) {
    const isLeft = name.startsWith(prefix) && !world.isRunning(Number(name.slice(prefix.length)))
    if (isLeft) host.remove(posix.join(parent, name))
  }
  const fresh = posix.join(parent, `${prefix}${world.processId}`)
  host.remove(fresh)
  world.makeFolder(fresh)
  try {
    await fill(fresh)
  } catch (error) {
    host.remove(fresh)
    throw error
  }
  const old = setAside(folder)
  const isReplacing = host.findStat(folder) !== undefined
  if (isReplacing) world.moveFolder(folder, old)
  world.moveFolder(fresh, folder)
  if (isReplacing) host.remove(old)
}

/** Puts a folder back that a kill left beside its place. */
export function recoverFolder(
  { host, world }: { readonly host: Host; readonly world: PackageWorld },
  folder: string,
): void {
  const old = setAside(folder)
  if (!host.findStat(old)) return
  if (host.findStat(folder)) host.remove(old)
  else world.moveFolder(old, folder)
}
