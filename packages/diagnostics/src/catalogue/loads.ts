import { entriesOf } from '../entry.ts'
import { didYouMean, findNearest } from '../nearest.ts'

const { error, warning } = entriesOf('Parsing Error')

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`
}

function grouped(count: number): string {
  return count.toLocaleString('en-US')
}

interface Key {
  readonly key: string
}

/** What is wrong with the load of a source, its contract or its quarantine, as YAML has them. */
export const loadsCodes = {
  'config-given-twice': error((p: Key) => `"${p.key}" stands both in config and in config.meta`, {
    hint: () => 'Keep one of them.',
  }),
  'load-value-unreadable': error(
    (p: Key & { readonly value: string; readonly example: string }) =>
      `"${p.key}" cannot be read: ${p.value}`,
    { hint: (p) => `For example: ${p.example}` },
  ),
  'load-nowhere': warning(
    (p: { readonly name: string }) =>
      `${p.name} says how it is loaded, and not from where: nothing is loaded`,
    { hint: () => 'Say from: a path, a glob or an address.' },
  ),
  'load-strategy-needs': error(
    (p: Key & { readonly strategy: string }) => `the strategy ${p.strategy} needs "${p.key}"`,
    {
      hint: (p) =>
        p.key === 'unique_key'
          ? 'Say unique_key: the column, or the columns, by which a row replaces an earlier one.'
          : 'Say partition: the column that holds the date of the run.',
    },
  ),
  'load-partition-undated': error(
    (_: object) => 'the strategy partition needs {date} in "from": which files belong to a date',
    { hint: () => 'For example: from: data/ingest_date={date}/*.csv' },
  ),
  'load-column-unknown': error(
    (p: { readonly name: string; readonly table: string; readonly known: readonly string[] }) =>
      `"${p.name}" is no column of ${p.table}`,
    {
      hint: (p) =>
        didYouMean(findNearest(p.name, p.known)) ?? `Its columns are ${p.known.join(', ')}.`,
    },
  ),
  'placeholder-unknown': error(
    (p: { readonly name: string; readonly where: string; readonly known: readonly string[] }) =>
      `"{${p.name}}" means nothing in ${p.where}`,
    {
      hint: (p) => {
        const nearest = findNearest(p.name, p.known)
        const all = p.known.map((it) => `{${it}}`).join(', ')
        return didYouMean(nearest && `{${nearest}}`) ?? `What is filled in: ${all}.`
      },
    },
  ),
  'cleaner-unclear': error(
    (p: { readonly column: string }) => `it is not clear how "${p.column}" is cleaned`,
    {
      hint: () => 'Say SQL, lower, upper, title, or exactly one of map, nearest, extract, instant.',
    },
  ),
  'rule-unclear': error(
    (p: { readonly name: string }) => `it is not clear what the rule "${p.name}" demands`,
    {
      hint: () =>
        'Say exactly one of check: SQL, unique: [columns], or foreign_key: column with to: table.column.',
    },
  ),
  'rule-repair-unclear': error(
    (p: { readonly name: string }) =>
      `the rule "${p.name}" does not say both severity: repair and what to repair`,
    { hint: () => 'For example: {check: …, severity: repair, repair: {status: "\'unknown\'"}}' },
  ),
  'audit-table-unknown': error(
    (p: {
      readonly table: string
      readonly nearest: string | undefined
      readonly known: readonly string[]
    }) => `the audit log has no table "${p.table}"`,
    {
      family: 'Compilation Error',
      hint: (p) => didYouMean(p.nearest) ?? `It has ${p.known.join(', ')}.`,
    },
  ),
  'date-unreadable': error(
    (p: { readonly option: string; readonly text: string }) => `${p.option} is no date: ${p.text}`,
    { family: 'Usage', hint: () => 'Dates are written like 2025-12-10.' },
  ),
  'date-and-range': error((_: object) => 'both a date and a range of dates are given', {
    family: 'Usage',
    hint: () => 'Say --date, or --start with --end.',
  }),
  'date-range-open': error(
    (p: { readonly given: string; readonly lacks: string; readonly date: string }) =>
      `${p.given} ${p.date} has no ${p.lacks}`,
    {
      family: 'Usage',
      hint: (p) =>
        `For one day say --date ${p.date}. btn backfill ${p.given} ${p.date} builds what is due on that side.`,
    },
  ),
  'date-range-empty': error(
    (p: { readonly start: string; readonly end: string }) =>
      `the range of dates ends before it begins: ${p.start} to ${p.end}`,
    { family: 'Usage', hint: () => 'Both ends belong to the range.' },
  ),
  'partition-input-missing': error(
    (p: { readonly name: string; readonly date: string; readonly pattern: string }) =>
      `no files for ${p.date} in ${p.pattern}`,
    { family: 'Runtime Error', hint: (p) => `${p.name} is loaded from there. Nothing was run.` },
  ),
  'load-needs-date': error(
    (p: { readonly name: string }) => `${p.name} is loaded by date, and no date is given`,
    { family: 'Runtime Error', hint: () => 'For example: --date 2025-12-10' },
  ),
  'load-file-repeated': warning(
    (p: { readonly file: string; readonly like: string }) =>
      `${p.file} has the same content as ${p.like}: it is not loaded a second time`,
    { hint: () => 'Say once: false where such files count twice.' },
  ),
  'load-reject-limit': error(
    (p: {
      readonly name: string
      readonly rejected: number
      readonly read: number
      readonly limit: number
    }) =>
      `${p.name}: ${percent(p.rejected / p.read)} rejected (${grouped(p.rejected)} of ${grouped(p.read)}), limit ${percent(p.limit)}`,
    {
      family: 'Runtime Error',
      hint: () => 'The table has its former rows; the rejected ones are in the quarantine.',
    },
  ),
  'load-reject-warning': warning(
    (p: {
      readonly name: string
      readonly rejected: number
      readonly read: number
      readonly limit: number
    }) =>
      `${p.name}: ${percent(p.rejected / p.read)} rejected (${grouped(p.rejected)} of ${grouped(p.read)}), more than ${percent(p.limit)}`,
    { family: 'Runtime Error' },
  ),
  'load-sql-wrong': error(
    (p: {
      readonly what: string
      /** Where the settings have it: `contract.rules.positive.check`. */
      readonly part: string
      readonly table: string
      readonly problem: string
      readonly candidates: readonly string[]
    }) => `${p.what} of ${p.table} cannot be worked out: ${p.problem}`,
    {
      family: 'Database Error',
      hint: (p) =>
        p.candidates.length > 0
          ? `There is ${p.candidates.join(', ')}.`
          : 'In clean a name is the text as read; in rules it is the cleaned value, and raw.name the text.',
    },
  ),
  'load-rule-no-condition': error(
    (p: {
      readonly name: string
      readonly table: string
      /** Where the settings have it. */
      readonly part: string
      readonly sql: string
      readonly type: string
    }) => `the rule "${p.name}" of ${p.table} is no condition: it gives ${p.type}`,
    {
      family: 'Database Error',
      hint: (p) => `Say what must hold, for example: ${p.sql} is not null`,
    },
  ),
  'load-foreign-key-target': error(
    (p: { readonly name: string; readonly to: string; readonly nearest?: string | undefined }) =>
      `the rule "${p.name}" points to ${p.to}, which is no source table, model or seed`,
    {
      hint: (p) =>
        p.nearest === undefined
          ? 'Say to: table.column for a table of the same source, else source.table.column.'
          : didYouMean(p.nearest),
    },
  ),
}
