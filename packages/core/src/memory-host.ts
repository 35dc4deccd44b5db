import { createHash } from 'node:crypto'
import type { FileStat, Host, ListedFile, Piece } from './host.ts'

export interface MemoryHostOptions {
  /** Absolute path to content. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  readonly environment?: Readonly<Record<string, string | undefined>>
  readonly home?: string
  readonly now?: Date
}

interface MemoryFile {
  readonly bytes: Uint8Array
  readonly modifiedMs: number
}

/** A machine in memory, for tests and for buffers that are not saved yet. Paths are absolute, with `/`. */
export class MemoryHost implements Host {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly home: string
  readonly #files = new Map<string, MemoryFile>()
  readonly #now: Date
  #clock = 0
  #ids = 0

  constructor(options: MemoryHostOptions = {}) {
    this.environment = options.environment ?? {}
    this.home = options.home ?? '/home/user'
    this.#now = options.now ?? new Date('2024-01-01T00:00:00Z')
    for (const [path, content] of Object.entries(options.files ?? {})) this.#put(path, content)
  }

  readBytes(path: string): Uint8Array | undefined {
    return this.#files.get(path)?.bytes
  }

  /** What a file holds; undefined when there is no such file. */
  readText(path: string): string | undefined {
    const bytes = this.readBytes(path)
    return bytes && new TextDecoder().decode(bytes)
  }

  writeText(path: string, text: string): void {
    this.#put(path, text)
  }

  writePieces(path: string, pieces: Iterable<Piece>): void {
    const decoder = new TextDecoder()
    const texts = [...pieces].map((it) => (typeof it === 'string' ? it : decoder.decode(it)))
    this.#put(path, texts.join(''))
  }

  updateText(path: string, text: string): void {
    if (this.readText(path) !== text) this.#put(path, text)
  }

  appendText(path: string, text: string): void {
    this.#put(path, (this.readText(path) ?? '') + text)
  }

  /** Folders are where files are. */
  makeFolder(): void {}

  move(from: string, to: string): void {
    const bytes = this.readBytes(from)
    if (!bytes) throw new Error(`there is no ${from}`)
    this.#put(to, bytes)
    this.#files.delete(from)
  }

  checksum(path: string): string | undefined {
    const bytes = this.readBytes(path)
    return bytes && createHash('sha256').update(bytes).digest('hex')
  }

  remove(path: string): void {
    for (const name of [...this.#files.keys()]) {
      if (name === path || name.startsWith(`${path}/`)) this.#files.delete(name)
    }
  }

  findStat(path: string): FileStat | undefined {
    const file = this.#files.get(path)
    if (file) return { size: file.bytes.length, modifiedMs: file.modifiedMs, isDirectory: false }
    const isFolder = [...this.#files.keys()].some((name) => name.startsWith(`${path}/`))
    return isFolder ? { size: 0, modifiedMs: 0, isDirectory: true } : undefined
  }

  listFiles(folder: string): readonly ListedFile[] {
    const files: ListedFile[] = []
    for (const [name, { bytes, modifiedMs }] of this.#files) {
      if (!name.startsWith(`${folder}/`)) continue
      files.push({ path: name.slice(folder.length + 1), size: bytes.length, modifiedMs })
    }
    return files.sort((a, b) => compareInWalk(a.path, b.path))
  }

  listFolders(folder: string): readonly string[] {
    const names = this.listFiles(folder).map(({ path }) => path)
    const nested = names.filter((name) => name.includes('/'))
    return [...new Set(nested.map((name) => name.slice(0, name.indexOf('/'))))].sort()
  }

  now(): Date {
    return this.#now
  }

  newId(): string {
    return `00000000-0000-4000-8000-${String(++this.#ids).padStart(12, '0')}`
  }

  #put(path: string, content: string | Uint8Array): void {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    // Every write is a later one: what looks at modification times must see it.
    this.#files.set(path, { bytes, modifiedMs: this.#now.getTime() + ++this.#clock })
  }
}

/** The files of a folder come before what lies in its folders. */
function compareInWalk(left: string, right: string): number {
  const [a, b] = [left.split('/'), right.split('/')]
  for (let depth = 0; ; depth++) {
    const [x, y] = [a[depth] ?? '', b[depth] ?? '']
    const [isLastOfA, isLastOfB] = [depth === a.length - 1, depth === b.length - 1]
    if (isLastOfA !== isLastOfB) return isLastOfA ? -1 : 1
    if (x !== y) return x < y ? -1 : 1
    if (isLastOfA) return 0
  }
}
