import type { FileFormat, FileOptions } from '@btn/adapter'
import { LOOKAHEAD } from './scan/byte-window.ts'
import type { Dialect } from './scan/dialect.ts'
import { fail } from './problems.ts'

const DEFAULT_MAX_ROW = 64 * 1024 * 1024

/** The options of a file in bytes. Throws a DiagnosticError for those that DuckDB cannot read by. */
export function toDialect(format: FileFormat, options: FileOptions): Dialect {
  const quote = options.quote ?? '"'
  const escape = options.escape ?? quote
  const delimiter = Buffer.from(options.delimiter ?? (format === 'tsv' ? '\t' : ','))
  if (delimiter.length < 1 || delimiter.length > LOOKAHEAD || /[\r\n]/.test(delimiter.toString())) {
    throw wrong('delimiter', options.delimiter, 'one to four bytes without a line break')
  }
  for (const [option, value] of Object.entries({ quote, escape })) {
    if (!/^[\x21-\x7e]?$/.test(value)) throw wrong(option, value, 'one ASCII character, or ""')
    if (value !== '' && delimiter.includes(value)) {
      throw wrong(option, value, 'another character than the delimiter')
    }
  }
  return {
    delimiter,
    quote: byteOf(quote),
    escape: byteOf(escape === '' ? quote : escape),
    hasHeader: options.header ?? true,
    maxRowBytes: options.maxField ?? DEFAULT_MAX_ROW,
  }
}

/** The encoding as `TextDecoder` calls it. */
export function toEncoding(label: string | undefined): string | undefined {
  if (label === undefined) return undefined
  try {
    return new TextDecoder(label).encoding
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw wrong('encoding', label, 'a label such as utf-8, utf-16le, windows-1252 or shift_jis')
  }
}

function byteOf(char: string): number {
  return char === '' ? -1 : char.charCodeAt(0)
}

function wrong(option: string, value: string | undefined, wanted: string): Error {
  return fail('load-option', { option, value: value ?? '', wanted })
}
