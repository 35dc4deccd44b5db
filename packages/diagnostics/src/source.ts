/** A text that came from a file (or from the command line). `path` is relative to the project, with `/`. */
export interface Source {
  readonly path: string
  readonly text: string
  /** The 1-based line that the text begins with, where it is a piece of a file too large to be held; 1 when left out. */
  readonly firstLine?: number
  /** The line breaks of the file, in order, where some are not `\n`; in `text` all are. */
  readonly breaks?: readonly string[]
}

/** A piece of a source: `start` inclusive, `end` exclusive, both UTF-16 offsets into `source.text`. */
export interface Span {
  readonly source: Source
  readonly start: number
  readonly end: number
}

/** A place as people count it: both numbers are 1-based, `column` in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

export function span(source: Source, start: number, end: number = start): Span {
  return { source, start, end }
}

/** A piece of a source with the line breaks that its file has. */
export function writtenText({ text, breaks }: Source, start: number, end: number): string {
  const piece = text.slice(start, end)
  if (!breaks) return piece
  let at = countBreaks(text, start)
  return piece.replaceAll('\n', () => breaks[at++] ?? '\n')
}

function countBreaks(text: string, end: number): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** The span of a whole source, for mistakes that belong to no particular place in it. */
export function wholeSpan(source: Source): Span {
  return { source, start: 0, end: 0 }
}

const lineStarts = new WeakMap<Source, readonly number[]>()

function startsOfLines(source: Source): readonly number[] {
  const known = lineStarts.get(source)
  if (known) return known
  const starts = [0]
  const text = source.text
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  lineStarts.set(source, starts)
  return starts
}

/** Line and column of an offset; offsets past the end count as the end. */
export function positionAt(source: Source, offset: number): Position {
  const starts = startsOfLines(source)
  const at = Math.max(0, Math.min(offset, source.text.length))
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return { line: low + firstLineOf(source), column: at - (starts[low] ?? 0) + 1 }
}

export function firstLineOf({ firstLine = 1 }: Source): number {
  return firstLine
}

/** The text of a 1-based line without its line break; undefined when there is no such line. */
export function findLine(source: Source, line: number): string | undefined {
  const starts = startsOfLines(source)
  const index = line - firstLineOf(source)
  const start = starts[index]
  if (start === undefined) return undefined
  const end = starts[index + 1]
  return source.text.slice(start, end === undefined ? undefined : end - 1).replace(/\r$/, '')
}

/** Offset of a 1-based line and column, as other programs report places. */
export function offsetAt(source: Source, position: Position): number {
  const start = startsOfLines(source)[position.line - firstLineOf(source)] ?? source.text.length
  return Math.min(start + position.column - 1, source.text.length)
}
