import type { Dialect } from './dialect.ts'

/** The fields of one record, quotes taken away. For the few records that people read: headers. */
export function splitFields(record: string, dialect: Dialect): readonly string[] {
  const delimiter = Buffer.from(dialect.delimiter).toString()
  const quote = dialect.quote < 0 ? undefined : String.fromCharCode(dialect.quote)
  const escape = String.fromCharCode(dialect.escape)
  const fields: string[] = []
  for (let at = 0; ;) {
    const field = readField(record, at, { delimiter, quote, escape })
    fields.push(field.value)
    if (field.end >= record.length) return fields
    at = field.end + delimiter.length
  }
}

interface Marks {
  readonly delimiter: string
  readonly quote: string | undefined
  readonly escape: string
}

function readField(record: string, at: number, marks: Marks): { value: string; end: number } {
  let from = at
  while (record[from] === ' ') from++
  if (marks.quote === undefined || record[from] !== marks.quote) {
    const end = findEnd(record, at, marks.delimiter)
    return { value: record.slice(at, end), end }
  }
  let value = ''
  for (from++; from < record.length; from++) {
    const [char, next] = [record[from], record[from + 1]]
    const isEscaped = char === marks.escape && (next === marks.quote || next === marks.escape)
    if (isEscaped) from++
    else if (char === marks.quote) break
    value += record[from]
  }
  const end = findEnd(record, from + 1, marks.delimiter)
  return { value: value + record.slice(from + 1, end).trim(), end }
}

function findEnd(record: string, at: number, delimiter: string): number {
  const end = record.indexOf(delimiter, at)
  return end < 0 ? record.length : end
}
