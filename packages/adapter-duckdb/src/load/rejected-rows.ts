import type { Connection, LoadRequest } from '@btn/adapter'
import type { FileShape, ScannableFile } from './files/inspection.ts'
import { isPersonal, rawFields, type Layout } from './layout.ts'
import { withLines } from './lines.ts'
import { BROKEN, FILE, isSameName, list, literal, quote, RAW, TEXT } from './names.ts'
import { isRejected, isRejecting, reasonNames, reasonTexts } from './reasons.ts'
import type { Stage } from './stage.ts'
import { storedFields } from './stage-sql.ts'
import { wholeRows } from './verdict-sql.ts'

/** Where rejected rows are while the load goes on: a temporary table of the connection. */
export const REJECTED = 'temp.__btn_rejected'

/** Columns of that table; beside them are those of the layout that files tell, cleaned, and the struct of texts as read. */
export const rejectedColumns = {
  file: '_btn_file',
  line: '_btn_line',
  names: '_btn_names',
  texts: '_btn_texts',
  rawText: '_btn_raw_text',
} as const

/** Collects the rejected rows of a stage, and what its files have that is no row, in the order of the files. */
export async function collectRejected(
  connection: Connection,
  stage: Stage,
  { files }: LoadRequest['quarantine'],
): Promise<void> {
  const { layout, reasons } = stage.plan
  const rejecting = reasons.filter(isRejecting)
  const columns = cleanedColumns(layout, files).map(quote)
  const kept = privateColumns(stage)
  const isNamedOnly = rejecting.every(({ name, text }) => name === text)
  const packed = `select *, ${rawStruct(stage)} as ${quote(layout.raw)} from (${withLines(stage.files, rejectedRows(stage))})`
  const rows =
    `select ${list([
      `${quote(FILE)} as ${rejectedColumns.file}`,
      `_btn_line::bigint as ${rejectedColumns.line}`,
      `${reasonNames(rejecting)} as ${rejectedColumns.names}`,
      `${isNamedOnly ? rejectedColumns.names : reasonTexts(rejecting, layout)} as ${rejectedColumns.texts}`,
      `${rawText(stage, kept.hasText)} as ${rejectedColumns.rawText}`,
      quote(layout.raw),
      ...columns,
    ])}` + ` from (${packed})`
  const unreadable = stage.files.flatMap(({ unreadable: { sql } }, index) =>
    sql === undefined ? [] : [unreadableRows(stage, sql, index)],
  )
  const all = [rows, ...unreadable].join(' union all by name ')
  // Rows that come from the stage alone are in the order of the stage.
  const isOrdered = unreadable.length === 0 && stage.files.every(({ lines }) => !lines.sql)
  const order = isOrdered ? '' : ` order by ${rejectedColumns.file}, ${rejectedColumns.line}`
  await connection.execute(`create or replace temp table __btn_rejected as from (${all})${order}`)
}

/** The cleaned columns that files of the quarantine name; all, where there is an expression that may have any of them. */
export function cleanedColumns(
  { columns }: Layout,
  files: LoadRequest['quarantine']['files'],
): readonly string[] {
  const names = columns.map(({ name }) => name)
  const told = files.flatMap((file) =>
    file.columns.flatMap((it) => (it.kind === 'all-raw' ? [] : [it.sql.trim()])),
  )
  if (!told.every((sql) => /^\w+$/.test(sql))) return names
  return names.filter((name) => told.some((sql) => isSameName(sql, name)))
}

function rejectedRows({ name, plan, keysOnly }: Stage): string {
  if (keysOnly) return wholeRows(plan, name)
  return `select rowid as _btn_at, * from ${name} where ${isRejected(plan.reasons)}`
}

function unreadableRows({ plan }: Stage, table: string, index: number): string {
  // Nobody knows which part of the text is personal where it has no columns.
  return `select ${list([
    `${index}::integer as ${rejectedColumns.file}`,
    `line as ${rejectedColumns.line}`,
    `[reason]::varchar[] as ${rejectedColumns.names}`,
    `[reason]::varchar[] as ${rejectedColumns.texts}`,
    `${isPersonal(plan.layout) ? 'null::varchar' : 'raw_text'} as ${rejectedColumns.rawText}`,
  ])} from ${table}`
}

function privateColumns({ plan }: Stage): { readonly hasText: boolean } {
  return { hasText: plan.branches.some(({ carried }) => TEXT in carried) }
}

/** The texts as read: those that were kept, and those that the columns themselves are. */
function rawStruct({ plan }: Stage): string {
  const stored = storedFields(plan)
  const fields = rawFields(plan.layout).map((name) => {
    const source = stored.includes(name) ? `${quote(RAW)}.${quote(name)}` : quote(name)
    return `${quote(name)} := ${source}`
  })
  const packed = `struct_pack(${list(fields)})`
  const isJson = plan.branches.some(({ carried }) => BROKEN in carried)
  return isJson ? `case when ${BROKEN} is not true then ${packed} end` : packed
}

/** The row as it was written; put together again where only its values were kept. */
function rawText(stage: Stage, hasText: boolean): string {
  const whens = stage.files.flatMap((file, index) => {
    const written = writtenRow(stage, file)
    return written === undefined ? [] : [`when ${index} then ${written}`]
  })
  const written = whens.length === 0 ? 'null' : `case ${quote(FILE)} ${whens.join(' ')} end`
  return hasText && !isPersonal(stage.plan.layout)
    ? `coalesce(${quote(TEXT)}, ${written})`
    : `(${written})::varchar`
}

function writtenRow({ plan }: Stage, { shape }: ScannableFile): string | undefined {
  if (shape.kind !== 'records') return undefined
  const { raw } = plan.layout
  const fields = rawFields(plan.layout).map((name) =>
    writtenField(`${quote(raw)}.${quote(name)}`, shape),
  )
  return fields.join(` || ${literal(shape.delimiter)} || `)
}

function writtenField(value: string, shape: FileShape & { kind: 'records' }): string {
  const text = `coalesce(${value}, '')`
  if (shape.quote === '') return text
  const mark = literal(shape.quote)
  const needs = [shape.delimiter, shape.quote, '\n', '\r'].map(
    (it) => `contains(${value}, ${literal(it)})`,
  )
  const escaped = `replace(${value}, ${mark}, ${literal(shape.escape + shape.quote)})`
  return `case when ${needs.join(' or ')} then ${mark} || ${escaped} || ${mark} else ${text} end`
}
