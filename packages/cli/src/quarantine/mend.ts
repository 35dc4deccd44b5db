import type { MendRequest } from '@btn/adapter'
import type { LoadedSource } from '@btn/core'
import { diagnostic, DiagnosticError, findNearest } from '@btn/diagnostics'
import type { ExitCode } from '../commands/command.ts'
import { line } from '../terminal/entry.ts'
import { queryWanted, shownSql, wantedSql } from './condition.ts'
import { nameOf, type Quarantined, type QuarantineWork } from './quarantine.ts'

/** `btn quarantine mend`: other texts for rows that wait. What they are judged by is `replay`'s business. */
export async function mendRows(
  work: QuarantineWork,
  { source, table }: Quarantined,
): Promise<ExitCode> {
  const { opened, database, connection } = work
  const { dialect } = opened.adapter ?? {}
  if (!dialect) throw new Error('the quarantine was asked without an adapter')
  const wanted = wantedSql(work)
  if (wanted === undefined) refuse('to know which rows: --where "line_number = 3", or --reason')
  const change = changeOf(work, source)
  const tell = (text: string) => opened.output.tell(line('QuarantineMend', 'Z092', text))
  const name = table && dialect.name(table)
  const [count, withColumns] = name === undefined ? [0, 0] : await countRows(work, name, wanted)
  if (!table || name === undefined || count === 0) {
    tell(`Nothing to do: no such row of ${nameOf(source)} waits.`)
    return 0
  }
  if (work.values.text !== undefined && withColumns > 0) {
    const expected = 'rows that could not be taken apart (of others: --set column=text)'
    const params = { option: '--text', value: work.values.text, expected }
    throw new DiagnosticError(diagnostic('invalid-option-value', params))
  }
  await database.loader.mend(connection, {
    from: table,
    where: shownSql({}, wanted),
    change,
    mendedAt: opened.host.now(),
  })
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

function changeOf({ values }: QuarantineWork, source: LoadedSource): MendRequest['change'] {
  const { set = [], text } = values
  if (text !== undefined && set.length > 0) {
    throw new DiagnosticError(diagnostic('options-conflict', { first: '--set', second: '--text' }))
  }
  const isPersonal = (name: string): boolean =>
    (source.load.personal[name]?.policy ?? 'none') !== 'none'
  if (text !== undefined) {
    if (Object.keys(source.load.personal).some(isPersonal)) refusePersonal('--text', 'a whole line')
    return text
  }
  if (set.length === 0) return refuse('what to write: --set amount=7, or --text with a whole line')
  const pairs = set.map((it) => toPair(it, [...source.columns.keys()]))
  for (const [name] of pairs) if (isPersonal(name)) refusePersonal('--set', name)
  return Object.fromEntries(pairs)
}

/** What somebody writes is kept as it was written. */
function refusePersonal(option: string, value: string): never {
  const expected = 'columns without masked personal data (that: from the file, mended)'
  throw new DiagnosticError(diagnostic('invalid-option-value', { option, value, expected }))
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
