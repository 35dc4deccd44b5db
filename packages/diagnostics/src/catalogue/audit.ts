import { entriesOf } from '../entry.ts'
import { didYouMean } from '../nearest.ts'

const { error } = entriesOf('Usage')

/** What can be wrong with the questions that are asked about loads: of the audit log, and of the quarantine. */
export const auditCodes = {
  'audit-log-missing': error(
    (p: { readonly database: string }) => `${p.database} has no audit log`,
    {
      family: 'Runtime Error',
      hint: () =>
        'It begins with the first run of a project that loads files, or that says flags: {audit: true}.',
    },
  ),
  'audit-not-written': error(
    (p: { readonly problem: string }) => `the audit log cannot be written: ${p.problem}`,
    {
      family: 'Runtime Error',
      hint: () =>
        'What was committed before stays. Make room on the disk that holds the database, and run the same command again.',
    },
  ),
  'audit-history-of': error(
    (p: { readonly table: string }) => `--history is of a test or a monitor, not of ${p.table}`,
    { hint: () => 'For example: btn audit tests --history unique_orders_id' },
  ),
  'audit-since-unreadable': error(
    (p: { readonly text: string }) => `--since is no time: ${p.text}`,
    { hint: () => 'Write 24h, 7d, 2025-12-10 or 2025-12-10T08:00 (UTC).' },
  ),
  'quarantine-table-unknown': error(
    (p: {
      readonly name: string
      readonly nearest: string | undefined
      readonly known: readonly string[]
    }) => `${p.name} is no source table that is loaded`,
    {
      hint: (p) =>
        didYouMean(p.nearest) ??
        (p.known.length === 0
          ? 'No source of the project has config.load.'
          : `There is ${p.known.join(', ')}.`),
    },
  ),
  'quarantine-not-kept': error(
    (p: { readonly name: string }) => `the rejected rows of ${p.name} are kept in no table`,
    { hint: () => 'Take out "table: false" below "quarantine": what is rejected then is kept.' },
  ),
  'quarantine-personal': error(
    (p: { readonly name: string }) =>
      `the rejected rows of ${p.name} hold personal data, which was not kept: they can be tried again from their files only`,
    {
      family: 'Runtime Error',
      hint: (p) => `Say: btn load --select source:${p.name} --reload`,
    },
  ),
  'quarantine-where-wrong': error(
    (p: { readonly where: string; readonly problem: string }) =>
      `--where cannot be worked out: ${p.problem}`,
    {
      hint: () =>
        "It is SQL over file, line_number, reasons, error_reason, raw, partition, rejected_at: raw['amount'] = '0'",
    },
  ),
} as const
