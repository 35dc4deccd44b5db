import { diagnostic, type Outcome } from '@btn/diagnostics'

/** Options of `loadOptions`, and `--dry-run`, as a command has them. */
export interface LoadValues {
  readonly date?: string
  readonly reload?: boolean
  readonly dryRun?: boolean
}

/** What the options say of loads and of the date. */
export interface LoadWish {
  readonly loading: { readonly reload: boolean; readonly isDryRun: boolean }
  readonly date?: string
}

export function readLoadValues({ date, reload, dryRun }: LoadValues): Outcome<LoadWish> {
  const loading = { reload: reload ?? false, isDryRun: dryRun ?? false }
  if (date === undefined) return { value: { loading }, diagnostics: [] }
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(date) && toDay(date) === date
  const diagnostics = isDate
    ? []
    : [diagnostic('date-unreadable', { option: '--date', text: date })]
  return { value: { loading, date }, diagnostics }
}

/** The day of the calendar; 31 February is another one, and no text is none. */
function toDay(text: string): string | undefined {
  const instant = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString().slice(0, 10)
}
