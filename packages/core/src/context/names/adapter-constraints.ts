import { AgateTable } from '../values/agate/table.ts'
import { toJs, type Value } from '@btn/jinja'
import type { Context } from '../context.ts'
import { emptyList } from './adapter-method.ts'

interface RawConstraint {
  readonly type?: string
  readonly name?: string | null
  readonly expression?: string | null
  readonly columns?: readonly string[]
  readonly to?: string | null
  readonly to_columns?: readonly string[]
}

interface RawColumn {
  readonly name: string
  readonly data_type?: string
  readonly quote?: boolean | null
  readonly constraints?: readonly RawConstraint[]
}

/** The constraint of a column as DDL writes it; undefined for a type that no database knows. */
function columnConstraint(constraint: RawConstraint): string | undefined {
  const expression = constraint.expression ?? ''
  switch (constraint.type) {
    case 'check':
      return expression === '' ? undefined : `check (${expression})`
    case 'not_null':
      return `not null ${expression}`.trim()
    case 'unique':
      return `unique ${expression}`.trim()
    case 'primary_key':
      return `primary key ${expression}`.trim()
    case 'foreign_key':
      return foreignKey(constraint, 'references')
    case 'custom':
      return expression === '' ? undefined : expression
    default:
      return undefined
  }
}

/** DuckDB refuses the name of a database here, even its own. */
function withoutDatabase(name: string): string {
  const parts = name.match(/"(?:[^"]|"")*"|[^.]+/g) ?? []
  return parts.length > 2 ? parts.slice(1).join('.') : name
}

function foreignKey(constraint: RawConstraint, words: string): string | undefined {
  if (constraint.to && constraint.to_columns?.length) {
    return `${words} ${withoutDatabase(constraint.to)} (${constraint.to_columns.join(', ')})`
  }
  return constraint.expression ? `${words} ${constraint.expression}` : undefined
}

function modelConstraint(constraint: RawConstraint): string | undefined {
  const prefix = constraint.name ? `constraint ${constraint.name} ` : ''
  const columns = (constraint.columns ?? []).join(', ')
  const expression = constraint.expression ?? ''
  const tail = expression === '' ? '' : ` ${expression}`
  switch (constraint.type) {
    case 'check':
      return expression === '' ? undefined : `${prefix}check (${expression})`
    case 'unique':
      return `${prefix}unique${tail} (${columns})`
    case 'primary_key':
      return `${prefix}primary key${tail} (${columns})`
    case 'foreign_key':
      return foreignKey(constraint, `${prefix}foreign key (${columns}) references`)
    case 'custom':
      return expression === '' ? undefined : `${prefix}${expression}`
    default:
      return undefined
  }
}

function columnLine(context: Context, column: RawColumn): string {
  const name = column.quote ? context.invocation.dialect.quote(column.name) : column.name
  const constraints = (column.constraints ?? []).flatMap((item) => columnConstraint(item) ?? [])
  return [name, column.data_type ?? '', ...constraints].join(' ').trim()
}

/** Methods of `adapter` that write the constraints of a contract. */
export const constraintMethods = {
  render_raw_columns_constraints: {
    parameters: ['raw_columns'],
    atParse: emptyList,
    call: (context: Context, [columns]: readonly (Value | undefined)[]): Value => {
      // The shape is what `model.columns` has, once the model is compiled; anything else fails below with the column's name missing.
      const raw = toJs(columns ?? null) as Readonly<Record<string, RawColumn>>
      return Object.values(raw).map((column) => columnLine(context, column))
    },
  },
  render_raw_model_constraints: {
    parameters: ['raw_constraints'],
    atParse: emptyList,
    call: (_context: Context, [constraints]: readonly (Value | undefined)[]): Value => {
      const raw = toJs(constraints ?? null) as readonly RawConstraint[]
      return raw.flatMap((item) => modelConstraint(item) ?? [])
    },
  },
  convert_type: {
    parameters: ['agate_table', 'col_idx'],
    call: (_context: Context, [table, index]: readonly (Value | undefined)[]): Value =>
      table instanceof AgateTable && typeof index === 'number' ? table.sqlTypeAt(index) : null,
  },
}
