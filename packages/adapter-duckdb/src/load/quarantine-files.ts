import { mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, parse } from 'node:path'
import type { Connection, LoadRequest, QuarantineFile } from '@btn/adapter'
import type { HeaderMatch } from './files/inspection.ts'
import { describeFault, fail } from './files/problems.ts'
import { rawFields } from './layout.ts'
import { list, literal, quote } from './names.ts'
import { loadIdOf } from './quarantine-table.ts'
import { cleanedColumns, REJECTED, rejectedColumns as its } from './rejected-rows.ts'
import type { Stage } from './stage.ts'

/** A file that lies beside the place it belongs to. */
export interface PendingFile {
  readonly path: string
  /** Absent when there is nothing to tell: an old file goes away. */
  readonly written: string | undefined
}

export interface QuarantineWriter {
  readonly connection: Connection
  readonly stage: Stage
  readonly request: Pick<LoadRequest, 'quarantine' | 'files' | 'relation'>
  /** By index of the stage's files. */
  readonly matches: readonly HeaderMatch[]
  readonly rejected: readonly number[]
}

/** Writes the rejected rows in the forms that the user declared, each beside its place. Of what fails nothing is left. */
export async function writeQuarantine(writer: QuarantineWriter): Promise<readonly PendingFile[]> {
  const targets = writer.request.quarantine.files.flatMap((file) => targetsOf(writer, file))
  const pending: PendingFile[] = []
  try {
    for (const target of targets) pending.push(await write(writer, target))
    return pending
  } catch (error) {
    // What cannot be removed either, the next load removes.
    await discardFiles(targets).catch(() => undefined)
    throw error
  }
}

/** A file for each input, where its name says so. */
function targetsOf({ stage }: QuarantineWriter, file: QuarantineFile): readonly Target[] {
  if (!file.path.includes('{file_stem}')) return [{ file, path: file.path, index: undefined }]
  return stage.files.map(({ name }, index) => {
    return { file, path: file.path.replaceAll('{file_stem}', stemOf(name)), index }
  })
}

/** Puts every file into its place: between the last statement of the transaction and its end, so that a crash is healed by the next load. */
export async function publishFiles(files: readonly PendingFile[]): Promise<void> {
  for (const { path, written } of files) {
    await atPath(path, () => (written === undefined ? removeAll(path) : rename(written, path)))
  }
}

/** Where a file is written, beside its place. DuckDB writes below a name of its own first. */
const besideOf = (path: string): string => join(dirname(path), `.${basename(path)}.btn-new`)

/** There is nothing to tell: what a load wrote goes away. */
async function removeAll(path: string): Promise<void> {
  await rm(path, { force: true })
  await removeBeside(path)
}

/** Also what a load left that was killed. */
async function removeBeside(path: string): Promise<void> {
  const beside = besideOf(path)
  for (const left of [beside, join(dirname(beside), `tmp_${basename(beside)}`)])
    await rm(left, { force: true })
}

/** What a file system says of a file of the quarantine, in words. */
async function atPath(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const problem = describeFault(error)
    if (problem === undefined) throw error
    throw fail('load-quarantine-unwritable', { path, problem })
  }
}

export async function discardFiles(files: readonly Pick<PendingFile, 'path'>[]): Promise<void> {
  for (const { path } of files) await removeBeside(path)
}

/** The name without its extensions: `events.csv.gz` is `events`. */
function stemOf(name: string): string {
  return parse(name.replace(/\.(gz|gzip|zst|zstd)$/i, '')).name
}

interface Target {
  readonly file: QuarantineFile
  readonly path: string
  /** The input whose rows it gets; all when absent. */
  readonly index: number | undefined
}

async function write(writer: QuarantineWriter, target: Target): Promise<PendingFile> {
  const { file, path, index } = target
  if (index !== undefined && writer.rejected[index] === 0) return { path, written: undefined }
  const written = besideOf(path)
  await atPath(path, async () => {
    await mkdir(dirname(path), { recursive: true })
    // The file system says better than the database what is wrong.
    await (await open(written, 'w')).close()
  })
  const where = index === undefined ? '' : ` where ${its.file} = ${index}`
  const columns = file.columns.flatMap((column) =>
    column.kind === 'all-raw'
      ? rawColumns(writer, index)
      : [`(${column.sql}) as ${quote(column.name)}`],
  )
  const named = namedRows(writer, file, where)
  const copy = `copy (select ${list(columns)} from (${named})) to ${literal(written)} (${copyOptions(file)})`
  await writer.connection.execute(copy)
  return { path, written }
}

/** What a file may say of a row besides its columns, with types. */
export const toldColumns = [
  ['file', 'varchar'],
  ['line_number', 'bigint'],
  ['raw_text', 'varchar'],
  ['error_reason', 'varchar'],
  ['reject_reason', 'varchar'],
  ['reasons', 'varchar[]'],
  ['load_id', 'bigint'],
] as const

/** Under the names of the input's own header, where there is one input. */
function rawColumns({ stage, matches }: QuarantineWriter, index: number | undefined): string[] {
  const { layout } = stage.plan
  const raw = quote(layout.raw)
  const input = index === undefined ? undefined : stage.files[index]
  const targets = index === undefined ? undefined : matches[index]?.targets
  if (!input?.header || !targets || input.shape.kind === 'json-lines') {
    return rawFields(layout).map((name) => `${raw}.${quote(name)} as ${quote(name)}`)
  }
  return input.header.map((name, at) => `${raw}.${quote(targets[at] ?? name)} as ${quote(name)}`)
}

/** The rejected rows with the names that a user knows: a column of the table wins over what btn tells. */
function namedRows(
  { stage, request }: QuarantineWriter,
  file: QuarantineFile,
  where: string,
): string {
  const { layout } = stage.plan
  const at = `[${its.file} + 1]`
  const shown = list(stage.files.map(({ shownPath }) => literal(shownPath)))
  const ids = list(stage.files.map(({ path }) => String(loadIdOf(request, path))))
  const reason = `array_to_string(${its.texts}, ${literal(file.join)})`
  const told: Readonly<Record<(typeof toldColumns)[number][0], string>> = {
    file: `([${shown}])${at}`,
    line_number: its.line,
    raw_text: its.rawText,
    error_reason: reason,
    reject_reason: reason,
    reasons: its.names,
    load_id: `([${ids}])${at}::bigint`,
  }
  const columns = layout.columns.map(({ name }) => name)
  const known = cleanedColumns(layout, request.quarantine.files)
  // Nobody asks for what is not there, but for names that are like its name.
  const cleaned = columns.map((name) =>
    known.includes(name) ? quote(name) : `null as ${quote(name)}`,
  )
  const others = Object.entries(told)
    .filter(([name]) => !columns.includes(name))
    .map(([name, sql]) => `${sql} as ${quote(name)}`)
  return `select ${list([quote(layout.raw), ...cleaned, ...others])} from ${REJECTED}${where}`
}

function copyOptions({ format, options }: QuarantineFile): string {
  if (format === 'parquet') return 'format parquet'
  if (format === 'json') return 'format json, array true'
  if (format === 'jsonl') return 'format json, array false'
  const delimiter = literal(options.delimiter ?? ',')
  return `format csv, header ${options.header ?? true}, delimiter ${delimiter}`
}
