import { checkUtf8, toUtf8 } from './decode.ts'
import type { EncodingGuard } from './encoding-guard.ts'
import type { FoundFile } from './find-files.ts'
import type { Compression } from './inspection.ts'
import { fail, placeOfLine, toFileError } from './problems.ts'
import { readBytes } from './read-bytes.ts'
import type { Scanner } from './scan/scanner.ts'
import { unpack } from './unpack.ts'

/** How the bytes of a file become text. */
export interface TextForm {
  readonly compression: Compression
  /** As `TextDecoder` calls it. */
  readonly encoding: string
}

const MARK = [0xef, 0xbb, 0xbf]

interface Reader {
  readonly scanner: Scanner
  /** Stands before the sink of the scanner. */
  readonly guard: EncodingGuard
}

/** Shows a scanner all text of a file. Throws a DiagnosticError that names the line where there is no end. */
export async function readThrough(
  file: FoundFile,
  form: TextForm,
  { scanner, guard }: Reader,
): Promise<void> {
  const unpacked = unpack(readBytes(file.readPath), form.compression)
  const pieces = form.encoding === 'utf-8' ? checkUtf8(unpacked) : toUtf8(unpacked, form.encoding)
  let isFirst = true
  try {
    for await (const { bytes, isBad } of pieces) {
      guard.announce(isBad)
      scanner.push(isFirst ? withoutMark(bytes) : bytes)
      isFirst &&= bytes.length === 0
    }
  } catch (error) {
    throw toFileError(error, file.shownPath)
  }
  const open = scanner.finish()
  if (open) {
    const code = file.format === 'json' ? 'load-json-open' : 'load-quote-open'
    const { line, text, column } = open
    throw fail(code, { path: file.shownPath }, placeOfLine(file.shownPath, line, text, column))
  }
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return MARK.every((byte, index) => bytes[index] === byte) ? bytes.subarray(MARK.length) : bytes
}
