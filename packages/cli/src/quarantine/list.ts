import type { SqlTable, SqlValue } from '@btn/adapter'
import type { LoadedSource } from '@btn/core'
import { findQuarantine, WAITING } from '@btn/core/run'
import type { ExitCode } from '../commands/command.ts'
import { printData } from '../terminal/print-data.ts'
import { printTable } from '../terminal/print-table.ts'
import { shownSql, queryWanted, wantedSql } from './condition.ts'
import { nameOf, type QuarantineWork } from './quarantine.ts'

const columns = [
  'table',
  'waiting',
  'replayed',
  'superseded',
  'files',
  'newest',
  'reasons',
] as const

/** `btn quarantine list`: the tables, and for which reasons their rows wait. */
export async function listQuarantine(
  work: QuarantineWork,
  sources: readonly LoadedSource[],
): Promise<ExitCode> {
  const { opened, values, database, connection } = work
  const rows: (readonly SqlValue[])[] = []
  for (const source of sources) {
    const table = await findQuarantine(database, connection, source)
    const row = table && (await countRows(work, opened.adapter?.dialect.name(table) ?? ''))
    if (row) rows.push([nameOf(source), ...row])
  }
  const { output = 'text' } = values
  if (rows.length === 0 && output === 'text') {
    printData(opened, 'No row waits in the quarantine.')
    return 0
  }
  const told: SqlTable = { columns: columns.map((name) => ({ name, type: 'VARCHAR' })), rows }
  printTable(opened, told, output)
  return 0
}

/** Undefined where no row is of the kind that is looked for. */
async function countRows(work: QuarantineWork, table: string) {
  const condition = shownSql(work.values, wantedSql(work))
  const found = await queryWanted(
    work,
    `select count(*) filter (${WAITING}), count(replayed_at), count(superseded_at), count(distinct file), max(rejected_at) ` +
      `from ${table} where ${condition}`,
  )
  const reasons = await queryWanted(
    work,
    `select reason, count(*) from (select unnest(reasons) as reason from ${table} where ${condition}) group by 1 order by 2 desc, 1`,
  )
  const [counts = []] = found.rows
  if (counts[3] === 0n) return undefined
  const told = reasons.rows.map(([reason, count]) => `${String(reason)}: ${String(count)}`)
  return [...counts, told.join(', ')]
}
