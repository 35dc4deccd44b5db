export type Severity = 'error' | 'warning'

/** The name and number that dbt gives the same happening, where it has one (`--warn-error-options` takes it). */
export interface DbtEvent {
  readonly name: string
  readonly code: string
}

/** One code of the catalogue. */
export interface Entry<P extends object> {
  readonly severity: Severity
  readonly message: (params: P) => string
  readonly hint?: (params: P) => string | undefined
  readonly dbt?: DbtEvent
}

type Options<P extends object> = Pick<Entry<P>, 'hint' | 'dbt'>

export function error<P extends object>(
  message: (params: P) => string,
  options: Options<P> = {},
): Entry<P> {
  return { severity: 'error', message, ...options }
}

export function warning<P extends object>(
  message: (params: P) => string,
  options: Options<P> = {},
): Entry<P> {
  return { severity: 'warning', message, ...options }
}
