import { posix } from 'node:path'
import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import type { Host } from '../host.ts'
import { hashFolder } from './content-hash.ts'
import type { DepsEvent } from './deps-event.ts'
import type { PackageStore } from './package-store.ts'
import type { PackageWorld } from './package-world.ts'
import { nameOfPinned, type PinnedHub, type PinnedPackage } from './pinned-package.ts'
import { replaceFolder } from './swap-folder.ts'

export interface InstallOptions {
  readonly host: Host
  readonly world: PackageWorld
  readonly store: PackageStore
  /** Absolute. */
  readonly packagesPath: string
  /** Gives the files of a package of the hub. */
  readonly fetchHub: (pinned: PinnedHub) => Promise<{ readonly folder: string }>
  readonly tell: (event: DepsEvent) => void
}

/** Puts packages into the folder of packages, all of them or none. */
export async function installPackages(
  pinned: readonly PinnedPackage[],
  options: InstallOptions,
): Promise<void> {
  await replaceFolder(options, options.packagesPath, async (folder) => {
    for (const it of pinned) await installOne(it, folder, options)
  })
}

async function installOne(
  pinned: PinnedPackage,
  folder: string,
  options: InstallOptions,
): Promise<void> {
  const { tell, world, packagesPath } = options
  tell({ kind: 'install-started', name: nameOfPinned(pinned) })
  const { projectName } = pinned
  if (!/^[^/\\]+$/.test(projectName) || projectName === '.' || projectName === '..') {
    const params = { name: projectName, folder: posix.basename(packagesPath) }
    throw new DiagnosticError(diagnostic('package-folder-outside', params))
  }
  const path = posix.join(folder, projectName)
  if (pinned.kind === 'local') world.linkFolder(pinned.folder, path)
  else world.copyFolder(await sourceOf(pinned, options), path)
  const subdirectory =
    'spec' in pinned && 'subdirectory' in pinned.spec ? pinned.spec.subdirectory : undefined
  tell({ kind: 'installed', from: versionName(pinned), subdirectory })
  if (pinned.kind !== 'hub' || pinned.latest === undefined) return
  tell({ kind: 'compared', latest: pinned.latest === pinned.version ? undefined : pinned.latest })
}

async function sourceOf(
  pinned: Exclude<PinnedPackage, { kind: 'local' }>,
  { fetchHub }: InstallOptions,
): Promise<string> {
  return pinned.kind === 'hub' ? (await fetchHub(pinned)).folder : pinned.stored.folder
}

/** As dbt names a version in its log. */
function versionName(pinned: PinnedPackage): string {
  if (pinned.kind === 'hub') return `version ${pinned.version}`
  if (pinned.kind === 'local') return `<local @ ${pinned.spec.path}>`
  if (pinned.kind === 'tarball') return `tarball (url: ${pinned.spec.url})`
  return `revision ${pinned.commit}`
}

/** A package as it lies in the folder of packages already; undefined when it is missing or not what is expected. */
export function findInstalled(
  host: Host,
  packagesPath: string,
  { name, expected }: { readonly name: string; readonly expected: string | undefined },
): { readonly folder: string; readonly hash: string } | undefined {
  const folder = posix.join(packagesPath, name)
  if (!host.findStat(posix.join(folder, 'dbt_project.yml'))) return undefined
  const hash = hashFolder(host, folder)
  return expected === undefined || expected === hash ? { folder, hash } : undefined
}
