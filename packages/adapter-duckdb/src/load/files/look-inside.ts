import type { FileFormat } from '@btn/adapter'
import { binaryKindOf, compressionOf, encodingOfMark, SIGNATURE_LENGTH } from './file-format.ts'
import type { FoundFile } from './find-files.ts'
import { fail, toFileError } from './problems.ts'
import { readBytes, readHead } from './read-bytes.ts'
import type { TextForm } from './read-through.ts'
import { toEncoding } from './to-dialect.ts'
import { unpack } from './unpack.ts'

/** What a row of a text is: delimited fields, a line, or a JSON value over as many lines as it likes. */
export type Layout = 'records' | 'lines' | 'values'

/** Tells from the beginning of a text file how the rest is to be read. */
export async function lookInside(
  file: FoundFile,
  encoding: string | undefined,
): Promise<{ readonly form: TextForm; readonly layout: Layout }> {
  const { readPath: path, shownPath } = file
  const declared = toEncoding(encoding)
  try {
    const signature = await readHead(path, SIGNATURE_LENGTH)
    const kind = binaryKindOf(signature)
    if (kind !== undefined) throw fail('load-file-format', { path: shownPath, kind })
    const compression = compressionOf(signature)
    const beginning = await readBeginning(path, { compression, encoding: 'utf-8' })
    const marked = encodingOfMark(beginning)
    const isOpen = declared === undefined || declared === 'utf-8'
    const form = { compression, encoding: (isOpen ? marked : undefined) ?? declared ?? 'utf-8' }
    const text = new TextDecoder(form.encoding).decode(beginning)
    return { form, layout: layoutOf(file.format, text) }
  } catch (error) {
    throw toFileError(error, shownPath)
  }
}

async function readBeginning(path: string, { compression }: TextForm): Promise<Uint8Array> {
  for await (const chunk of unpack(readBytes(path), compression)) return chunk
  return new Uint8Array(0)
}

function layoutOf(format: FileFormat, text: string): Layout {
  if (format === 'jsonl') return 'lines'
  if (format !== 'json') return 'records'
  const firstLine = text.trimStart().split('\n', 1)[0] ?? ''
  return isWholeObject(firstLine) ? 'lines' : 'values'
}

/** A file of one object a line is JSON Lines, whatever it is called: then a broken line breaks no other. */
function isWholeObject(line: string): boolean {
  if (!line.startsWith('{')) return false
  try {
    JSON.parse(line)
    return true
  } catch {
    // It goes on in the next line, or is no JSON: rows are found by their brackets.
    return false
  }
}
