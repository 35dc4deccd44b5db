import { randomUUID } from 'node:crypto'
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const PREFIX = 'btn-load-'
const BLOCK = 1024 * 1024
const DAY_MS = 24 * 60 * 60 * 1000

/** A folder for what a load makes of its files. It is there from the first file on; nobody else may look into it. */
export class Spool {
  readonly folder = join(tmpdir(), `${PREFIX}${process.pid}-${randomUUID()}`)
  #files = 0

  /** A path for a new file. */
  newPath(extension: string): string {
    return join(this.folder, `${++this.#files}${extension}`)
  }

  async close(): Promise<void> {
    try {
      await rm(this.folder, { recursive: true, force: true })
    } catch (error) {
      // Where the folder above is none, nothing was ever written.
      if (codeOf(error) !== 'ENOTDIR') throw error
    }
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

/**
 * Removes what loads left behind that were killed. Processes of other machines and containers may share the folder, and nobody here
 * knows whether they live: what is younger than a day stays.
 */
export async function removeDeadSpools(folder = tmpdir(), now = Date.now()): Promise<void> {
  // Where there is no such folder yet, nothing was left in it.
  const all = await readdir(folder).catch(() => [])
  const names = all.filter((name) => name.startsWith(PREFIX))
  for (const name of names) {
    const path = join(folder, name)
    const pid = Number.parseInt(name.slice(PREFIX.length), 10)
    const info = await stat(path).catch(() => undefined)
    const isOld = info !== undefined && now - info.mtimeMs > DAY_MS
    if (isOld && !isAlive(pid)) await rm(path, { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // A process of somebody else cannot be signalled, but lives.
    return codeOf(error) === 'EPERM'
  }
}

/** A copy cannot be written: it is not the fault of the file that is copied. */
export class SpoolError extends Error {
  readonly folder: string

  constructor(folder: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.name = 'SpoolError'
    this.folder = folder
  }
}

/** Writes a file from its beginning to its end, in large blocks. */
export class BlockWriter {
  readonly path: string
  readonly #block = Buffer.alloc(BLOCK)
  #length = 0
  #file: number | undefined

  constructor(path: string) {
    this.path = path
  }

  write(bytes: Uint8Array): void {
    if (this.#length + bytes.length > BLOCK) this.#flush()
    if (bytes.length > BLOCK) return this.#put(bytes)
    this.#block.set(bytes, this.#length)
    this.#length += bytes.length
  }

  writeText(text: string): void {
    this.write(Buffer.from(text))
  }

  /** The file is there afterwards, even when nothing was written. */
  close(): void {
    this.#flush()
    if (this.#file !== undefined) closeSync(this.#file)
    this.#file = undefined
  }

  #flush(): void {
    this.#put(this.#block.subarray(0, this.#length))
    this.#length = 0
  }

  #put(bytes: Uint8Array): void {
    try {
      this.#file ??= this.#open()
      for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at)
    } catch (error) {
      this.#length = 0
      throw new SpoolError(dirname(dirname(this.path)), error)
    }
  }

  #open(): number {
    const folder = dirname(this.path)
    makeFolder(folder, () => makeFolder(dirname(folder)))
    return openSync(this.path, 'w', 0o600)
  }
}

/** Not Node's own `recursive`: it never ends where a folder is missing that cannot be made, as in /proc. */
function makeFolder(folder: string, makeParent?: () => void): void {
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return
    if (codeOf(error) !== 'ENOENT' || !makeParent) throw error
    makeParent()
    makeFolder(folder)
  }
}
