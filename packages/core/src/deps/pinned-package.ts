import type { GitSpec, LocalSpec, PackageList, PackageSpec, TarballSpec } from './package-spec.ts'
import type { StoredPackage } from './package-store.ts'

/** A package of which everything is decided, with its files where they have been fetched. */
export type PinnedPackage = PinnedHub | PinnedGit | PinnedLocal | PinnedTarball

interface Pinned {
  /** The project's name, and so that of its folder. */
  readonly projectName: string
  /** What it lists in turn. */
  readonly list: readonly PackageSpec[]
}

export interface PinnedHub extends Pinned {
  readonly kind: 'hub'
  readonly package: string
  readonly version: string
  /** Undefined when the hub was not asked. */
  readonly latest: string | undefined
}

export interface PinnedGit extends Pinned {
  readonly kind: 'git' | 'private'
  readonly spec: GitSpec
  readonly commit: string
  readonly stored: StoredPackage
}

export interface PinnedLocal extends Pinned {
  readonly kind: 'local'
  readonly spec: LocalSpec
  /** Absolute. */
  readonly folder: string
}

export interface PinnedTarball extends Pinned {
  readonly kind: 'tarball'
  readonly spec: TarballSpec
  readonly stored: StoredPackage
}

/** A package's project: its name, and what it lists. */
export interface PackageProject {
  readonly name: string
  readonly list: PackageList
}

/** What dbt calls the package while it is installed. */
export function nameOfPinned(pinned: PinnedPackage): string {
  if (pinned.kind === 'hub') return pinned.package
  if (pinned.kind === 'local') return pinned.spec.path
  if (pinned.kind === 'tarball') return pinned.spec.name
  const { address, subdirectory } = pinned.spec
  return subdirectory === undefined ? address : `${address}/${subdirectory}`
}

/** Who wants what it lists, for messages. */
export function labelOfPinned(pinned: PinnedPackage): string {
  if (pinned.kind === 'hub') return `${pinned.package} ${pinned.version}`
  if (pinned.kind === 'git' || pinned.kind === 'private') {
    return `${nameOfPinned(pinned)} at ${pinned.commit.slice(0, 7)}`
  }
  return nameOfPinned(pinned)
}
