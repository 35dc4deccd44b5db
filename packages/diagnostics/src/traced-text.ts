import { countCodePoints } from './code-points.ts'
import type { Span } from './source.ts'

/** A macro call (or `caller()`) on the way from the file to the text: where it was called, and what. */
export interface Frame {
  readonly name: string
  readonly callSite: Span
}

/** Where a character of rendered text was written: the template span, and the calls that led there, innermost first. */
export interface Origin {
  readonly span: Span
  readonly frames: readonly Frame[]
  /** True when the text stands in the template as it is, so that offsets inside the piece map one to one. */
  readonly isVerbatim: boolean
}

interface Leaf {
  readonly kind: 'leaf'
  readonly text: string
  readonly span: Span | undefined
  readonly isVerbatim: boolean
}

interface Nested {
  readonly kind: 'nested'
  readonly child: TracedText
  readonly frame: Frame | undefined
}

type Piece = Leaf | Nested

/** So deep may texts be nested in one another: walks go as deep, and far behind it the stack ends. */
const DEEPEST = 1000

/**
 * Text that remembers which template wrote each part of it. A rope: joining costs nothing, and a look-up walks only
 * the pieces on its way. Immutable.
 */
export class TracedText {
  readonly length: number
  readonly #pieces: readonly Piece[]
  readonly #depth: number
  #text: string | undefined
  #codePoints: number | undefined

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces
    let length = 0
    let depth = 0
    for (const piece of pieces) {
      length += piece.kind === 'leaf' ? piece.text.length : piece.child.length
      if (piece.kind === 'nested') depth = Math.max(depth, piece.child.#depth + 1)
    }
    this.length = length
    this.#depth = depth
  }

  /** Text without an origin. */
  static plain(text: string): TracedText {
    return new TracedText([{ kind: 'leaf', text, span: undefined, isVerbatim: false }])
  }

  /** The same text: with its origin, where it has one. */
  static of(text: TracedText | string): TracedText {
    return typeof text === 'string' ? TracedText.plain(text) : text
  }

  /** Text that an expression at `span` produced. */
  static from(text: string, span: Span): TracedText {
    return new TracedText([{ kind: 'leaf', text, span, isVerbatim: false }])
  }

  static join(parts: readonly (TracedText | string)[]): TracedText {
    const builder = new TracedTextBuilder()
    for (const part of parts) builder.addText(part)
    return builder.finish()
  }

  get text(): string {
    this.#text ??= this.#join()
    return this.#text
  }

  /** Not by the texts of what is nested: a text that grew in a loop is nested as often, and each would keep one of its own. */
  #join(): string {
    const pieces = this.#opened(({ child }) => child.#text !== undefined)
    return pieces.map((it) => (it.kind === 'leaf' ? it.text : it.child.text)).join('')
  }

  /** The pieces, and in place of what is nested the pieces of that, but where it is to stay closed. */
  #opened(staysClosed: (piece: Nested) => boolean): readonly Piece[] {
    const opened: Piece[] = []
    const rest = this.#pieces.toReversed()
    for (let piece = rest.pop(); piece; piece = rest.pop()) {
      if (piece.kind === 'leaf' || staysClosed(piece)) opened.push(piece)
      else for (const it of piece.child.#pieces.toReversed()) rest.push(it)
    }
    return opened
  }

  /**
   * How many characters there are to Python. Counted by pieces: macros ask this of a text that they make longer in a loop, and joining it each
   * time would keep every length of it in memory.
   */
  get codePoints(): number {
    this.#codePoints ??= this.#pieces.reduce(
      (sum, piece) =>
        sum + (piece.kind === 'leaf' ? countCodePoints(piece.text) : piece.child.codePoints),
      0,
    )
    return this.#codePoints
  }

  toString(): string {
    return this.text
  }

  /** The same text, one call further out. */
  within(frame: Frame): TracedText {
    return new TracedText([{ kind: 'nested', child: this.shallow(), frame }])
  }

  /**
   * The same text, to be nested in another. One that grows in a loop is nested as often as it grew: from time to time its pieces move next to each
   * other, and where calls lie between them, so many that nobody follows them, they are one.
   */
  shallow(): TracedText {
    if (this.#depth < DEEPEST) return this
    const flat = new TracedText(this.#opened(({ frame }) => frame !== undefined))
    return flat.#depth < DEEPEST ? flat : TracedText.plain(this.text)
  }

  /** As `String.prototype.slice` with two non-negative offsets; every character keeps its origin. */
  slice(start: number, end: number = this.length): TracedText {
    const from = Math.max(0, start)
    const to = Math.min(end, this.length)
    if (from === 0 && to === this.length) return this
    const pieces: Piece[] = []
    let at = 0
    for (const piece of this.#pieces) {
      const size = piece.kind === 'leaf' ? piece.text.length : piece.child.length
      const low = Math.max(from - at, 0)
      const high = Math.min(to - at, size)
      if (low < high) pieces.push(slicePiece(piece, low, high))
      at += size
      if (at >= to) break
    }
    return new TracedText(pieces)
  }

  trim(): TracedText {
    const text = this.text
    const start = text.length - text.trimStart().length
    return this.slice(start, Math.max(start, text.trimEnd().length))
  }

  /** Where the character at `offset` was written; undefined for text that no template wrote. */
  originAt(offset: number): Origin | undefined {
    let at = 0
    for (const piece of this.#pieces) {
      const size = piece.kind === 'leaf' ? piece.text.length : piece.child.length
      if (offset < at + size) return originIn(piece, offset - at)
      at += size
    }
    return undefined
  }
}

function slicePiece(piece: Piece, low: number, high: number): Piece {
  if (piece.kind === 'nested') return { ...piece, child: piece.child.slice(low, high) }
  const { span, isVerbatim } = piece
  const text = piece.text.slice(low, high)
  const isMovable = span !== undefined && isVerbatim
  return {
    ...piece,
    text,
    span: isMovable
      ? { source: span.source, start: span.start + low, end: span.start + high }
      : span,
  }
}

function originIn(piece: Piece, offset: number): Origin | undefined {
  if (piece.kind === 'nested') {
    const inner = piece.child.originAt(offset)
    if (!inner) {
      return piece.frame && { span: piece.frame.callSite, frames: [], isVerbatim: false }
    }
    return piece.frame ? { ...inner, frames: [...inner.frames, piece.frame] } : inner
  }
  if (!piece.span) return undefined
  const { span, isVerbatim } = piece
  if (!isVerbatim) return { span, frames: [], isVerbatim }
  const start = span.start + offset
  return { span: { source: span.source, start, end: span.end }, frames: [], isVerbatim }
}

/** Collects pieces while a template renders. */
export class TracedTextBuilder {
  readonly #pieces: Piece[] = []

  /** Template text as it stands in the file. */
  addVerbatim(text: string, span: Span): void {
    if (text !== '') this.#pieces.push({ kind: 'leaf', text, span, isVerbatim: true })
  }

  /** What the expression at `span` gave. Traced text keeps its own origins. */
  addResult(value: TracedText | string, span: Span): void {
    if (typeof value !== 'string') this.addText(value)
    else if (value !== '') this.#pieces.push({ kind: 'leaf', text: value, span, isVerbatim: false })
  }

  addText(value: TracedText | string): void {
    if (value.length === 0) return
    if (typeof value === 'string') {
      this.#pieces.push({ kind: 'leaf', text: value, span: undefined, isVerbatim: false })
    } else this.#pieces.push({ kind: 'nested', child: value.shallow(), frame: undefined })
  }

  finish(): TracedText {
    return new TracedText(this.#pieces)
  }
}
