import type { Catalog, RelationSummary, SqlColumn, SummaryRequest } from '@btn/adapter'
import { duckdbDialect as dialect } from './dialect.ts'

/** Reads a whole relation, at most three times, inside the engine. */
export const summarize: Catalog['summarize'] = async (connection, relation, request) => {
  const name = dialect.name(relation)
  const readRow = async (sql: string) => (await connection.query(sql)).rows[0] ?? []

  const candidates = request.columns.flatMap((column) => {
    const test = testOfTheRun(column, request)
    return test === undefined ? [] : [{ name: column.name, test }]
  })
  const tests = candidates.map(({ test }) => `coalesce(bool_and(${test}), false)`)
  const passed = tests.length === 0 ? [] : await readRow(`select ${tests.join(', ')} from ${name}`)
  const columnsOfTheRun = candidates.filter((_, at) => passed[at] === true).map((it) => it.name)

  const columns = request.columns.filter((column) => !columnsOfTheRun.includes(column.name))
  const texts = columns.map(comparableText)
  const rowText = texts.length === 0 ? `''` : texts.join(` || '|' || `)
  const sums = [...texts, rowText].map(checksum)
  const [count, ...found] = await readRow(`select count(*), ${sums.join(', ')} from ${name}`)
  const rows = Number(count)
  const summary: RelationSummary = {
    rows,
    columnsOfTheRun,
    checksums: Object.fromEntries(columns.map((it, at) => [it.name, String(found[at])])),
    checksum: String(found.at(-1)),
  }
  if (rows > request.mostRows) return summary
  const lines = await connection.query(`select ${rowText} from ${name}`)
  return { ...summary, content: lines.rows.map(([line]) => String(line)).sort() }
}

/** The condition that a value belongs to the run; undefined for types that cannot. */
function testOfTheRun(
  { name, type }: SqlColumn,
  { invocationIds, startedAt, endedAt }: SummaryRequest,
): string | undefined {
  const column = dialect.quote(name)
  if (type === 'VARCHAR') {
    const ids = invocationIds.map((id) => dialect.literal(id)).join(', ')
    return ids === '' ? undefined : `${column} is not null and ${column} in (${ids})`
  }
  if (!type.startsWith('TIMESTAMP')) return undefined
  // A time without a zone may have been taken in the zone of this machine or in UTC.
  const offsets = type === 'TIMESTAMP WITH TIME ZONE' ? [0] : [0, zoneOffsetMs(startedAt)]
  const moment = (at: Date, offsetMs: number) =>
    `cast(${dialect.literal(new Date(at.getTime() + offsetMs).toISOString())} as ${type})`
  const ranges = [...new Set(offsets)].map(
    (ms) => `${column} between ${moment(startedAt, ms)} and ${moment(endedAt, ms)}`,
  )
  return `${column} is not null and (${ranges.join(' or ')})`
}

function zoneOffsetMs(at: Date): number {
  return -at.getTimezoneOffset() * 60_000
}

/** The last digits of a floating-point sum depend on the order in which threads add. */
function comparableText({ name, type }: SqlColumn): string {
  const column = dialect.quote(name)
  const isInexact = type === 'DOUBLE' || type === 'FLOAT'
  const text = isInexact ? `format('{:.12g}', ${column})` : `cast(${column} as varchar)`
  return `coalesce(${text}, '\\N')`
}

function checksum(text: string): string {
  return `cast(sum(md5_number_lower(${text})) as varchar)`
}
