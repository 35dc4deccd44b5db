import { checkUtf8, toUtf8 } from './decode.ts'
import type { FoundFile } from './find-files.ts'
import type { Compression } from './inspection.ts'
import { fail, placeOfEnd, placeOfLine, toFileError } from './problems.ts'
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

/** Shows a scanner all text of a file. Throws a DiagnosticError that names the line where there is no text, or no end. */
export async function readThrough(file: FoundFile, form: TextForm, scanner: Scanner) {
  const { chunks, passed } = readBytes(file.readPath)
  const unpacked = unpack(chunks, form.compression)
  const pieces = form.encoding === 'utf-8' ? checkUtf8(unpacked) : toUtf8(unpacked, form.encoding)
  let isFirst = true
  try {
    for await (const { good, bad } of pieces) {
      scanner.push(isFirst ? withoutMark(good) : good)
      isFirst &&= good.length === 0
      if (bad) throw notThatEncoding(file, { ...form, bad }, scanner)
    }
  } catch (error) {
    throw toFileError(error, file.shownPath)
  }
  const open = scanner.finish()
  if (open) {
    const code = file.format === 'json' ? 'load-json-open' : 'load-quote-open'
    throw fail(code, { path: file.shownPath }, placeOfLine(file.shownPath, open.line))
  }
  return passed()
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return MARK.every((byte, index) => bytes[index] === byte) ? bytes.subarray(MARK.length) : bytes
}

interface BadText extends TextForm {
  readonly bad: Uint8Array
}

function notThatEncoding(file: FoundFile, { bad, encoding }: BadText, scanner: Scanner): Error {
  const bytes = Buffer.from(bad.subarray(0, 4)).toString('hex').replace(/../g, '$& ').trim()
  const params = { path: file.shownPath, encoding: encoding.toUpperCase(), bytes }
  return fail('load-encoding', params, placeOfEnd(file.shownPath, scanner))
}
