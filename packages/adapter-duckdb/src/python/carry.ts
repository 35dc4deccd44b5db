import type { SqlColumn } from '@btn/adapter'
import { duckdbDialect } from '../dialect.ts'

/** Types that come back from a Parquet file as they were. */
const SAFE_TYPE =
  /^(?:BOOLEAN|U?(?:TINY|SMALL|BIG)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\(\d+,\d+\)|VARCHAR|BLOB|DATE|TIME|TIMESTAMP|TIMESTAMP_NS|TIMESTAMP WITH TIME ZONE|UUID)$/

/** Types of which Parquet has no equal, also inside of others. */
const STRANGE_TYPE =
  /\b(?:U?HUGEINT|INTERVAL|ENUM|UNION|BIT|TIME WITH TIME ZONE|TIME_NS|TIMESTAMP_M?S|BIGNUM|VARINT|VARIANT|GEOMETRY|JSON)\b|"NULL"/

/** How rows travel through a Parquet file: what is written, and what makes the same of it on the other side. */
export interface Carriage {
  readonly write: string
  readonly read: string
}

/** Columns whose type Parquet has no equal of (huge integers, intervals, enums, …) travel as text. */
export function carry(columns: readonly SqlColumn[]): Carriage {
  const parts = columns.map(({ name, type }) => {
    const column = duckdbDialect.quote(name)
    if (SAFE_TYPE.test(type)) return { write: column, read: column }
    const isNested = /^(?:STRUCT|MAP)\(|\]$/.test(type) && !STRANGE_TYPE.test(type)
    const write = isNested ? column : `${column}::varchar as ${column}`
    return { write, read: `${column}::${type} as ${column}` }
  })
  return {
    write: parts.map((part) => part.write).join(', '),
    read: parts.map((part) => part.read).join(', '),
  }
}
