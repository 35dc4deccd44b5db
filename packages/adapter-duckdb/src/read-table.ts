import type { SqlTable, SqlValue } from '@btn/adapter'
import type { DuckDBDataChunk, DuckDBMaterializedResult, DuckDBType } from '@duckdb/node-api'
import type { Engine } from './engine.ts'
import { createReader, type ValueReader } from './read-value.ts'

/**
 * Reads a whole result. `readZone` finds out the session's time zone; it is asked only when a column has a type with a zone, also inside of
 * a list or struct.
 */
export async function readTable(
  engine: Engine,
  result: DuckDBMaterializedResult,
  readZone: () => Promise<string>,
): Promise<SqlTable> {
  const types = result.columnTypes()
  const columns = types.map((type, index) => ({
    name: result.columnName(index),
    type: nameType(type),
  }))
  const hasZone = columns.some(({ type }) => type.includes('WITH TIME ZONE'))
  const zone = hasZone ? await readZone() : 'UTC'
  const readers = types.map((type) => createReader(engine, type, zone))
  const rows: SqlValue[][] = []
  for (let index = 0; index < result.chunkCount; index++) {
    addRows(rows, result.getChunk(index), readers)
  }
  return { columns, rows }
}

function addRows(
  rows: SqlValue[][],
  chunk: DuckDBDataChunk,
  readers: readonly ValueReader[],
): void {
  const first = rows.length
  const count = chunk.rowCount
  for (let row = 0; row < count; row++) rows.push([])
  readers.forEach((read, column) => {
    const vector = chunk.getColumnVector(column)
    for (let row = 0; row < count; row++) {
      const value = vector.getItem(row)
      rows[first + row]?.push(value === null ? null : read(value))
    }
  })
}

/** The type as DuckDB writes it in a catalogue: an alias such as JSON has its own name. */
function nameType(type: DuckDBType): string {
  return type.alias ?? type.toString()
}
