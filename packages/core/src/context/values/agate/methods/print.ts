import { isTruthy, raise, readArguments, toText, type CallArguments, type Value } from '@btn/jinja'
import { drawBars } from '../draw-bars.ts'
import { drawHtml } from '../draw-html.ts'
import { drawTable, type Drawing, type DrawLimits } from '../draw.ts'
import { isNullWord } from '../infer.ts'
import { columnAt, itemsOf } from '../keys.ts'
import type { AgateTable } from '../table.ts'
import type { TableMethods } from './method.ts'
import { csvText, jsonText } from './write.ts'

const LIMITS = [
  'max_rows?',
  'max_columns?',
  'output?',
  'max_column_width?',
  'locale?',
  'max_precision?',
]

const limitOf = (value: Value | undefined, otherwise: number): number | null =>
  value === null ? null : typeof value === 'number' ? value : otherwise

function readLimits(args: CallArguments, name: string): DrawLimits {
  const [rows, columns, , width, , precision] = readArguments(args, name, LIMITS)
  return {
    maxRows: limitOf(rows, 20),
    maxColumns: limitOf(columns, 6),
    maxColumnWidth: limitOf(width, 20),
    maxPrecision: limitOf(precision, 3),
  }
}

function drawingOf(table: AgateTable): Drawing {
  return { columns: table.columns, rows: table.rows.map(({ cells }) => cells) }
}

/** The columns of a table and their types. */
export function structureText(table: AgateTable, maxRows: number | null = null): string {
  return drawTable(
    {
      columns: [
        { name: 'column', type: 'Text' },
        { name: 'data_type', type: 'Text' },
      ],
      // agate takes a column of this name for one that has none.
      rows: table.columns.map(({ name, type }) => [isNullWord(name) ? null : name, type]),
    },
    { maxRows, maxColumnWidth: null },
  )
}

function bars(table: AgateTable, args: CallArguments): string {
  const [label, value, domain, width, , printable] = readArguments(args, 'print_bars', [
    ...['label_column_name?', 'value_column_name?', 'domain?', 'width?', 'output?', 'printable?'],
  ])
  const labelAt = columnAt(table, label ?? 'group')
  const valueAt = columnAt(table, value ?? 'Count')
  if (table.typeAt(valueAt) !== 'Number')
    raise('TypeError', 'print_bars() draws decimal and floating-point numbers only')
  return drawBars({
    labelName: table.names[labelAt] ?? '',
    valueName: table.names[valueAt] ?? '',
    labels: table.values(labelAt).map(toText),
    values: table.values(valueAt),
    domain: itemsOf(domain),
    width: typeof width === 'number' ? width : 120,
    isPlain: isTruthy(printable ?? false),
  })
}

/** Methods that write to the terminal. */
export const printMethods: TableMethods = {
  print_table: (table, args) =>
    table.print(drawTable(drawingOf(table), readLimits(args, 'print_table'))),
  print_html: (table, args) =>
    table.print(drawHtml(drawingOf(table), readLimits(args, 'print_html'))),
  print_structure: (table, args) => {
    const [, rows] = readArguments(args, 'print_structure', ['output?', 'max_rows?'])
    return table.print(structureText(table, typeof rows === 'number' ? rows : null))
  },
  print_bars: (table, args) => table.print(bars(table, args)),
  print_json: async (table, args) => table.print((await jsonText(table, args)).replace(/\n$/, '')),
  print_csv: (table, args) => table.print(csvText(table, args).replace(/\n$/, '')),
}
