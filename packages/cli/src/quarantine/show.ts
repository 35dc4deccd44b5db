import type { Relation } from '@btn/adapter'
import type { ExitCode } from '../commands/command.ts'
import { line } from '../terminal/entry.ts'
import { printData } from '../terminal/print-data.ts'
import { printTable } from '../terminal/print-table.ts'
import { queryWanted, shownSql, wantedSql } from './condition.ts'
import { nameOf, type Quarantined, type QuarantineWork } from './quarantine.ts'

const DEFAULT_LIMIT = 20

/** `btn quarantine show`: the rows as they were read, with file, line and reasons. */
export async function showRejected(
  work: QuarantineWork,
  { source, table }: Quarantined,
): Promise<ExitCode> {
  const { opened, values } = work
  const { limit = DEFAULT_LIMIT, output = 'text', all } = values
  const { dialect } = opened.adapter ?? {}
  if (!dialect) throw new Error('the quarantine was asked without an adapter')
  const isAll = values.reason === undefined && values.where === undefined
  const condition = shownSql(values, wantedSql(work))
  const from = table && `from ${dialect.name(table)} where ${condition}`
  const total = from && (await queryWanted(work, `select count(*) ${from}`)).rows[0]?.[0]
  if (!table || !from || total === undefined || (total === 0n && output === 'text')) {
    printData(
      opened,
      output === 'json'
        ? '[]'
        : `No ${isAll ? '' : 'such '}row of ${nameOf(source)} waits in the quarantine.`,
    )
    return 0
  }
  const { raw: texts, text } = await saidSql(work, table)
  const names = await queryWanted(work, `select distinct unnest(map_keys(${texts})) ${from}`)
  const declared = [...source.columns.keys()]
  const order = (name: string): number => declared.indexOf(name) + 1 || declared.length + 1
  const raw = names.rows.map(([name]) => String(name)).sort((a, b) => order(a) - order(b))
  const columns = [
    'file',
    'line_number',
    'error_reason',
    ...raw.map((name) => `${texts}[${dialect.literal(name)}] as ${dialect.quote(name)}`),
    ...((await hasTexts(work, from)) ? [`${text} as raw_text`] : []),
    ...(all ? ['replayed_at', 'superseded_at'] : []),
  ]
  const most = limit < 0 ? '' : ` limit ${limit}`
  const rows = await queryWanted(
    work,
    `select ${columns.join(', ')} ${from} order by load_id, file, line_number${most}`,
  )
  printTable(opened, rows, output)
  const left = Number(total) - rows.rows.length
  if (left > 0) {
    const text = `${left.toLocaleString('en-US')} more; --limit -1 shows all.`
    opened.output.tell(line('QuarantineRowsLeft', 'Z090', text))
  }
  return 0
}

/** What rows say, or should have said; a quarantine of an older btn does not know that. */
async function saidSql({ opened, connection }: QuarantineWork, table: Relation) {
  const name = opened.adapter?.dialect.name(table) ?? ''
  const { columns } = await connection.query(`from ${name} limit 0`)
  if (!columns.some((it) => it.name === 'mended')) return { raw: 'raw', text: 'raw_text' }
  const empty = 'map {}::map(varchar, varchar)'
  return {
    raw: `map_concat(coalesce(raw, ${empty}), coalesce(mended, ${empty}))`,
    text: 'coalesce(mended_text, raw_text)',
  }
}

/** Of rows that have no columns only the text is known. */
async function hasTexts(work: QuarantineWork, from: string): Promise<boolean> {
  const { rows } = await queryWanted(
    work,
    `select 1 ${from} and raw is null and raw_text is not null limit 1`,
  )
  return rows.length > 0
}
