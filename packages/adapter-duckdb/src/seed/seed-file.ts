import { mkdtemp, open, readFile, writeFile, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import { notUtf8 } from './not-utf8.ts'
import { readRecords, type CsvRecord } from './read-records.ts'
import { findPlace } from './seed-place.ts'

/** A file's way of reading: where it is, and how messages call it. */
export interface SeedFile {
  readonly path: string
  readonly shownPath: string
  readonly delimiter: string
}

/** The beginning of a file. */
export interface SeedHead {
  readonly header: readonly string[]
  /** Records below the header; complete ones only. */
  readonly records: readonly CsvRecord[]
  /** The file has no more than these. */
  readonly isWhole: boolean
  /** Lines end in more than one way, which DuckDB refuses to read. */
  readonly hasMixedBreaks: boolean
}

/** Enough for the types of most columns, and little enough to be read in a few milliseconds. */
const HEAD_BYTES = 256 * 1024
const PIECE_BYTES = 1024 * 1024

/** Reads the header and the first records. Throws a DiagnosticError for a file that has no header or is not UTF-8. */
export async function readHead(file: SeedFile): Promise<SeedHead> {
  const handle = await openFile(file)
  try {
    const { size } = await handle.stat()
    for (let wanted = HEAD_BYTES; ; wanted *= 4) {
      const bytes = await readBytes(handle, wanted)
      const isWhole = bytes.length >= size
      const { delimiter } = file
      const found = readRecords(decode(file, bytes, isWhole), { delimiter, isWhole })
      if (isWhole && found.isQuoteOpen) throw await unclosed(file, found.line)
      const [header, ...records] = found.records
      const { hasMixedBreaks } = found
      if (header) return { header: header.fields, records, isWhole, hasMixedBreaks }
      if (isWhole) throw new DiagnosticError(diagnostic('seed-empty', { path: file.shownPath }))
    }
  } finally {
    await handle.close()
  }
}

/** Every record below the header, in pieces, for when the beginning of a file did not tell enough. */
export async function* readAllRecords(file: SeedFile): AsyncGenerator<readonly CsvRecord[]> {
  const handle = await open(file.path)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    let text = ''
    let line = 1
    let isHeader = true
    const buffer = Buffer.alloc(PIECE_BYTES)
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, PIECE_BYTES)
      const isWhole = bytesRead === 0
      text += decoder.decode(buffer.subarray(0, bytesRead), { stream: !isWhole })
      const { delimiter } = file
      const found = readRecords(text, { delimiter, isWhole, firstLine: line })
      yield isHeader ? found.records.slice(1) : found.records
      if (found.records.length > 0) isHeader = false
      text = text.slice(found.rest)
      line = found.line
      if (isWhole) return
    }
  } finally {
    await handle.close()
  }
}

async function openFile(file: SeedFile): Promise<FileHandle> {
  try {
    return await open(file.path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== 'ENOENT') throw error
    throw new DiagnosticError(diagnostic('seed-missing', { path: file.shownPath }))
  }
}

async function readBytes(handle: FileHandle, wanted: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(wanted), 0, wanted, 0)
  return buffer.subarray(0, bytesRead)
}

function decode(file: SeedFile, bytes: Buffer, isEnd: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isEnd })
  } catch (error) {
    throw new DiagnosticError(notUtf8(file.shownPath, bytes), { cause: error })
  }
}

/** Writes a copy whose lines all end alike into a folder of its own; line numbers stay what they were. */
export async function copyWithOneBreak(
  file: SeedFile,
): Promise<SeedFile & { readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'btn-seed-'))
  const path = join(folder, 'seed.csv')
  await writeFile(path, (await readFile(file.path, 'utf8')).replace(/\r\n?/g, '\n'))
  return { ...file, path, folder }
}

async function unclosed(file: SeedFile, line: number): Promise<DiagnosticError> {
  const span = await findPlace(file, { line })
  return new DiagnosticError(diagnostic('seed-quote-open', { path: file.shownPath }, { span }))
}
