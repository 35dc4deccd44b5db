export type Severity = 'error' | 'warning'

/** The name and number that dbt gives the same happening, where it has one (`--warn-error-options` takes it). */
export interface DbtEvent {
  readonly name: string
  readonly code: string
  /**
   * dbt looks for it only where the database is a hosted one. Here it is advice: who names it can have it as an error, but
   * `--warn-error` must not stop a project that dbt runs.
   */
  readonly isAdvice?: true
}

/**
 * What dbt calls the exception that corresponds to a mistake. Those who read its logs look for the word; `Usage` is a command line
 * that cannot be understood.
 */
export type Family =
  | 'Compilation Error'
  | 'Database Error'
  | 'Dbt project Error'
  | 'Dependency Error'
  | 'Internal Error'
  | 'Parsing Error'
  | 'Profile Error'
  | 'Runtime Error'
  | 'Selector Error'
  | 'Usage'
  | 'Validation Error'

/** One code of the catalogue. */
export interface Entry<P extends object> {
  readonly severity: Severity
  readonly family: Family
  readonly message: (params: P) => string
  /** The words of dbt's that readers of its logs look for, where ours are others: they stand in the heading of a stop. */
  readonly fact?: (params: P) => string | undefined
  readonly hint?: (params: P) => string | undefined
  readonly dbt?: DbtEvent
  /** What dbt's event of that name has in `data`; `file` is where the mistake stands. */
  readonly data?: (params: P, file: string) => Readonly<Record<string, unknown>>
}

interface Options<P extends object> extends Pick<Entry<P>, 'fact' | 'hint' | 'dbt' | 'data'> {
  /** Where it is not that of the others in the file. */
  readonly family?: Family
}

type Define = <P extends object>(message: (params: P) => string, options?: Options<P>) => Entry<P>

/** How the codes of one file of the catalogue are written, with the family that most of them have. */
export function entriesOf(family: Family): { readonly error: Define; readonly warning: Define } {
  return {
    error: (message, options) => ({ severity: 'error', family, message, ...options }),
    warning: (message, options) => ({ severity: 'warning', family, message, ...options }),
  }
}

/** Most mistakes are found while a project is compiled. */
export const { error, warning } = entriesOf('Compilation Error')
