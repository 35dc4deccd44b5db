/** What a file is known by without reading it. */
export interface FileStat {
  readonly size: number
  /** Nanoseconds since 1970, of the last change of content. */
  readonly modifiedNs: bigint
  readonly isDirectory: boolean
}

/** Everything that core asks of the outside world, apart from the database. Paths are absolute. */
export interface Host {
  /** Undefined when there is no such file. Throws for anything else that goes wrong. */
  readBytes(path: string): Uint8Array | undefined
  /** Replaces the file in one step (written beside, then renamed), making folders as needed. */
  writeText(path: string, text: string): void
  /** Adds to the end of the file, making it as needed. */
  appendText(path: string, text: string): void
  /** Removes a file or a folder with all that is in it; nothing happens where there is none. */
  remove(path: string): void
  findStat(path: string): FileStat | undefined
  /** Files below `folder` (not following links out of it), relative to it with `/`, sorted; empty where there is none. */
  listFiles(folder: string): readonly string[]
  now(): Date
  /** A random UUID. */
  newId(): string
  readonly environment: Readonly<Record<string, string | undefined>>
}
