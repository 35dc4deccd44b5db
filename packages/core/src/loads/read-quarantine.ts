import type { QuarantineColumn } from '@btn/adapter'
import type { Json, JsonObject, QuarantineFileSpec, QuarantineSpec } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { fillTable, requirePlaceholders, tell, type SpecReader } from './read-spec.ts'

export function readQuarantine(value: JsonObject, reader: SpecReader): QuarantineSpec {
  const files = Array.isArray(value['files']) ? value['files'] : []
  const join = typeof value['join'] === 'string' ? value['join'] : '|'
  return {
    hasTable: value['table'] !== false,
    keepsRaw: value['keep_raw'] === 'vault',
    files: files.flatMap((it) => (isObject(it) ? (readFile(it, join, reader) ?? []) : [])),
  }
}

const pathWords = ['file_stem', 'date', 'table', 'source']

const formats: Readonly<Record<string, QuarantineFileSpec['format']>> = {
  csv: 'csv',
  tsv: 'csv',
  log: 'csv',
  txt: 'csv',
  parquet: 'parquet',
  json: 'json',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
}

/** Undefined where the schema told what is wrong. */
function readFile(
  value: JsonObject,
  join: string,
  reader: SpecReader,
): QuarantineFileSpec | undefined {
  const path = value['path']
  if (typeof path !== 'string') return undefined
  requirePlaceholders(
    reader,
    { text: path, known: pathWords, where: 'the path of a file of the quarantine' },
    'quarantine.files',
  )
  const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  const said = typeof value['format'] === 'string' ? value['format'] : extension
  const format = formats[said]
  // The schema told of a format that there is not.
  if (!format && typeof value['format'] === 'string') return undefined
  if (!format) {
    const params = { key: 'path', value: path, example: 'rejected.csv' }
    tell(reader, 'load-value-unreadable', params, 'quarantine.files')
    return undefined
  }
  const options = isObject(value['options']) ? value['options'] : {}
  const { delimiter = extension === 'tsv' ? '\t' : undefined, header } = options
  return {
    path: fillTable(path, reader.subject),
    format,
    options: {
      ...(typeof delimiter === 'string' && { delimiter }),
      ...(typeof header === 'boolean' && { header }),
    },
    columns: readColumns(value['columns']),
    join,
  }
}

const usual: readonly QuarantineColumn[] = [
  { kind: 'all-raw' },
  { kind: 'named', name: 'line_number', sql: 'line_number' },
  { kind: 'named', name: 'error_reason', sql: 'error_reason' },
]

/** A list of names, or a mapping from names to SQL; `raw.*` are all columns as read. */
function readColumns(value: Json | undefined): readonly QuarantineColumn[] {
  if (Array.isArray(value)) return value.map((it) => toColumn(String(it), String(it)))
  if (!isObject(value)) return usual
  return Object.entries(value).map(([name, sql]) => toColumn(name, String(sql)))
}

function toColumn(name: string, sql: string): QuarantineColumn {
  return name.trim() === 'raw.*'
    ? { kind: 'all-raw' }
    : { kind: 'named', name: name.replace(/^raw\./, ''), sql }
}
