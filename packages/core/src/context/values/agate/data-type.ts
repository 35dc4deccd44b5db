import { hostFunction, type HostObject, type Value } from '@btn/jinja'

export type AgateType = 'Boolean' | 'Integer' | 'Number' | 'Date' | 'DateTime' | 'Text'

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
  Text: 'text',
}

function hasFraction(value: Value): boolean {
  const isNumber = typeof value === 'object' && value !== null && 'toNumber' in value
  const number = isNumber ? value.toNumber?.() : value
  return typeof number === 'number' && !Number.isInteger(number)
}

/** A column's `data_type`: an object that can be asked for little more than its name. */
export function dataTypeValue(type: AgateType): HostObject {
  const text = `<agate.${type}>`
  return {
    typeName: type,
    toText: () => text,
    toRepr: () => text,
    getAttribute: (name) => {
      if (name === 'cast' || name === 'jsonify')
        return hostFunction(name, (args) => args.positional[0] ?? null)
      if (name === 'null_values') return ['', 'na', 'n/a', 'none', 'null', '.']
      return undefined
    },
    equals: (other) =>
      typeof other === 'object' && other !== null && 'typeName' in other && other.typeName === type,
  }
}
