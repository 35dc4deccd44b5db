import { Dict, type CallArguments } from '@btn/jinja'
import { expect, test } from 'vitest'
import type { Context } from '../context.ts'
import { externalMethods } from './adapter-external.ts'

/** What the methods do with text alone; neither context nor call is looked at. */
function call(method: string, location: string, options: Record<string, string | number>) {
  const dict = new Dict(Object.entries(options))
  const found = externalMethods[method]
  return found?.call({} as Context, [location, dict], {} as CallArguments)
}

// As dbt-duckdb 1.11.1 writes them.
test.each([
  ['x.parquet', {}, 'format parquet'],
  ['a.b/x', {}, 'format parquet'],
  ['x', { delimiter: ',' }, "delimiter ',', format csv, header 1"],
  ['x.CSV', { header: 0 }, 'header 0, format csv'],
  ['x.csv.GZ', { delimiter: "'|'" }, "delimiter '|', format csv, compression gzip, header 1"],
  ['x.json.zst', { compression: 'none' }, 'compression none, format json'],
  ['x.gz', {}, 'format parquet'],
  ['x', { format: 'csv', null: 'NA' }, "format csv, null 'NA', header 1"],
  ['x', { partition_by: 'a, b', codec: 'zstd' }, 'partition_by (a, b), codec zstd, format parquet'],
  ['x', { partition_by: '(a, b)' }, 'partition_by (a, b), format parquet'],
])('options of %s with %j', (location, options, expected) => {
  expect(call('external_write_options', location, options)).toBe(expected)
})

test.each([
  ['x.csv', { format: 'csv' }, 'x.csv'],
  ['x', { partition_by: '(a, b)', format: 'csv' }, 'x/*/*/*.csv'],
  ['x', { per_thread_output: 'true' }, 'x/*.parquet'],
])('%s with %j is read from %s', (location, options, expected) => {
  expect(call('external_read_location', location, options)).toBe(expected)
})
