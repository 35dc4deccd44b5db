/** One record of a CSV text. */
export interface CsvRecord {
  readonly fields: readonly string[]
  /** The 1-based line on which it starts. */
  readonly line: number
}

/** What the records of a text end with. */
export interface CsvRecords {
  readonly records: readonly CsvRecord[]
  /** Where the first record starts that is not complete; the length of the text when it ends cleanly. */
  readonly rest: number
  /** The line on which `rest` lies. */
  readonly line: number
  /** The rest is a field whose quote is never closed. */
  readonly isQuoteOpen: boolean
  /** Lines end in more than one way. */
  readonly hasMixedBreaks: boolean
}

export interface CsvOptions {
  readonly delimiter: string
  /** The text ends where the file ends, so that a last record without a line break is complete. */
  readonly isWhole: boolean
  readonly firstLine?: number
}

/**
 * Splits CSV text as Python's `csv` module does in its standard form, which is what dbt reads a seed's types from: a quote counts only
 * at the start of a field, a doubled one stands for itself, a blank line is a record without fields.
 */
export function readRecords(text: string, options: CsvOptions): CsvRecords {
  const { delimiter, isWhole } = options
  const records: CsvRecord[] = []
  let fields: string[] = []
  const breaks = new Set<string>()
  let line = options.firstLine ?? 1
  let startLine = line
  let start = 0
  let at = 0
  const finish = (rest: number, isQuoteOpen = false): CsvRecords => {
    const hasMixedBreaks = breaks.size > 1
    return { records, rest, line: startLine, isQuoteOpen, hasMixedBreaks }
  }
  while (at < text.length) {
    const field = readField(text, at, delimiter)
    if (field === undefined) return finish(start, true)
    line += field.breaks
    at = field.end
    if (at === text.length) {
      if (!isWhole) return finish(start)
      records.push({ fields: [...fields, field.value], line: startLine })
      return finish(at)
    }
    if (text[at] === delimiter) {
      fields.push(field.value)
      at++
      if (at < text.length || !isWhole) continue
      records.push({ fields: [...fields, ''], line: startLine })
      return finish(at)
    }
    const lineBreak = text.startsWith('\r\n', at) ? '\r\n' : text.charAt(at)
    // A carriage return at the end of a piece may be the first half of a line break.
    if (lineBreak === '\r' && at + 1 === text.length && !isWhole) return finish(start)
    const isBlank = fields.length === 0 && at === start
    records.push({ fields: isBlank ? [] : [...fields, field.value], line: startLine })
    fields = []
    breaks.add(lineBreak)
    at += lineBreak.length
    line++
    start = at
    startLine = line
  }
  return finish(start)
}

/** Where a field lies in a line of its own; undefined when the line has fewer. */
export function findField(
  line: string,
  index: number,
  delimiter: string,
): { readonly start: number; readonly end: number } | undefined {
  let start = 0
  for (let number = 0; start <= line.length; number++) {
    const end = readField(line, start, delimiter)?.end ?? line.length
    if (number === index) return { start, end }
    if (line[end] !== delimiter) return undefined
    start = end + 1
  }
  return undefined
}

interface Field {
  readonly value: string
  readonly end: number
  /** Line breaks inside of the quotes. */
  readonly breaks: number
}

function readField(text: string, at: number, delimiter: string): Field | undefined {
  if (text[at] !== '"') {
    const end = findEnd(text, at, delimiter)
    return { value: text.slice(at, end), end, breaks: 0 }
  }
  let value = ''
  let from = at + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote === -1) return undefined
    value += text.slice(from, quote)
    from = quote + 1
    if (text[from] !== '"') break
    value += '"'
    from++
  }
  // What follows the closing quote belongs to the field, too.
  const end = findEnd(text, from, delimiter)
  return { value: value + text.slice(from, end), end, breaks: countBreaks(text, at, end) }
}

function findEnd(text: string, at: number, delimiter: string): number {
  for (let end = at; end < text.length; end++) {
    const char = text[end]
    if (char === delimiter || char === '\n' || char === '\r') return end
  }
  return text.length
}

function countBreaks(text: string, start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; at++) {
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) count++
  }
  return count
}
