import type { PackageLock } from './package-files.ts'
import type { HubSpec, TarballSpec } from './package-spec.ts'
import { pinPackage, type PinOptions } from './pin-package.ts'
import type { PinnedHub, PinnedPackage } from './pinned-package.ts'
import { tarballKey } from './store-keys.ts'
import { WishList } from './wishes.ts'

interface LockedOptions extends PinOptions {
  /** The newest version of a package of the hub; undefined where it is not to be had. */
  readonly latestOf: (name: string) => Promise<string | undefined>
}

/** The packages of a lock: nothing is chosen, and of what they list in turn nothing is needed. */
export async function pinLocked(
  lock: PackageLock,
  options: LockedOptions,
): Promise<readonly PinnedPackage[]> {
  const wishes = new WishList()
  wishes.add(lock.specs.map((spec) => ({ who: lock.file, spec })))
  const pinned: PinnedPackage[] = []
  for (const wanted of wishes.values()) {
    const { first } = wanted
    if (first.kind === 'hub') pinned.push(await pinHub(first, options))
    else if (first.kind === 'tarball') pinned.push(await pinTarball(first, lock, options))
    else pinned.push(await pinPackage(wanted, options))
  }
  return pinned
}

async function pinHub(spec: HubSpec, options: LockedOptions): Promise<PinnedHub> {
  const latest = await options.latestOf(spec.package)
  const projectName = spec.name ?? (await nameInHub(spec, options))
  const version = spec.versions[0] ?? ''
  return { kind: 'hub', package: spec.package, version, latest, projectName, list: [] }
}

/** Locks of older dbt versions have no names. */
async function nameInHub(spec: HubSpec, { hub }: LockedOptions): Promise<string> {
  const versions = await hub.versions(spec.package)
  const last = spec.package.slice(spec.package.lastIndexOf('/') + 1)
  return versions.find((it) => it.version === spec.versions[0])?.name ?? last
}

async function pinTarball(
  spec: TarballSpec,
  lock: PackageLock,
  { store }: LockedOptions,
): Promise<PinnedPackage> {
  const stored = await store.archive({
    key: tarballKey(spec.url),
    name: spec.name,
    expected: lock.contents.get(spec.name),
    findUrl: async () => spec.url,
  })
  return { kind: 'tarball', spec, stored, projectName: spec.name, list: [] }
}
