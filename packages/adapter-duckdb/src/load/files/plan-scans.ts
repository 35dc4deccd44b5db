import { duckdbDialect } from '../../dialect.ts'
import type { FileScan, FileShape, PlanScans, ScanColumn, ScannableFile } from './inspection.ts'
import { writeLineLimit } from './line-limit.ts'
import { nameColumns } from './name-columns.ts'
import { LINE_DELIMITER } from './scan/line-scanner.ts'

const { literal, quote } = duckdbDialect

export const planScans: PlanScans = (files) => {
  const groups = new Map<string, ScannableFile[]>()
  for (const file of files) {
    const key = JSON.stringify(file.shape)
    const group = groups.get(key)
    if (group) group.push(file)
    else groups.set(key, [file])
  }
  return [...groups.values()].map(planScan)
}

function planScan(files: readonly ScannableFile[]): FileScan {
  const [first] = files
  if (!first) throw new Error('a scan reads at least one file')
  return { files, columns: columnsOf(first.shape), sql: writeScan(first.shape, files) }
}

function columnsOf(shape: FileShape): readonly ScanColumn[] {
  switch (shape.kind) {
    case 'records':
      return shape.columns.map((name) => ({ name, type: 'varchar' }))
    case 'json-lines':
      return [{ name: 'json', type: 'varchar' }]
    case 'parquet': {
      const names = nameColumns(shape.columns.map(({ name }) => name))
      return shape.columns.map(({ type }, index) => ({ name: names[index] ?? '', type }))
    }
  }
}

/** A Parquet file may have a column `filename` of its own. */
const FILE_COLUMN = '__btn_file'

function selectTyped(shape: FileShape & { readonly kind: 'parquet' }): string {
  const columns = columnsOf(shape).map(({ name }, index) => {
    const original = shape.columns[index]?.name ?? name
    return original === name ? quote(name) : `${quote(original)} as ${quote(name)}`
  })
  return [...columns, `${FILE_COLUMN} as filename`].join(', ')
}

function writeScan(shape: FileShape, files: readonly ScannableFile[]): string {
  const paths = `[${files.map((file) => literal(file.readPath)).join(', ')}]`
  const limit = writeLineLimit(Math.max(...files.map((file) => file.longestRow)))
  switch (shape.kind) {
    case 'records': {
      const columns = shape.columns.map((name) => `${literal(name)}: 'varchar'`).join(', ')
      return (
        `read_csv(${paths}, columns = {${columns}}, auto_detect = false, hive_partitioning = false, header = ${shape.hasHeader}, skip = ${shape.skip}, ` +
        `delim = ${literal(shape.delimiter)}, quote = ${literal(shape.quote)}, escape = ${literal(shape.escape)}, ` +
        `${shape.endsWithLf ? String.raw`new_line = '\n', ` : ''}compression = '${shape.compression}', strict_mode = true, ignore_errors = true, filename = true${limit})`
      )
    }
    case 'json-lines':
      return (
        `(select json, filename from read_csv(${paths}, columns = {'json': 'varchar'}, auto_detect = false, hive_partitioning = false, header = false, ` +
        `delim = chr(${LINE_DELIMITER}), quote = '', escape = '', compression = '${shape.compression}', filename = true${limit}) ` +
        `where trim(json, chr(32) || chr(9)) <> '')`
      )
    case 'parquet':
      return `(select ${selectTyped(shape)} from read_parquet(${paths}, filename = '${FILE_COLUMN}', hive_partitioning = false))`
  }
}
