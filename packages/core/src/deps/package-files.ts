import type { Outcome } from '@btn/diagnostics'
import type { JsonObject } from '../types/index.ts'
import type { PackageList, PackageSpec } from './package-spec.ts'
import type { PackageProject } from './pinned-package.ts'

/** `package-lock.yml`. */
export interface PackageLock extends PackageList {
  /** dbt's `sha1_hash`: of the list that the lock was made for. */
  readonly madeFor: string | undefined
  /** sha256 of contents, by the project's name. */
  readonly contents: ReadonlyMap<string, string>
}

/** The files that say which packages a project has, read when asked for. */
export interface PackageFiles {
  /** What the project lists. */
  own(): Outcome<PackageList>
  lock(): Outcome<PackageLock | undefined>
  /** Read them again from now on: they have been changed. */
  forget(): void
  /** The project in a folder (absolute); undefined when there is none. */
  projectIn(folder: string): Outcome<PackageProject | undefined>
  /** Entries that somebody else made, such as the hub; `from` says who. */
  entriesOf(entries: readonly JsonObject[], from: string): Outcome<readonly PackageSpec[]>
}
