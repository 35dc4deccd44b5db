/** What fetching packages asks of the world, beyond the files of a `Host`. Paths are absolute. */
export interface PackageWorld {
  /** The body of a GET, which is tried again where that may help. */
  fetch(url: string): Promise<Uint8Array>
  /** Unpacks a `.tar.gz` below a folder, which is made; nothing is written outside of it. */
  unpack(archive: Uint8Array, folder: string): Promise<void>
  /** Runs git and gives what it prints. */
  git(words: readonly string[], folder: string): Promise<string>
  copyFolder(from: string, to: string): void
  /** Makes `path` a link to a folder; a copy where there can be no links. */
  linkFolder(folder: string, path: string): void
  moveFolder(from: string, to: string): void
  makeFolder(path: string): void
  /** A new, empty folder for what is not kept. */
  makeTemporaryFolder(): string
  /** False for processes that have ended. */
  isRunning(processId: number): boolean
  readonly processId: number
}

export type WorldFault =
  | { readonly kind: 'network'; readonly message: string }
  | { readonly kind: 'status'; readonly status: number; readonly message: string }
  | { readonly kind: 'git-missing'; readonly message: string }
  | { readonly kind: 'git'; readonly message: string }
  | { readonly kind: 'archive-broken'; readonly message: string }
  /** An entry that points outside; `message` names it. */
  | { readonly kind: 'archive-unsafe'; readonly message: string }

/** The world refused, for a reason that a user can understand. */
export class WorldError extends Error {
  readonly fault: WorldFault

  constructor(fault: WorldFault, options?: ErrorOptions) {
    super(fault.message, options)
    this.name = 'WorldError'
    this.fault = fault
  }
}
