/** A column's type in the parts that dbt's `Column` shows: `decimal(18,2)` is `decimal` with precision and scale. */
export interface ColumnType {
  readonly dtype: string
  readonly charSize?: number
  readonly precision?: number
  readonly scale?: number
}

/** What a database calls its types, and what dbt's `Column` says of them. */
export interface TypeRules {
  isString(type: ColumnType): boolean
  isInteger(type: ColumnType): boolean
  isNumeric(type: ColumnType): boolean
  isFloat(type: ColumnType): boolean
  isNumber(type: ColumnType): boolean
  /** Characters that fit; throws for a type that is no string. */
  stringSize(type: ColumnType): number
  canExpandTo(type: ColumnType, other: ColumnType): boolean
  /** The type as DDL writes it. */
  dataType(type: ColumnType): string
  stringType(size: number): string
  numericType(dtype: string, precision: number | undefined, scale: number | undefined): string
  /** The database's word for a general label: `string` is `TEXT`. */
  translateType(label: string): string
  /** Splits `numeric(18,2)`; throws when it is no type at all. */
  fromDescription(description: string): ColumnType
  /** A type as `Catalog.listColumns` writes it. */
  fromCatalog(type: string): ColumnType
}

/** The lists of names that {@link createTypeRules} decides by, in lower case. */
export interface TypeNames {
  readonly strings: readonly string[]
  readonly integers: readonly string[]
  readonly numerics: readonly string[]
  readonly floats: readonly string[]
  /** General label in upper case → the database's own word. */
  readonly labels: Readonly<Record<string, string>>
}

/** What dbt's base `Column` knows; an adapter replaces the lists where its database differs. */
export const baseTypeNames: TypeNames = {
  strings: ['text', 'character varying', 'character', 'varchar'],
  integers: [
    ...['smallint', 'integer', 'bigint', 'smallserial', 'serial', 'bigserial'],
    ...['int2', 'int4', 'int8', 'serial2', 'serial4', 'serial8'],
  ],
  numerics: ['numeric', 'decimal'],
  floats: ['real', 'float4', 'float', 'double precision', 'float8', 'double'],
  labels: { STRING: 'TEXT' },
}

const DEFAULT_STRING_SIZE = 256

/** dbt's column semantics over a database's type names (`dbt.adapters.base.column`, 1.12). */
export function createTypeRules(names: TypeNames): TypeRules {
  const isIn = (list: readonly string[]) => {
    const known = new Set(list)
    return (type: ColumnType) => known.has(type.dtype.toLowerCase())
  }
  const isString = isIn(names.strings)
  const isInteger = isIn(names.integers)
  const isNumeric = isIn(names.numerics)
  const isFloat = isIn(names.floats)

  const rules: TypeRules = {
    isString,
    isInteger,
    isNumeric,
    isFloat,
    isNumber: (type) => isInteger(type) || isNumeric(type) || isFloat(type),
    stringSize(type) {
      if (!isString(type)) throw new Error('Called string_size() on non-string field!')
      return type.dtype === 'text' || type.charSize === undefined
        ? DEFAULT_STRING_SIZE
        : type.charSize
    },
    canExpandTo: (type, other) =>
      isString(type) && isString(other) && rules.stringSize(other) > rules.stringSize(type),
    dataType(type) {
      if (isString(type)) return rules.stringType(rules.stringSize(type))
      if (isNumeric(type)) return rules.numericType(type.dtype, type.precision, type.scale)
      return type.dtype
    },
    stringType: (size) => `character varying(${size})`,
    numericType: (dtype, precision, scale) =>
      precision === undefined || scale === undefined ? dtype : `${dtype}(${precision},${scale})`,
    translateType: (label) => names.labels[label.toUpperCase()] ?? label,
    fromDescription: parseDescription,
    fromCatalog: parseDescription,
  }
  return rules
}

function parseDescription(description: string): ColumnType {
  const match = /^([^(]+)(?:\(([^)]+)\))?/.exec(description)
  const dtype = match?.[1]
  if (dtype === undefined) throw new Error(`Could not interpret data type "${description}"`)
  const sizes = match?.[2]?.split(',').map((part) => toSize(description, part)) ?? []
  const [first, second] = sizes
  if (sizes.length === 1 && first !== undefined) return { dtype, charSize: first }
  if (sizes.length === 2 && first !== undefined && second !== undefined) {
    return { dtype, precision: first, scale: second }
  }
  return { dtype }
}

function toSize(description: string, part: string): number {
  if (!/^\s*[+-]?\d+\s*$/.test(part)) {
    throw new Error(
      `Could not interpret data_type "${description}": could not convert "${part}" to an integer`,
    )
  }
  return Number(part)
}
