import { readRowCondition } from './row-test.ts'

/** How failures are counted together with those of other tests of the same relation. */
export type Countable =
  /** One for each row. */
  | { readonly kind: 'rows'; readonly condition: string }
  /** One for each value that such rows have. */
  | { readonly kind: 'values'; readonly column: string; readonly condition: string }
  /** One for each value that several rows have. */
  | {
      readonly kind: 'duplicates'
      readonly column: string
      /** The rows are counted, not the values. */
      readonly ofRows?: true
    }

/** Undefined for tests that have to be asked by themselves. */
export function readCountable(sql: string, relation: string): Countable | undefined {
  const condition = readRowCondition(sql, relation)
  if (condition !== undefined) return { kind: 'rows', condition }
  return readDuplicates(sql, relation) ?? readValues(sql, relation)
}

/** The built-in `unique`. */
function readDuplicates(sql: string, relation: string): Countable | undefined {
  const column = /^\s*select\s+(.+?) as unique_field,/.exec(sql)?.[1]
  if (column === undefined) return undefined
  const whole = `select ${column} as unique_field, count(*) as n_records from ${relation} where ${column} is not null group by ${column} having count(*) > 1`
  return flat(sql) === flat(whole) ? { kind: 'duplicates', column } : undefined
}

/** The built-in `accepted_values`. */
function readValues(sql: string, relation: string): Countable | undefined {
  const column = /^\s*with all_values as \(\s*select\s+(.+?) as value_field,/.exec(sql)?.[1]
  const list = /\bwhere value_field not in \(([\s\S]*)\)\s*$/.exec(sql)?.[1]
  if (column === undefined || list === undefined) return undefined
  const whole = `with all_values as ( select ${column} as value_field, count(*) as n_records from ${relation} group by ${column} ) select * from all_values where value_field not in (${list})`
  if (flat(sql) !== flat(whole)) return undefined
  return { kind: 'values', column, condition: `${column} not in (${list})` }
}

function flat(sql: string): string {
  return sql.replace(/\s+/g, ' ').trim()
}
