import { duckdbDialect } from '../../dialect.ts'
import { loadEngine } from '../../engine.ts'
import type { ScanColumn } from './inspection.ts'
import { fail } from './problems.ts'

export interface ParquetFacts {
  readonly columns: readonly ScanColumn[]
  readonly rows: number
}

/** What the end of a Parquet file says of it. A database in memory reads it, so that nobody's connection is needed. */
export async function inspectParquet(path: string, shownPath: string): Promise<ParquetFacts> {
  const { DuckDBInstance } = await loadEngine()
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  const file = duckdbDialect.literal(path)
  try {
    const described = await connection.runAndReadAll(`describe from read_parquet(${file})`)
    const counted = await connection.runAndReadAll(
      `select num_rows from parquet_file_metadata(${file})`,
    )
    const columns = described
      .getRows()
      .map(([name, type]) => ({ name: String(name), type: String(type) }))
    return { columns, rows: Number(counted.getRows()[0]?.[0]) }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const problem = (error.message.split('\n')[0] ?? '').replaceAll(path, shownPath)
    throw fail('load-file-damaged', { path: shownPath, problem })
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
