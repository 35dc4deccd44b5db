import type { ColumnType, SqlColumn, TypeRules } from '@btn/adapter'
import {
  fromJs,
  hostFunction,
  raise,
  readArguments,
  toText,
  type HostObject,
  type Value,
} from '@btn/jinja'
import { isStruct, structFields } from './struct-fields.ts'

/** dbt's `Column`: what the database says of a column, and what that means. */
export class ColumnValue implements HostObject {
  readonly typeName = 'Column'
  readonly name: string
  readonly type: ColumnType
  readonly #rules: TypeRules
  readonly #quote: (name: string) => string

  constructor(name: string, type: ColumnType, rules: TypeRules, quote: (name: string) => string) {
    this.name = name
    this.type = type
    this.#rules = rules
    this.#quote = quote
  }

  getAttribute(attribute: string): Value | undefined {
    switch (attribute) {
      case 'name':
      case 'column':
        return this.name
      case 'quoted':
        return this.#quote(this.name)
      case 'dtype':
        return this.type.dtype
      case 'data_type':
      case 'expanded_data_type':
        return this.#rules.dataType(this.type)
      case 'char_size':
        return this.type.charSize ?? null
      case 'numeric_precision':
        return this.type.precision ?? null
      case 'numeric_scale':
        return this.type.scale ?? null
      case 'fields':
        return this.#fields()
      default:
        return this.#findMethod(attribute)
    }
  }

  attributeNames(): Iterable<string> {
    return [
      'name',
      'column',
      'quoted',
      'dtype',
      'data_type',
      'is_string',
      'is_number',
      'is_numeric',
    ]
  }

  equals(other: Value): boolean {
    return (
      other instanceof ColumnValue &&
      other.name === this.name &&
      this.#rules.dataType(other.type) === this.#rules.dataType(this.type)
    )
  }

  hashKey(): string {
    return `column:${this.name}:${this.#rules.dataType(this.type)}`
  }

  toText(): string {
    return this.toRepr()
  }

  toRepr(): string {
    return `<Column ${this.name} (${this.#rules.dataType(this.type)})>`
  }

  /** The fields of a struct, as columns. */
  #fields(): ColumnValue[] {
    return structFields(this.type.dtype).map(([name, dtype]) => this.#field(name, dtype))
  }

  #field(name: string, dtype: string): ColumnValue {
    return new ColumnValue(name, { dtype }, this.#rules, this.#quote)
  }

  /** The column, or of a struct all that is in it, by its path. */
  flatten(): ColumnValue[] {
    if (!isStruct(this.type.dtype)) return [this]
    return this.#fields().flatMap((field) =>
      field.flatten().map((it) => this.#field(`${this.name}.${it.name}`, it.type.dtype)),
    )
  }

  #findMethod(name: string): Value | undefined {
    const { type } = this
    const rules = this.#rules
    switch (name) {
      case 'is_string':
        return hostFunction(name, () => rules.isString(type))
      case 'is_number':
        return hostFunction(name, () => rules.isNumber(type))
      case 'is_numeric':
        return hostFunction(name, () => rules.isNumeric(type))
      case 'is_integer':
        return hostFunction(name, () => rules.isInteger(type))
      case 'is_float':
        return hostFunction(name, () => rules.isFloat(type))
      case 'string_size':
        return hostFunction(name, () => {
          if (!rules.isString(type)) raise('RuntimeError', `the column "${this.name}" is no text`)
          return rules.stringSize(type)
        })
      case 'is_struct':
        return hostFunction(name, () => isStruct(type.dtype))
      case 'flatten':
        return hostFunction(name, () => this.flatten())
      case 'literal':
        return hostFunction(name, (args) => {
          const [value] = readArguments(args, name, ['value'])
          return `${toText(value ?? null)}::${rules.dataType(type)}`
        })
      case 'can_expand_to':
        return hostFunction(name, (args) => {
          const [other] = readArguments(args, name, ['other_column'])
          if (!(other instanceof ColumnValue)) raise('TypeError', 'can_expand_to() takes a column')
          return rules.canExpandTo(type, other.type)
        })
      default:
        return classMethods(rules, this.#quote)[name]
    }
  }
}

/** A column as `information_schema` or a query describes it. */
export function columnFrom(
  column: SqlColumn,
  rules: TypeRules,
  quote: (name: string) => string,
): ColumnValue {
  return new ColumnValue(column.name, rules.fromDescription(column.type), rules, quote)
}

function toSize(value: Value | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined
}

function classMethods(
  rules: TypeRules,
  quote: (name: string) => string,
): Readonly<Record<string, Value>> {
  const name = (value: Value | undefined) => toText(value ?? null)
  return {
    TYPE_LABELS: fromJs({ STRING: 'TEXT' }),
    create: hostFunction('create', (args) => {
      const [column, label] = readArguments(args, 'create', ['name', 'label_or_dtype'])
      return new ColumnValue(
        name(column),
        { dtype: rules.translateType(name(label)) },
        rules,
        quote,
      )
    }),
    from_description: hostFunction('from_description', (args) => {
      const [column, type] = readArguments(args, 'from_description', ['name', 'raw_data_type'])
      return new ColumnValue(name(column), rules.fromDescription(name(type)), rules, quote)
    }),
    translate_type: hostFunction('translate_type', (args) => {
      const [type] = readArguments(args, 'translate_type', ['dtype'])
      return rules.translateType(name(type))
    }),
    string_type: hostFunction('string_type', (args) => {
      const [size] = readArguments(args, 'string_type', ['size'])
      return rules.stringType(toSize(size) ?? 256)
    }),
    numeric_type: hostFunction('numeric_type', (args) => {
      const [type, precision, scale] = readArguments(args, 'numeric_type', [
        'dtype',
        'precision',
        'scale',
      ])
      return rules.numericType(name(type), toSize(precision), toSize(scale))
    }),
  }
}

/** `api.Column`: makes columns, and knows the types' names. */
export function columnClass(rules: TypeRules, quote: (name: string) => string): HostObject {
  const methods = classMethods(rules, quote)
  return {
    typeName: 'type',
    getAttribute: (name) => methods[name],
    attributeNames: () => Object.keys(methods),
    call: (args) => {
      const [column, type, size, precision, scale] = readArguments(args, 'Column', [
        'column',
        'dtype',
        'char_size?',
        'numeric_precision?',
        'numeric_scale?',
      ])
      const [charSize, digits, fraction] = [size, precision, scale].map(toSize)
      const described: ColumnType = {
        dtype: toText(type ?? null),
        ...(charSize !== undefined && { charSize }),
        ...(digits !== undefined && { precision: digits }),
        ...(fraction !== undefined && { scale: fraction }),
      }
      return new ColumnValue(toText(column ?? null), described, rules, quote)
    },
  }
}
