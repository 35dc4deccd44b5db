import { closeSync, openSync, writeSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const BLOCK = 1024 * 1024

/** A folder for what a load makes of its files; it is made when something is first put there. */
export class Spool {
  #folder: Promise<string> | undefined
  #files = 0

  /** A path for a new file. */
  async newPath(extension: string): Promise<string> {
    this.#folder ??= mkdtemp(join(tmpdir(), `btn-load-${process.pid}-`))
    return join(await this.#folder, `${++this.#files}${extension}`)
  }

  async close(): Promise<void> {
    if (this.#folder) await rm(await this.#folder, { recursive: true, force: true })
    this.#folder = undefined
  }
}

/** Writes a file from its beginning to its end, in large blocks. The file is there from the first byte on. */
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
    this.#file ??= openSync(this.path, 'w')
    for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at)
  }
}
