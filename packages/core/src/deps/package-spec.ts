import type { Span } from '@btn/diagnostics'
import type { JsonObject } from '../types/index.ts'

interface Listed {
  /** The entry as it was written, templates and all: a lock file repeats it, and dbt's hash covers it. */
  readonly unrendered: JsonObject
  /** The project's name; lock files say it. */
  readonly name: string | undefined
  readonly span: Span | undefined
}

/** A package of the hub. */
export interface HubSpec extends Listed {
  readonly kind: 'hub'
  /** `dbt-labs/dbt_utils`. */
  readonly package: string
  readonly versions: readonly string[]
  readonly allowsPrerelease: boolean
}

/** A repository, by its address or (`private`) by a name that a provider makes an address of. */
export interface GitSpec extends Listed {
  readonly kind: 'git' | 'private'
  readonly address: string
  /** Of a `private` one: `github`, `gitlab`, `ado`, … */
  readonly provider: string | undefined
  readonly revision: string | undefined
  readonly subdirectory: string | undefined
  readonly warnsUnpinned: boolean
}

/** A folder. */
export interface LocalSpec extends Listed {
  readonly kind: 'local'
  readonly path: string
}

/** An archive at a URL. */
export interface TarballSpec extends Listed {
  readonly kind: 'tarball'
  readonly url: string
  readonly name: string
}

/** One entry of `packages:`. */
export type PackageSpec = HubSpec | GitSpec | LocalSpec | TarballSpec

/** What a project or package lists. */
export interface PackageList {
  /** The file that lists them, as sources name it: `packages.yml`; where there is none, the one that would. */
  readonly file: string
  readonly specs: readonly PackageSpec[]
  /** dbt's `sha1_hash` of the list. */
  readonly hash: string
}
