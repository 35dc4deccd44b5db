import type { FileOptions } from '@btn/adapter'
import { copyRows } from './copy-rows.ts'
import type { FoundFile } from './find-files.ts'
import type { FileContents, FileShape } from './inspection.ts'
import { lookInside, type Layout } from './look-inside.ts'
import { nameColumns, positionalNames } from './name-columns.ts'
import { fail } from './problems.ts'
import { readThrough, type TextForm } from './read-through.ts'
import { RowLog } from './row-log.ts'
import type { Dialect } from './scan/dialect.ts'
import { EncodingGuard } from './encoding-guard.ts'
import { KeyLog } from './scan/key-log.ts'
import { SinkTee } from './scan/sink-tee.ts'
import { JsonScanner } from './scan/json-scanner.ts'
import { LineScanner } from './scan/line-scanner.ts'
import { RecordScanner } from './scan/record-scanner.ts'
import type { RowSink, ScanFacts, Scanner } from './scan/scanner.ts'
import { BlockWriter, type Spool } from './spool.ts'
import { toDialect } from './to-dialect.ts'

/** A text on its way to be read. */
interface Reading {
  readonly file: FoundFile
  readonly form: TextForm
  readonly layout: Layout
  readonly dialect: Dialect
  readonly spool: Spool
}

/** Reads a text through; a second time, into a copy, where DuckDB could not read it as it is. */
export async function inspectText(
  file: FoundFile,
  options: FileOptions,
  spool: Spool,
): Promise<FileContents> {
  const dialect = toDialect(file.format, options)
  const reading = { file, dialect, spool, ...(await lookInside(file, options.encoding)) }
  const log = new RowLog({
    lines: spool.newPath('.lines.csv'),
    unreadable: spool.newPath('.unreadable.csv'),
  })
  // What will be copied for sure is copied at once.
  const early = isForeign(reading) ? openCopy(reading) : undefined
  const keys = reading.layout === 'records' ? undefined : new KeyLog()
  const sinks = [log, early?.sink, keys].filter((sink) => sink !== undefined)
  const { facts, badText } = await readWith(reading, new SinkTee(sinks)).finally(() => {
    log.close()
    early?.writer.close()
  })
  if (reading.layout === 'records' && dialect.hasHeader && !facts.header) {
    throw fail('load-file-empty', { path: file.shownPath })
  }
  // DuckDB refuses a file for a byte that is no text.
  const isCopied = facts.isIrregular || badText !== undefined || early !== undefined
  const readPath = early?.writer.path ?? (await copyIf(isCopied, reading))
  const header = keys?.keys ?? facts.header?.map((name) => name.trim())
  checkNames(file, header ?? [])
  return {
    ...file,
    ...(header && { header }),
    readPath,
    shape: shapeOf(reading, facts, isCopied),
    rows: log.rows,
    lines: log.lines,
    unreadable: log.unreadableRows,
    badText,
    isTrimmed: facts.isTrimmed,
    longestRow: facts.longestRow,
  }
}

/** SQL cannot name it. Texts in UTF-16 that do not say so have a NUL beside every letter. What looks like a name may be a value of somebody's. */
function checkNames({ shownPath: path }: FoundFile, header: readonly string[]): void {
  const index = header.findIndex((name) => name.includes('\0'))
  if (index < 0) return
  const names = header.join('')
  const nuls = names.split('\0').length - 1
  const isWide = nuls > 1 && nuls * 2 >= names.length - 1
  throw fail('load-column-nul', { path, column: index + 1, isWide })
}

async function readWith({ file, form, layout, dialect }: Reading, sink: RowSink) {
  const guard = new EncodingGuard({ shownPath: file.shownPath, encoding: form.encoding }, sink)
  const scanner = createScanner(layout, dialect, guard)
  await readThrough(file, form, { scanner, guard })
  return { facts: scanner.facts(), badText: guard.badText }
}

function createScanner(layout: Layout, dialect: Dialect, sink: RowSink): Scanner {
  switch (layout) {
    case 'records':
      return new RecordScanner(dialect, sink)
    case 'lines':
      return new LineScanner(dialect.maxRowBytes, sink)
    case 'values':
      return new JsonScanner(dialect.maxRowBytes, sink)
  }
}

/** DuckDB has no way to read it. */
function isForeign({ form, layout }: Reading): boolean {
  return form.encoding !== 'utf-8' || layout === 'values'
}

/** The readable rows in UTF-8, one kind of line break, nothing packed. */
function openCopy({ layout, spool }: Reading) {
  const writer = new BlockWriter(spool.newPath(layout === 'records' ? '.csv' : '.jsonl'))
  return { writer, sink: copyRows(writer, { joinLines: layout !== 'records' }) }
}

async function copyIf(isCopied: boolean, reading: Reading): Promise<string> {
  if (!isCopied) return reading.file.readPath
  const { writer, sink } = openCopy(reading)
  await readWith(reading, sink).finally(() => writer.close())
  return writer.path
}

function shapeOf(
  { dialect, form, layout }: Reading,
  facts: ScanFacts,
  isCopied: boolean,
): FileShape {
  const compression = isCopied ? 'none' : form.compression
  if (layout !== 'records') return { kind: 'json-lines', compression }
  const { header, fields = 0 } = facts
  const names = header?.map((name) => name.trim())
  return {
    kind: 'records',
    columns: names ? nameColumns(names) : positionalNames(fields),
    delimiter: Buffer.from(dialect.delimiter).toString(),
    quote: charOf(dialect.quote),
    escape: charOf(dialect.escape),
    hasHeader: dialect.hasHeader,
    skip: isCopied ? 0 : facts.blankLinesBefore,
    endsWithLf: isCopied || facts.endsWithLf,
    compression,
  }
}

function charOf(byte: number): string {
  return byte < 0 ? '' : String.fromCharCode(byte)
}
