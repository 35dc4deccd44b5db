import type { SqlTable, SqlValue } from '@btn/adapter'
import type { Opened } from '../open-project.ts'
import { printData } from './print-data.ts'
import { cellText, tableText, toJson } from './table.ts'

export type TableForm = 'text' | 'json' | 'csv'

/** Rows as what a command was asked for: for people, or for programs. */
export function printTable(opened: Opened, table: SqlTable, form: TableForm): void {
  printData(opened, toForm(table, form))
}

function toForm(table: SqlTable, form: TableForm): string {
  if (form === 'json') return rowsJson(table)
  return form === 'csv' ? rowsCsv(table) : tableText({ ...table, rows: table.rows.map(forPeople) })
}

/** A list with an object for each row. */
function rowsJson({ columns, rows }: SqlTable): string {
  const objects = rows.map((row) => {
    const entries = columns.map(({ name }, at) => `${JSON.stringify(name)}: ${toJson(row[at])}`)
    return `  {${entries.join(', ')}}`
  })
  return objects.length === 0 ? '[]' : `[\n${objects.join(',\n')}\n]`
}

function rowsCsv({ columns, rows }: SqlTable): string {
  const lines = [columns.map(({ name }) => name), ...rows.map((row) => row.map(cellText))]
  return lines.map((cells) => cells.map(csvField).join(',')).join('\n')
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function forPeople(row: readonly SqlValue[]): readonly SqlValue[] {
  return row.map((value) => {
    if (typeof value !== 'object' || value === null || value.kind !== 'timestamptz') return value
    // To the millisecond, in UTC.
    const text = value.text.replace(/(?:Z|\+00(?::00)?)$/, '')
    return { ...value, text: text.replace(/(\.\d{3})\d+$/, '$1') }
  })
}
