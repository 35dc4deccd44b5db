import { diagnostic, span, type Outcome, type Source, type Span } from '@btn/diagnostics'
import { HostError, type Host } from '../host.ts'
import type { Place } from '../types/index.ts'
import { isAbsolutePath, joinPath } from './paths.ts'
import type { Sources } from './project.ts'

/** Reads the project's files when they are asked for, each once. */
export class LazySources implements Sources {
  readonly #host: Host
  readonly #root: string
  readonly #known = new Map<string, Outcome<Source | undefined>>()

  constructor(host: Host, root: string) {
    this.#host = host
    this.#root = root
  }

  read(file: string): Outcome<Source | undefined> {
    let outcome = this.#known.get(file)
    if (!outcome) {
      outcome = this.#readFresh(file)
      this.#known.set(file, outcome)
    }
    return outcome
  }

  readBytes(file: string): Uint8Array | undefined {
    return this.#host.readBytes(this.absolutePath(file))
  }

  spanOf(place: Place): Span {
    const source = this.read(place.file).value
    if (source) return span(source, place.start, place.end)
    return span({ path: place.file, text: '' }, 0, 0)
  }

  absolutePath(file: string): string {
    return isAbsolutePath(file) ? file : joinPath(this.#root, file)
  }

  #readFresh(file: string): Outcome<Source | undefined> {
    const unread = { path: file, text: '' }
    try {
      const bytes = this.readBytes(file)
      if (bytes) return decode(file, bytes)
      const problem = { path: file, reason: 'it is gone' }
      return failed(diagnostic('file-unreadable', problem, { span: span(unread, 0) }))
    } catch (error) {
      if (!(error instanceof HostError)) throw error
      const problem = { path: file, reason: error.message }
      return failed(diagnostic('file-unreadable', problem, { span: span(unread, 0) }))
    }
  }
}

function failed(problem: ReturnType<typeof diagnostic>): Outcome<undefined> {
  return { value: undefined, diagnostics: [problem] }
}

const strict = new TextDecoder('utf-8', { fatal: true })
const lenient = new TextDecoder('utf-8')

/** Bytes to text as Python opens files: UTF-8, every line break a `\n` (and noted, where it is another); a byte order mark is dropped. */
export function decode(path: string, bytes: Uint8Array): Outcome<Source | undefined> {
  try {
    const text = strict.decode(bytes)
    return isWide(text) ? notUtf16(path) : { value: toSource(path, text), diagnostics: [] }
  } catch {
    if (hasWideMark(bytes)) return notUtf16(path)
    const byte = findFault(bytes)
    // The text up to the fault shows the line; the fault itself is a replacement character.
    const before = lenient.decode(bytes.subarray(0, byte))
    const after = lenient.decode(bytes.subarray(byte))
    const source = { path, text: unifyBreaks(before + after) }
    const at = unifyBreaks(before).length
    return failed(diagnostic('file-not-utf8', { path, byte }, { span: span(source, at, at + 1) }))
  }
}

function toSource(path: string, text: string): Source {
  if (!text.includes('\r')) return { path, text }
  return { path, text: unifyBreaks(text), breaks: text.match(/\r\n?|\n/g) ?? [] }
}

/** UTF-16 without a mark is UTF-8 of another text, in which every other character is NUL. */
function isWide(text: string): boolean {
  return text.includes('\0') && (text[0] === '\0' || text[1] === '\0')
}

function hasWideMark([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}

function notUtf16(path: string): Outcome<undefined> {
  const params = { path, byte: 0, encoding: 'UTF-16' }
  return failed(diagnostic('file-not-utf8', params, { span: span({ path, text: '' }, 0) }))
}

function unifyBreaks(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

/** The offset of the first byte that no UTF-8 text has there. */
function findFault(bytes: Uint8Array): number {
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at)
    if (length === 0) return at
    at += length
  }
  return at
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
  const sequence = bytes.subarray(at, at + length)
  if (sequence.length < length) return 0
  try {
    strict.decode(sequence)
    return length
  } catch {
    return 0
  }
}
