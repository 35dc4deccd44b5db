import { valueError } from '../errors.ts'
import { codePoints, countCodePoints } from '@btn/diagnostics'

export interface WrapOptions {
  readonly width: number
  readonly breaksLongWords: boolean
  readonly breaksOnHyphens: boolean
}

const SPACE = '[\\t\\n\\v\\f\\r ]'
const VISIBLE = '[^\\t\\n\\v\\f\\r ]'
const LETTER = '[\\p{L}_]'
const WORD = '[\\p{L}\\p{N}_]'
const IN_WORD = '[\\p{L}\\p{N}_!"\'&.,?]'
const DASH = `(?<=${IN_WORD})-{2,}(?=${WORD})`
const HYPHEN = `-(?:(?<=${LETTER}{2}-)|(?<=${LETTER}-${LETTER}-))(?=${LETTER}-?${LETTER})`
const END = `(?=${SPACE}|$)|(?<=${IN_WORD})(?=-{2,}${WORD})`

/** White space, dashes between words, words; a word ends behind a hyphen that stands between letters. */
const WITH_HYPHENS = new RegExp(`${SPACE}+|${DASH}|${VISIBLE}+?(?:${HYPHEN}|${END})`, 'gu')

/** Lines of at most so many characters, as Python's textwrap makes them: white space at their ends is dropped. */
export function wrapText(text: string, options: WrapOptions): string[] {
  const { width } = options
  if (width <= 0) valueError(`invalid width ${width} (must be > 0)`)
  const chunks = splitChunks(text, options).reverse()
  const lines: string[] = []
  while (chunks.length > 0) {
    if (lines.length > 0 && isBlank(chunks.at(-1))) chunks.pop()
    const line = takeLine(chunks, options)
    if (isBlank(line.at(-1))) line.pop()
    if (line.length > 0) lines.push(line.join(''))
  }
  return lines
}

function splitChunks(text: string, { breaksOnHyphens }: WrapOptions): string[] {
  return text.match(breaksOnHyphens ? WITH_HYPHENS : /\s+|\S+/g) ?? []
}

function isBlank(chunk: string | undefined): boolean {
  return chunk !== undefined && chunk.trim() === ''
}

function takeLine(chunks: string[], options: WrapOptions): string[] {
  const line: string[] = []
  let length = 0
  for (;;) {
    const chunk = chunks.at(-1)
    if (chunk === undefined || length + countCodePoints(chunk) > options.width) break
    line.push(chunk)
    length += countCodePoints(chunk)
    chunks.pop()
  }
  const next = chunks.at(-1)
  if (next !== undefined && countCodePoints(next) > options.width) {
    breakLong(chunks, line, length, options)
  }
  return line
}

/** A word longer than a line: cut, or given a line of its own. */
function breakLong(chunks: string[], line: string[], length: number, options: WrapOptions): void {
  const word = chunks.pop() ?? ''
  const space = options.width - length
  if (options.breaksLongWords) {
    const all = codePoints(word)
    const at = hyphenBefore(all, space, options)
    line.push(all.slice(0, at).join(''))
    chunks.push(all.slice(at).join(''))
  } else if (line.length === 0) line.push(word)
  else chunks.push(word)
}

function hyphenBefore(
  word: readonly string[],
  space: number,
  { breaksOnHyphens }: WrapOptions,
): number {
  if (!breaksOnHyphens || word.length <= space) return space
  const hyphen = word.slice(0, space).lastIndexOf('-')
  const hasOther = word.slice(0, Math.max(hyphen, 0)).some((char) => char !== '-')
  return hasOther ? hyphen + 1 : space
}
