/** One option of the command line, as data: parsing, environment variables, help and completion all read it. */
export interface OptionSpec {
  readonly kind: 'boolean' | 'text' | 'number' | 'list' | 'choice'
  readonly help: string
  readonly short?: string
  /** Other names, as written: `-m, --models`. */
  readonly aliases?: readonly string[]
  /** What stands for the value in the help: `<folder>`. */
  readonly value?: string
  /** Of a `choice`. */
  readonly choices?: readonly string[]
  /** Of a `list`: several in one text are several, as in `"model source"`. */
  readonly isOfWords?: true
  /** The least number that makes sense. */
  readonly least?: number
  /** False where dbt knows no `--no-` form of it. */
  readonly hasOpposite?: false
  /** False where dbt reads no environment variable for it. */
  readonly hasVariable?: false
  /** Where the variable is not called as the option is: without prefix. */
  readonly variable?: string
  /**
   * `accepted`: read for compatibility, and there is nothing for it to change. `later`: refused with a clear message, because a user who
   * gives it expects something that btn does not do yet.
   */
  readonly support?: 'accepted' | 'later'
}

export type OptionTable = Readonly<Record<string, OptionSpec>>

type ValueOf<S extends OptionSpec> = S['kind'] extends 'boolean'
  ? boolean
  : S['kind'] extends 'number'
    ? number
    : S['kind'] extends 'list'
      ? readonly string[]
      : S extends { readonly choices: readonly (infer C)[] }
        ? C
        : string

/** The values of a table of options; what was not given is absent. */
export type Values<T extends OptionTable> = { readonly [K in keyof T]?: ValueOf<T[K]> }

export type OptionValue = boolean | number | string | readonly string[]

/** `fullRefresh` → `full-refresh`. */
export function toFlagName(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
