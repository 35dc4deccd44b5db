import type { Cleaner, LoadColumn, LoadRequest, Protection } from '@btn/adapter'
import { isSameName, LOAD_ID } from './names.ts'

/** A column of the table that rows are loaded into. */
export interface TableColumn {
  readonly name: string
  readonly type: string
  readonly isText: boolean
  readonly cleaner?: Cleaner | undefined
  /** SQL of the value where a file has no such column: the date of a partition. */
  readonly fallback?: string | undefined
  /** Nobody expects files to have it. */
  readonly isOurs?: boolean
  /** What is stored of a value. */
  readonly protect?: Protection | undefined
}

export type Lineage = 'file' | 'line' | 'loaded_at'

/** What the rows of a load look like, before and after. */
export interface Layout {
  /** Those that the contract is about, in the order of the table. */
  readonly columns: readonly TableColumn[]
  /** Columns of the files that are in no column of the table. */
  readonly extras: readonly string[]
  /** What the rest calls the texts as read: `raw`, if no column has that name. */
  readonly raw: string
  readonly lineage: readonly LineageColumn[]
}

/** A column that tells where a row came from. */
export interface LineageColumn {
  readonly kind: Lineage | 'load_id'
  readonly name: string
  readonly type: string
}

const TEXT_TYPE = /^(varchar|text|string|char|bpchar)\b/i

const lineageColumns: Readonly<Record<LineageColumn['kind'], LineageColumn>> = {
  file: { kind: 'file', name: '_file', type: 'varchar' },
  line: { kind: 'line', name: '_line', type: 'bigint' },
  loaded_at: { kind: 'loaded_at', name: '_loaded_at', type: 'timestamptz' },
  load_id: { kind: 'load_id', name: LOAD_ID, type: 'bigint' },
}

type LayoutRequest = Pick<LoadRequest, 'columns' | 'contract' | 'lineage' | 'strategy'>

/** `added` are columns that the files have and the table gets, `extras` those that it does not get. */
export function createLayout(
  request: LayoutRequest,
  { added, extras }: { readonly added: readonly string[]; readonly extras: readonly string[] },
): Layout {
  const { contract, strategy } = request
  const declared = [...request.columns, ...added.map((name): LoadColumn => ({ name }))]
  const isDeclared = (name: string) => declared.some((it) => isSameName(it.name, name))
  const ofFiles = declared.map(({ name, dataType = 'varchar', protect }): TableColumn => {
    const cleaner = contract.clean[name]
    return { name, type: dataType, isText: TEXT_TYPE.test(dataType), cleaner, protect }
  })
  const columns = ofFiles.map((column): TableColumn => {
    const isPartition = strategy.kind === 'partition' && isSameName(strategy.column, column.name)
    return isPartition ? { ...column, fallback: strategy.value } : column
  })
  if (strategy.kind === 'partition' && !isDeclared(strategy.column)) {
    const { column: name, value } = strategy
    columns.push({ name, type: 'date', isText: false, fallback: value, isOurs: true })
  }
  const lineage = [...new Set(request.lineage)].map((kind) => lineageColumns[kind])
  return {
    columns,
    extras: extras.filter((name) => !columns.some((it) => isSameName(it.name, name))),
    raw: isDeclared('raw') ? '_raw' : 'raw',
    // Rows that were appended are told apart by their load: a file that changed takes its earlier rows away, and no replay overwrites a
    // row of a later load.
    lineage: keepsLoads(strategy) ? [...lineage, lineageColumns.load_id] : lineage,
  }
}

function keepsLoads({ kind }: LoadRequest['strategy']): boolean {
  return kind === 'append' || kind === 'upsert'
}

/** Whether some of it is personal data: then nothing may be written down as it was read. */
export function isPersonal({ columns }: Layout): boolean {
  return columns.some(({ protect }) => protect)
}

/** Names of the fields of `raw`: the columns of the table, then what else the files have. */
export function rawFields({ columns, extras }: Layout): readonly string[] {
  const read = columns.filter(({ isOurs }) => !isOurs)
  return [...read.map(({ name }) => name), ...extras]
}
