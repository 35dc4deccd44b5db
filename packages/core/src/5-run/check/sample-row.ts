import type { SqlColumn, SqlValue } from '@btn/adapter'

/** Two rows that have nothing in common but that every claim holds in them. */
export type Sample = 'first' | 'second'

/** A row that a query could give; NULL where no value of the type is at hand. */
export function sampleRow(columns: readonly SqlColumn[], which: Sample): readonly SqlValue[] {
  const number = which === 'first' ? 1 : 2
  return columns.map(({ type }) => sampleOf(type, number))
}

function sampleOf(type: string, number: number): SqlValue {
  const day = `2000-01-0${number}`
  if (type === 'BOOLEAN') return true
  if (type === 'VARCHAR') return `x${number}`
  if (/^U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?$/.test(type)) return BigInt(number)
  if (type === 'DOUBLE' || type === 'FLOAT') return number
  if (type.startsWith('DECIMAL')) return { kind: 'decimal', text: String(number) }
  if (type === 'DATE') return { kind: 'date', text: day }
  if (/^TIMESTAMP(?:_\w+)?$/.test(type)) return { kind: 'timestamp', text: `${day}T00:00:00` }
  if (type.startsWith('TIMESTAMP')) return { kind: 'timestamptz', text: `${day}T00:00:00+00:00` }
  return null
}
