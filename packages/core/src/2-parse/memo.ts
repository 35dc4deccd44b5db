import { hasErrors, type Outcome, type Span } from '@btn/diagnostics'
import type { ProjectFile } from '../1-load/index.ts'
import type { Context } from '../context/context.ts'
import type { Host } from '../host.ts'
import type { Json, Place } from '../types/index.ts'
import { reviveDiagnostic, storeDiagnostic, type StoredDiagnostic } from './stored-diagnostic.ts'

type ReadKind = Parameters<NonNullable<Context['onRead']>>[0]

/** Everything outside its own text that a file's result came from: `kind:name` → value at that time. */
type Reads = Readonly<Record<string, Json>>

interface Entry {
  readonly size: number
  readonly modifiedMs: number
  readonly reads?: Reads
  readonly value: Json
  /** Warnings, to be given again. */
  readonly warnings?: readonly StoredDiagnostic[]
}

interface Stored {
  readonly version: string
  /** Of what all results may depend on: target, packages, … */
  readonly fingerprint: string
  /** When the cache was written, as the clock of the files has it. */
  readonly writtenMs: number
  readonly entries: Readonly<Record<string, Entry>>
}

/** What the world says now about something that a file read. */
export type CurrentValue = (kind: ReadKind, name: string, packageName: string) => Json

type Maker<T> = (onRead: NonNullable<Context['onRead']>) => Outcome<T>

/** Another form for the cache, cheaper to read. `unpack` may keep and change what it is given. */
export interface Codec<T, P> {
  readonly pack: (value: T) => P
  readonly unpack: (packed: P) => T
}

/** So many files may be parsed again at each start before the cache is written anew. */
const FEW = 4

/** A file changed this shortly before the cache was written may change again without a new time stamp. */
const CLOCK_STEP_MS = 20

/**
 * The parse cache: a memo of what each file gave, kept only while the file and everything that was read on the way are
 * what they were. Warnings are kept with the result; a result with errors is never kept.
 */
export class ParseMemo {
  readonly #host: Host
  readonly #path: string
  readonly #fingerprint: string
  readonly #version: string
  readonly #old: Stored | undefined
  readonly #spanOf: (place: Place) => Span
  readonly #entries: Record<string, Entry> = {}
  #made = 0
  /** Of what was made anew: the files it came from, and what was read on the way. */
  readonly #news: Json[] = []
  #hasBasis = true
  #isSaved = false
  readonly #startedMs: number

  constructor(
    host: Host,
    options: {
      readonly path: string
      readonly version: string
      readonly fingerprint: string
      /** False: everything is read anew (`--no-partial-parse`). */
      readonly isReadable: boolean
      readonly spanOf: (place: Place) => Span
    },
  ) {
    this.#host = host
    this.#path = options.path
    this.#startedMs = host.now().getTime()
    this.#version = options.version
    this.#fingerprint = options.fingerprint
    this.#spanOf = options.spanOf
    this.#old = options.isReadable ? this.#read() : undefined
  }

  /** The result for the file: the one kept, if nothing that it came from has changed, or else a new one. */
  get<T, P = T>(
    file: ProjectFile,
    part: string,
    current: CurrentValue,
    make: Maker<T>,
    codec?: Codec<T, P>,
  ): Outcome<T> {
    const key = `${part}:${file.file}`
    const old = this.#old?.entries[key]
    if (old && this.#isFresh(old, file, current)) {
      this.#entries[key] = old
      const warnings = (old.warnings ?? []).map((item) => reviveDiagnostic(item, this.#spanOf))
      const value = codec ? codec.unpack(reviveAs<P>(old.value)) : reviveAs<T>(old.value)
      return { value, diagnostics: warnings }
    }
    this.#made++
    return this.#make(key, file, make, codec)
  }

  #make<T, P>(
    key: string,
    file: ProjectFile,
    make: Maker<T>,
    codec: Codec<T, P> | undefined,
  ): Outcome<T> {
    const reads: Record<string, Json> = {}
    let isLasting = true
    const made = make((kind, name, value) => {
      if (kind === 'now') isLasting = false
      reads[`${kind}:${name}`] = value
    })
    if (isLasting && !hasErrors(made.diagnostics)) {
      this.#entries[key] = {
        size: file.size,
        modifiedMs: file.modifiedMs,
        ...(Object.keys(reads).length > 0 && { reads }),
        value: asJson(codec ? codec.pack(made.value) : made.value),
        ...(made.diagnostics.length > 0 && { warnings: made.diagnostics.map(storeDiagnostic) }),
      }
    }
    if (!isLasting || file.modifiedMs > this.#startedMs - CLOCK_STEP_MS) this.#hasBasis = false
    else this.#news.push([key, file.size, file.modifiedMs, reads])
    return made
  }

  #isFresh(entry: Entry, file: ProjectFile, current: CurrentValue): boolean {
    if (entry.size !== file.size || entry.modifiedMs !== file.modifiedMs) return false
    if (file.modifiedMs > (this.#old?.writtenMs ?? 0) - CLOCK_STEP_MS) return false
    for (const key in entry.reads) {
      const colon = key.indexOf(':')
      const now = current(kindOf(key.slice(0, colon)), key.slice(colon + 1), file.packageName)
      if (!isSame(now, entry.reads[key] ?? null)) return false
    }
    return true
  }

  /**
   * Writes the cache. Not for the few files that a person edits between two runs: parsing these again costs less each time than
   * writing everything once.
   */
  save(): void {
    if (this.#old && this.#made <= FEW && Math.abs(this.#surplus()) <= FEW) return
    const stored: Stored = {
      version: this.#version,
      fingerprint: this.#fingerprint,
      writtenMs: this.#host.now().getTime(),
      entries: this.#entries,
    }
    this.#host.writeText(this.#path, JSON.stringify(stored))
    this.#isSaved = true
  }

  /** Stands for all files and what was read on the way, once the cache is saved; undefined where something is read anew each time. */
  basis(): string | undefined {
    const stat = this.#hasBasis && this.#host.findStat(this.#path)
    if (!stat) return undefined
    const cache = [this.#fingerprint, stat.size, stat.modifiedMs]
    if (this.#isSaved) return JSON.stringify([cache, [], []])
    const gone = Object.keys(this.#old?.entries ?? {}).filter((key) => !(key in this.#entries))
    return JSON.stringify([cache, this.#news, gone])
  }

  /** Entries more than the cache that was read has. */
  #surplus(): number {
    return Object.keys(this.#entries).length - Object.keys(this.#old?.entries ?? {}).length
  }

  #read(): Stored | undefined {
    const bytes = this.#host.readBytes(this.#path)
    if (!bytes) return undefined
    try {
      const stored: Stored = JSON.parse(new TextDecoder().decode(bytes))
      const isUsable = stored.version === this.#version && stored.fingerprint === this.#fingerprint
      return isUsable ? stored : undefined
    } catch {
      // A cache that cannot be read costs a parse, nothing else.
      return undefined
    }
  }
}

function kindOf(text: string): ReadKind {
  // Only `get` writes these keys.
  return text as ReadKind
}

function isSame(left: Json, right: Json): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right)
}

// What is kept is plain data of our own making, written and read by the same version.
function asJson(value: unknown): Json {
  return value as Json
}
function reviveAs<T>(value: Json): T {
  return value as T
}
