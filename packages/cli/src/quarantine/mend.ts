import { diagnostic, DiagnosticError, findNearest } from '@btn/diagnostics'
import { WAITING } from '@btn/core/run'
import type { ExitCode } from '../commands/command.ts'
import { line } from '../terminal/entry.ts'
import { queryWanted, shownSql, wantedSql } from './condition.ts'
import { nameOf, type Quarantined, type QuarantineWork } from './quarantine.ts'

/** `btn quarantine mend`: other texts for rows that wait. What they are judged by is `replay`'s business. */
export async function mendRows(
  work: QuarantineWork,
  { source, table }: Quarantined,
): Promise<ExitCode> {
  const { opened, connection } = work
  const { dialect } = opened.adapter ?? {}
  if (!dialect) throw new Error('the quarantine was asked without an adapter')
  const wanted = wantedSql(work)
  if (wanted === undefined) refuse('to know which rows: --where "line_number = 3", or --reason')
  const change = changeSql(work, { source, table }, (text) => dialect.literal(text))
  const tell = (text: string) => opened.output.tell(line('QuarantineMend', 'Z092', text))
  const name = table && dialect.name(table)
  const [count, withColumns] = name === undefined ? [0, 0] : await countRows(work, name, wanted)
  if (name === undefined || count === 0) {
    tell(`Nothing to do: no such row of ${nameOf(source)} waits.`)
    return 0
  }
  if (work.values.text !== undefined && withColumns > 0) {
    const expected = 'rows that could not be taken apart (of others: --set column=text)'
    const params = { option: '--text', value: work.values.text, expected }
    throw new DiagnosticError(diagnostic('invalid-option-value', params))
  }
  await connection.execute(
    `update ${name} set ${change} where ${WAITING} and (${wanted ?? 'true'})`,
  )
  const rows = `${count.toLocaleString('en-US')} ${count === 1 ? 'row' : 'rows'}`
  tell(`${rows} of ${nameOf(source)} mended; to try again: btn quarantine replay ${nameOf(source)}`)
  return 0
}

/** How many wait, and how many of those have columns. */
async function countRows(
  work: QuarantineWork,
  table: string,
  wanted: string | undefined,
): Promise<readonly [number, number]> {
  const { rows } = await queryWanted(
    work,
    `select count(*), count(raw) from ${table} where ${shownSql({}, wanted)}`,
  )
  return [Number(rows[0]?.[0]), Number(rows[0]?.[1])]
}

type Write = (text: string) => string

function changeSql({ values }: QuarantineWork, { source }: Quarantined, literal: Write): string {
  const { set = [], text } = values
  if (text !== undefined && set.length > 0) {
    throw new DiagnosticError(diagnostic('options-conflict', { first: '--set', second: '--text' }))
  }
  if (text !== undefined) return `raw_text = ${literal(text)}`
  if (set.length === 0) return refuse('what to write: --set amount=7, or --text with a whole line')
  const pairs = set.map((it) => toPair(it, [...source.columns.keys()]))
  const names = pairs.map(([name]) => literal(name)).join(', ')
  const texts = pairs.map(([, value]) => literal(value)).join(', ')
  return `raw = map_concat(coalesce(raw, map {}::map(varchar, varchar)), map([${names}], [${texts}]))`
}

function toPair(given: string, known: readonly string[]): readonly [string, string] {
  const at = given.indexOf('=')
  const name = given.slice(0, Math.max(at, 0))
  if (at > 0 && (known.length === 0 || known.includes(name))) return [name, given.slice(at + 1)]
  const nearest = findNearest(name, known)
  const expected = `column=text with a column of the table${nearest === undefined ? '' : ` (${nearest}?)`}`
  const params = { option: '--set', value: given, expected }
  throw new DiagnosticError(diagnostic('invalid-option-value', params))
}

function refuse(what: string): never {
  const params = { command: 'quarantine mend', argument: what }
  throw new DiagnosticError(diagnostic('missing-argument', params))
}
