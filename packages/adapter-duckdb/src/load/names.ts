import { duckdbDialect } from '../dialect.ts'

// Columns of a stage that never get into the table.

/** Index of the row's file. */
export const FILE = '_btn_file'
/** The texts as read, in a struct; only for rows that may be rejected. */
export const RAW = '_btn_raw'
/** The whole row as read, where its format has no columns. */
export const TEXT = '_btn_text'
/** True for a row that could not be taken apart. */
export const BROKEN = '_btn_broken'
/** A rejected row in a list, where the others are not in the stage. */
export const WHOLE = '_btn_whole'
/** Number of the row, where the stage is made of a copy. */
export const ROW = '_btn_row'
/** The bits of broken rules, 62 in a column. */
export const maskName = (word: number): string => `_btn_mask${word}`
/** What tells a protected value apart from others. */
export const identityName = (column: string): string => `_btn_is_${column}`
/** Whether what is stored of a value is not the value. */
export const changedName = (column: string): string => `_btn_changed_${column}`
/** How good a row is, by preference. */
export const preferenceName = (index: number): string => `_btn_prefer${index}`

/** Hidden in tables that rows are appended to: which load a row came with. */
export const LOAD_ID = '_load_id'

export const quote = (name: string): string => duckdbDialect.quote(name)
export const literal = (value: string | number | bigint | null): string =>
  duckdbDialect.literal(value)
export const list = (items: readonly string[]): string => items.join(', ')

export function instantLiteral(date: Date): string {
  return `timestamptz ${literal(date.toISOString())}`
}

/** SQL of the user's with the date of the run in it. */
export function fillDate(sql: string, date: string | undefined): string {
  return date === undefined ? sql : sql.replaceAll('{date}', `date ${literal(date)}`)
}

export function isSameName(left: string, right: string): boolean {
  return duckdbDialect.isSameName(left, right)
}
