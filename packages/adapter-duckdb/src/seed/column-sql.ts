import { duckdbDialect } from '../dialect.ts'
import type { ColumnGuess } from './infer-types.ts'

/** A column of the table to be made. */
export interface SeedColumn {
  readonly name: string
  /** The name in the scan of the file. */
  readonly raw: string
  readonly guess: ColumnGuess
  /** The type that the user fixed, or that the existing table has. */
  readonly fixedType: string | undefined
  /** The user fixed the type, so that no value speaks against it but one that cannot be cast. */
  readonly isChosen: boolean
}

/** The cell as a value of the column's type; null when it cannot be one. */
export function writeValue(column: SeedColumn): string {
  const { raw, guess, fixedType } = column
  if (fixedType !== undefined) return `try_cast(${raw} as ${fixedType})`
  switch (guess.kind) {
    case 'text':
      return raw
    case 'boolean':
      return `try_cast(trim(${raw}) as boolean)`
    default:
      return writeCast(raw, guess)
  }
}

const writeCast = (raw: string, guess: ColumnGuess) => `try_cast(${raw} as ${guess.sqlType})`

/**
 * Whether the database can make a value of the cell. Used once the types are known from every row of the file: then only a value
 * that dbt's rules take for a number or a date and DuckDB does not (`$5`, `1,000`) can fail, as it does under dbt.
 */
export function writeIsLoaded(column: SeedColumn): string | undefined {
  const { raw, guess, fixedType } = column
  if (fixedType !== undefined) return `(${raw} is null or ${writeValue(column)} is not null)`
  if (guess.kind === 'text') return undefined
  return `(${writeValue(column)} is not null or ${writeIsNull(raw)})`
}

const writeIsNull = (raw: string) => `(${raw} is null or lower(trim(${raw})) in ('', 'null'))`

/**
 * Whether the cell surely has the kind that was guessed from the beginning of the file. It may refuse a value that dbt would accept (then
 * the whole file is looked at), but never accepts one that dbt would refuse. The cast back to text is much cheaper
 * than a regular expression and settles most cells.
 */
export function writeIsSure(column: SeedColumn): string | undefined {
  const { guess, fixedType, isChosen } = column
  if (isChosen || guess.kind === 'text') return writeIsLoaded(column)
  const isSure = writeIsOfKind(column)
  return fixedType === undefined ? isSure : `(${isSure} and ${writeIsLoaded(column)})`
}

function writeIsOfKind({ raw, guess }: SeedColumn): string {
  const value = writeCast(raw, guess)
  const orNull = (test: string) => `case when ${test} then true else ${writeIsNull(raw)} end`
  const orPattern = (same: string, pattern: string) =>
    orNull(
      `case when ${same} then true else ${value} is not null and regexp_full_match(${raw}, '\\s*${pattern}\\s*') end`,
    )
  switch (guess.kind) {
    case 'text':
      return 'true'
    case 'boolean':
      return orNull(`lower(trim(${raw})) in ('true', 'false')`)
    case 'number':
      return guess.sqlType === 'DOUBLE'
        ? orNull(`${value} is not null`)
        : orPattern(`${value}::varchar = ${raw}`, '[+-]?[0-9]+')
    case 'date':
      return orPattern(
        `length(${raw}) = 10 and ${value}::varchar = ${raw} and ${raw} > '0001'`,
        '[0-9]{3}[1-9]-[0-9]{1,2}-[0-9]{1,2}',
      )
    case 'datetime':
      return orPattern(
        `length(${raw}) = 19 and ${value}::varchar = ${raw} and ${raw} > '0001'`,
        '[0-9]{3}[1-9]-[0-9]{1,2}-[0-9]{1,2}\\s+(2[0-3]|[01]?[0-9])(:[0-5]?[0-9]){2}',
      )
    case 'iso':
      return orPattern(
        'false',
        '[0-9]{3}[1-9]-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]+)?)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?',
      )
  }
}

/** The scan of a file as text. */
export function writeScan(path: string, columns: readonly SeedColumn[], delimiter: string): string {
  const { literal } = duckdbDialect
  const types = columns.map((column) => `${literal(column.raw)}: 'VARCHAR'`).join(', ')
  return `read_csv(${literal(escapeGlob(path))}, columns = {${types}}, auto_detect = false, header = true, delim = ${literal(delimiter)}, quote = '"', escape = '"')`
}

/** A file's name may look like a pattern. */
function escapeGlob(path: string): string {
  return path.replace(/[*?[]/g, (char) => `[${char}]`)
}
