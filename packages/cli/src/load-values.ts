import { daysOf, toDay } from '@btn/core/run'
import { diagnostic, type Diagnostic, type Outcome } from '@btn/diagnostics'

/** Options of `loadOptions`, and `--dry-run`, as a command has them. */
export interface LoadValues {
  readonly date?: string
  readonly start?: string
  readonly end?: string
  readonly reload?: boolean
  readonly dryRun?: boolean
}

/** What the options say of loads and of dates. */
export interface LoadWish {
  readonly loading: { readonly reload: boolean; readonly isDryRun: boolean }
  /** In order; empty for a run that is of no date. */
  readonly dates: readonly string[]
}

/** A range may be `open` where there are other bounds: then it is no list of dates. */
export function readLoadValues(
  values: LoadValues,
  { isOpen = false }: { readonly isOpen?: boolean } = {},
): Outcome<LoadWish> {
  const { date, start, end, reload, dryRun } = values
  const loading = { reload: reload ?? false, isDryRun: dryRun ?? false }
  const given = { '--date': date, '--start': start, '--end': end }
  const diagnostics: Diagnostic[] = Object.entries(given).flatMap(([option, text]) =>
    text === undefined || isDay(text) ? [] : [diagnostic('date-unreadable', { option, text })],
  )
  const first = start ?? end
  if (first === undefined)
    return { value: { loading, dates: date === undefined ? [] : [date] }, diagnostics }
  const last = end ?? first
  if (date !== undefined) diagnostics.push(diagnostic('date-and-range', {}))
  else if (!isOpen && (start === undefined || end === undefined)) {
    const [given, lacks] = start === undefined ? ['--end', '--start'] : ['--start', '--end']
    diagnostics.push(diagnostic('date-range-open', { given, lacks, date: first }))
  } else if (last < first)
    diagnostics.push(diagnostic('date-range-empty', { start: first, end: last }))
  const dates = diagnostics.length > 0 ? [] : daysBetween(first, last)
  return { value: { loading, dates }, diagnostics }
}

/** A day of the calendar: 31 February is none. */
function isDay(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(instant.getTime())) return false
  return instant.toISOString().slice(0, 10) === text
}

/** Both ends are among them. */
function daysBetween(first: string, last: string): readonly string[] {
  return daysOf({ start: toDay(first).interval.start, end: toDay(last).interval.end })
}
