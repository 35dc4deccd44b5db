import type { SqlTable, SqlValue } from '@btn/adapter'
import type { DuckDBMaterializedResult, DuckDBType } from '@duckdb/node-api'
import type { Engine } from './engine.ts'
import { createReader } from './read-value.ts'

/** Reads a whole result. `zone` is the session's time zone; only columns that {@link needsZone} use it. */
export function readTable(
  engine: Engine,
  result: DuckDBMaterializedResult,
  zone: string,
): SqlTable {
  const types = result.columnTypes()
  const columns = types.map((type, index) => ({
    name: result.columnName(index),
    type: nameType(type),
  }))
  const readers = types.map((type) => createReader(engine, type, zone))
  const rows: SqlValue[][] = []
  for (let index = 0; index < result.chunkCount; index++) {
    const chunk = result.getChunk(index)
    const first = rows.length
    for (let row = 0; row < chunk.rowCount; row++) rows.push([])
    readers.forEach((read, column) => {
      const vector = chunk.getColumnVector(column)
      for (let row = 0; row < chunk.rowCount; row++) {
        const value = vector.getItem(row)
        rows[first + row]?.push(value === null ? null : read(value))
      }
    })
  }
  return { columns, rows }
}

/** Whether a value of the result has a time zone, also inside of a list or struct. */
export function needsZone(result: DuckDBMaterializedResult): boolean {
  return result.columnTypes().some((type) => type.toString().includes('TIMESTAMP WITH TIME ZONE'))
}

/** The type as DuckDB writes it in a catalogue: an alias such as JSON has its own name. */
function nameType(type: DuckDBType): string {
  return type.alias ?? type.toString()
}
