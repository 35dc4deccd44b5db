import {
  DECIMAL_PRECISION,
  isNullToken,
  isOfKind,
  kinds,
  readNumber,
  type Kind,
} from './classify.ts'

/** The type of a seed's column, as far as the values seen decide it. */
export interface ColumnGuess {
  readonly kind: Kind | 'text'
  /** DuckDB's type. */
  readonly sqlType: string
  /** dbt's own word for it: `integer`, `float8`, `timestamp without time zone`. */
  readonly dbtType: string
}

/** Learns the type of one column from its values, as agate's type tester does with the kinds that dbt gives it (1.12). */
export class ColumnLearner {
  #possible: readonly Kind[] = kinds
  #hasRows = false
  #wholePlaces = 1
  #decimalPlaces = 0
  #hasSpecial = false
  #width: IntegerWidth = 'integer'

  /** Takes a value of the column; a row that ends before the column has none. */
  learn(value: string | undefined): void {
    this.#hasRows = true
    if (value === undefined || this.#possible.length === 0 || isNullToken(value)) return
    if (this.#possible[0] === 'number' && this.#learnNumber(value)) {
      if (this.#possible.length > 1) {
        this.#possible = this.#possible.filter((kind) => kind === 'number' || isOfKind[kind](value))
      }
      return
    }
    this.#possible = this.#possible.filter((kind) => kind !== 'number' && isOfKind[kind](value))
  }

  /** The text of a column cannot become anything else any more. */
  get isText(): boolean {
    return this.#possible.length === 0
  }

  finish(): ColumnGuess {
    const kind = this.#possible[0] ?? 'text'
    if (kind !== 'number') return { kind, ...typesOf[kind] }
    const isWhole = !this.#hasRows || this.#countDecimals() === 0
    if (!isWhole || this.#hasSpecial) return { kind, ...float }
    return { kind, sqlType: this.#width.toUpperCase(), dbtType: this.#width }
  }

  /** Negative when there are more whole digits than a Decimal holds: that, too, makes the column a float. */
  #countDecimals(): number {
    const whole = Math.min(this.#wholePlaces, Number.MAX_SAFE_INTEGER)
    return Math.min(this.#decimalPlaces, DECIMAL_PRECISION - whole)
  }

  #learnNumber(value: string): boolean {
    const parts = readNumber(value)
    if (!parts) return false
    this.#wholePlaces = Math.max(this.#wholePlaces, parts.wholePlaces)
    this.#decimalPlaces = Math.max(this.#decimalPlaces, parts.decimalPlaces)
    this.#hasSpecial ||= parts.isSpecial
    if (parts.wholePlaces > 9) this.#width = widen(this.#width, value, parts.wholePlaces)
    return true
  }
}

type IntegerWidth = 'integer' | 'bigint' | 'hugeint'

/**
 * dbt calls every whole number an integer and then fails on those beyond 32 bits; btn takes the next wider type.
 * Digits decide alone, except where a limit lies between numbers of as many digits.
 */
function widen(width: IntegerWidth, value: string, places: number): IntegerWidth {
  if (width === 'hugeint' || places > 19) return 'hugeint'
  const number = toWhole(value, places)
  if (number < -(2n ** 63n) || number >= 2n ** 63n) return 'hugeint'
  return number < -(2n ** 31n) || number >= 2n ** 31n ? 'bigint' : width
}

function toWhole(value: string, places: number): bigint {
  const digits = value.replace(/[^0-9]/g, '')
  if (/e/i.test(value) || value.includes('.') || digits === '') return 10n ** BigInt(places)
  return value.trim().replace(/^%+/, '').startsWith('-') ? -BigInt(digits) : BigInt(digits)
}

const float = { sqlType: 'DOUBLE', dbtType: 'float8' }
const timestamp = { sqlType: 'TIMESTAMP', dbtType: 'timestamp without time zone' }

const typesOf: Readonly<
  Record<Exclude<Kind, 'number'> | 'text', Pick<ColumnGuess, 'sqlType' | 'dbtType'>>
> = {
  date: { sqlType: 'DATE', dbtType: 'date' },
  datetime: timestamp,
  iso: timestamp,
  boolean: { sqlType: 'BOOLEAN', dbtType: 'boolean' },
  text: { sqlType: 'VARCHAR', dbtType: 'text' },
}
