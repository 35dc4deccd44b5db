/** What a file is known by without reading it. */
export interface FileStat {
  readonly size: number
  /** Milliseconds since 1970 of the last change of content, with a fraction: fine enough to see every change. */
  readonly modifiedMs: number
  readonly isDirectory: boolean
}

/** One file below a folder that was listed. */
export interface ListedFile {
  /** Relative to the folder that was listed, with `/`. */
  readonly path: string
  readonly size: number
  readonly modifiedMs: number
}

export type Piece = string | Uint8Array

/** Everything that core asks of the outside world, apart from the database. Paths are absolute. */
export interface Host {
  /** Undefined when there is no such file. Throws for anything else that goes wrong (a `HostError` where a user can mend it). */
  readBytes(path: string): Uint8Array | undefined
  /** Replaces the file in one step (written beside, then renamed), making folders as needed. */
  writeText(path: string, text: string): void
  /**
   * As `writeText`, for many megabytes: the pieces go one after another, and are never in memory as a whole. Bytes are UTF-8, as text will be.
   */
  writePieces(path: string, pieces: Iterable<Piece>): void
  /**
   * Makes the file hold the text, in place, and leaves it alone where it already does: many times faster than `writeText`
   * where thousands of files are written again and again. A crash may leave it half-written.
   */
  updateText(path: string, text: string): void
  /** Adds to the end of the file, making it as needed. */
  appendText(path: string, text: string): void
  /** Makes a folder with those that it lies in; nothing happens where it is. */
  makeFolder(path: string): void
  /** Gives a file another name, in one step; what has that name is replaced. Folders are made as needed. */
  move(from: string, to: string): void
  /** SHA-256 of a file, in hex; undefined when there is no such file. */
  checksum(path: string): string | undefined
  /** Removes a file or a folder with all that is in it; nothing happens where there is none. */
  remove(path: string): void
  /** Undefined when there is nothing (or a link to nothing). */
  findStat(path: string): FileStat | undefined
  /**
   * Files below `folder`, hidden ones too: links to files are followed, links to folders are not (so no loop is walked).
   * Sorted by code units, the files of a folder before what lies in its folders.
   * Empty where there is none.
   */
  listFiles(folder: string): readonly ListedFile[]
  /** Names of the folders directly in `folder` (links to folders count), sorted; empty where there is none. */
  listFolders(folder: string): readonly string[]
  now(): Date
  /** A random UUID. */
  newId(): string
  /** Absolute path of the user's home. */
  readonly home: string
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** The outside world refused: no permission, no space left, a folder where a file was expected. */
export class HostError extends Error {
  readonly path: string
  /** The system's word: `EACCES`, `ENOSPC`, `EISDIR`. */
  readonly reason: string

  constructor(path: string, reason: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'HostError'
    this.path = path
    this.reason = reason
  }
}
