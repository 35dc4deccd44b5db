import { entriesOf } from '../entry.ts'
import { didYouMean } from '../nearest.ts'

const { error, warning } = entriesOf('Parsing Error')

interface Named {
  readonly name: string
}

/** What is wrong with monitors and alerts, as YAML has them, and when they run. */
export const monitorCodes = {
  'monitor-measure': error(
    (p: Named & { readonly given: readonly string[] }) =>
      p.given.length === 0
        ? `the monitor "${p.name}" does not say what it looks at`
        : `the monitor "${p.name}" looks at more than one thing: ${p.given.join(', ')}`,
    { hint: () => 'Say exactly one of value, freshness, sla, success_rate.' },
  ),
  'monitor-no-limit': error((p: Named) => `the monitor "${p.name}" has no limit`, {
    hint: () => 'Say error_if or warn_if. For example: error_if: "> 5%"',
  }),
  'monitor-condition': error(
    (p: {
      readonly text: string
      readonly unknown: string | undefined
      readonly nearest: string | undefined
      readonly words: readonly string[]
    }) =>
      p.unknown === undefined
        ? `this is no condition: ${p.text}`
        : `conditions of monitors do not know "${p.unknown}"`,
    {
      hint: (p) =>
        didYouMean(p.nearest) ?? `They are SQL over ${p.words.join(', ')}. For example: "> 5%"`,
    },
  ),
  'monitor-needs-history': error(
    (p: { readonly word: string }) =>
      `"${p.word}" needs earlier values, and the monitor keeps none`,
    { hint: () => 'For example: history: {last: 7, per: date}' },
  ),
  'monitor-value-unreadable': error(
    (p: { readonly key: string; readonly value: string; readonly example: string }) =>
      `"${p.key}" cannot be read: ${p.value}`,
    { hint: (p) => `For example: ${p.example}` },
  ),
  'monitor-result-shape': error(
    (p: { readonly rows: number }) => `the query of a monitor gives ${p.rows} rows`,
    {
      family: 'Runtime Error',
      hint: () =>
        'It gives one row, whose first column is the value; or one row for each date, whose first column is the date and the second the value.',
    },
  ),
  'monitor-date-twice': error(
    (p: { readonly date: string }) => `the query of a monitor gives two rows for ${p.date}`,
    { family: 'Runtime Error', hint: () => 'Group by the date.' },
  ),
  'monitor-result-value': error(
    (p: { readonly column: string; readonly value: string }) =>
      `the value of a monitor is a number, and "${p.column}" is none: ${p.value}`,
    { family: 'Runtime Error' },
  ),
  'monitor-no-age': error(
    (p: { readonly table: string }) =>
      `nothing says by which column the age of ${p.table} is measured`,
    {
      family: 'Runtime Error',
      hint: () => 'Say loaded_at_field in "freshness", or in the source.',
    },
  ),
  'as-of-unreadable': error(
    (p: { readonly text: string }) => `the variable "as_of" is no instant: ${p.text}`,
    { family: 'Usage', hint: () => 'For example: --as-of 2025-12-10T07:00:00Z' },
  ),
  'alert-sink': error(
    (p: Named & { readonly given: readonly string[] }) =>
      p.given.length === 0
        ? `the alert "${p.name}" goes nowhere`
        : `the alert "${p.name}" goes to more than one place: ${p.given.join(', ')}`,
    { hint: () => 'Say exactly one of stdout, file, webhook, command.' },
  ),
  'alert-name-unknown': warning(
    (
      p: Named & {
        readonly alert: string
        /** What is called so, but is not listened to. */
        readonly is: string | undefined
        readonly nearest: string | undefined
      },
    ) => `nothing that the alert "${p.alert}" is told of is called "${p.name}"`,
    {
      hint: (p) =>
        p.is === undefined
          ? (didYouMean(p.nearest) ?? 'Names are those of btn ls; of a load source.table.')
          : `It is a ${p.is}: say of: ${p.is}s.`,
    },
  ),
  'alert-undelivered': warning(
    (p: Named & { readonly problem: string }) =>
      `the alert "${p.name}" was not delivered: ${p.problem}`,
    { family: 'Runtime Error' },
  ),
}
