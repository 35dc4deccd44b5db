import {
  Float,
  hostFunction,
  raise,
  readArguments,
  toText,
  type HostObject,
  type Value,
} from '@btn/jinja'
import { asDecimal, decimalFrom, DecimalLimit } from '../../python/decimal.ts'
import { Moment } from '../../python/moment.ts'
import { TimeDelta } from '../../python/time-delta.ts'

export type AgateType =
  'Boolean' | 'Integer' | 'Number' | 'Date' | 'DateTime' | 'TimeDelta' | 'Text'

const TYPES: readonly (readonly [RegExp, AgateType])[] = [
  [/^BOOL/i, 'Boolean'],
  [/^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/i, 'Integer'],
  [/^(DECIMAL|NUMERIC|DOUBLE|FLOAT|REAL)/i, 'Number'],
  [/^DATE$/i, 'Date'],
  [/^(TIMESTAMP|DATETIME)/i, 'DateTime'],
]

/** The type that agate would find for a column; one without any value counts as integers, as with dbt. */
export function toAgateType(sqlType: string, values: readonly Value[]): AgateType {
  if (values.every((value) => value === null)) return 'Integer'
  return TYPES.find(([pattern]) => pattern.test(sqlType))?.[1] ?? 'Text'
}

/** What dbt's `convert_type` makes of it for DuckDB. */
export function toSqlType(type: AgateType, values: readonly Value[]): string {
  if (type === 'Number') return values.some(hasFraction) ? 'float8' : 'integer'
  return SQL_TYPES[type]
}

const SQL_TYPES: Readonly<Record<Exclude<AgateType, 'Number'>, string>> = {
  Boolean: 'boolean',
  Integer: 'integer',
  Date: 'date',
  DateTime: 'timestamp without time zone',
  TimeDelta: 'time',
  Text: 'text',
}

function hasFraction(value: Value): boolean {
  const isNumber = typeof value === 'object' && value !== null && 'toNumber' in value
  const number = isNumber ? value.toNumber?.() : value
  return typeof number === 'number' && Number.isFinite(number) && !Number.isInteger(number)
}

/** The value in a column of the type; undefined when it does not belong there. */
export function castTo(type: AgateType, value: Value): Value | undefined {
  if (value === null) return null
  switch (type) {
    case 'Text':
      return typeof value === 'string' ? value : toText(value)
    case 'Integer':
      return typeof value === 'number' || typeof value === 'bigint' ? value : undefined
    case 'Number':
      return typeof value === 'boolean' ? undefined : toNumber(value)
    case 'Boolean':
      return typeof value === 'boolean' ? value : undefined
    case 'Date':
      return value instanceof Moment && value.kind === 'date' ? value : undefined
    case 'DateTime':
      return toDateTime(value)
    case 'TimeDelta':
      return value instanceof TimeDelta ? value : undefined
  }
}

function toNumber(value: Value): Value | undefined {
  if (value instanceof DecimalLimit) return value
  if (!(value instanceof Float)) return asDecimal(value)
  return Number.isFinite(value.value) ? decimalFrom(value.toRepr()) : new DecimalLimit(value.value)
}

function toDateTime(value: Value): Value | undefined {
  if (!(value instanceof Moment) || value.kind === 'time') return undefined
  return value.kind === 'date' ? new Moment('datetime', value.microseconds) : value
}

/** As `castTo`; what does not belong there is refused. */
export function castOrRefuse(type: AgateType, value: Value): Value {
  const cast = castTo(type, value)
  return cast === undefined ? raise('ValueError', `${toText(value)} is no value of ${type}`) : cast
}

/** The value as JSON has it: numbers are floats, times are text in ISO's form. */
export function jsonify(type: AgateType, value: Value): Value {
  if (value === null || type === 'Boolean' || type === 'Integer') return value
  if (type !== 'Number') return csvify(value)
  const isNumber = typeof value === 'object' && 'toNumber' in value
  return new Float((isNumber ? value.toNumber?.() : asDecimal(value)?.toNumber()) ?? NaN)
}

/** The value as a cell of a CSV file. */
export function csvify(value: Value): string | null {
  if (value === null) return null
  return value instanceof Moment ? value.isoFormat('T') : toText(value)
}

/** A column's `data_type`: an object that can be asked for little more than its name. */
export function dataTypeValue(type: AgateType): HostObject {
  const text = `<agate.${type}>`
  const methods: Readonly<Record<string, (value: Value) => Value>> = {
    cast: (value) => castOrRefuse(type, value),
    test: (value) => castTo(type, value) !== undefined,
    jsonify: (value) => jsonify(type, value),
    csvify: (value) => csvify(value),
  }
  return {
    typeName: type,
    toText: () => text,
    toRepr: () => text,
    getAttribute: (name) => {
      if (name === 'null_values') return ['null', '']
      const method = Object.hasOwn(methods, name) ? methods[name] : undefined
      return (
        method && hostFunction(name, (args) => method(readArguments(args, name, ['d'])[0] ?? null))
      )
    },
    equals: (other) =>
      typeof other === 'object' && other !== null && 'typeName' in other && other.typeName === type,
  }
}
