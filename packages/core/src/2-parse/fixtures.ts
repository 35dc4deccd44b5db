import type { ProjectFile } from '../1-load/index.ts'
import { readCsvRows } from '../unit-tests/csv-rows.ts'
import { resourceName } from './parse-code.ts'
import type { ParsedFixture } from './parsed.ts'

/** The rows that a file below `tests/fixtures` gives to unit tests. dbt reads files without the white space around them. */
export function readFixture(file: Pick<ProjectFile, 'path'>, text: string): ParsedFixture {
  const isQuery = file.path.toLowerCase().endsWith('.sql')
  const trimmed = text.trim()
  return { name: resourceName(file), rows: isQuery ? trimmed : readCsvRows(trimmed) }
}
