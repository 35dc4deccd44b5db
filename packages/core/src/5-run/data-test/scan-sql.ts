import { limitOf, type Countable } from '../../data-tests/index.ts'
import type { DataTest } from '../../types/index.ts'

/** A test that is asked together with others. */
export interface Member {
  readonly test: DataTest
  readonly countable: Countable
}

/**
 * One row: the number of rows, and of each test failures, should_warn and should_error. What looks at rows is counted in one scan; values that
 * are there twice take a grouping each.
 */
export function scanSql(relation: string, members: readonly Member[]): string {
  const counts = members.map(({ countable }, index) => ({ countable, name: `failures_${index}` }))
  const scanned = counts.flatMap(({ countable, name }) =>
    countable.kind === 'duplicates' ? [] : [`${countFiltered(countable)} as ${name}`],
  )
  const grouped = counts.flatMap(({ countable, name }) =>
    countable.kind === 'duplicates' ? [duplicates(countable, relation, name)] : [],
  )
  const verdicts = members.map(({ test: { config } }, index) => {
    const name = `failures_${index}`
    const [warn, error] = [limitOf(config, 'warn_if'), limitOf(config, 'error_if')]
    return `${name}, ${name} ${warn.condition}, ${name} ${error.condition}`
  })
  const scan = `(select ${['count(*) as tested', ...scanned].join(',\n')}\nfrom ${relation}\n) as scanned`
  return `select ${['tested', ...verdicts].join(',\n')}\nfrom ${[scan, ...grouped].join(',\n')}`
}

function countFiltered(countable: Exclude<Countable, { readonly kind: 'duplicates' }>): string {
  const what = countable.kind === 'rows' ? '*' : `distinct ${countable.column}`
  return `count(${what}) filter (where ${countable.condition})`
}

function duplicates(
  { column, ofRows }: Extract<Countable, { readonly kind: 'duplicates' }>,
  relation: string,
  name: string,
): string {
  const counted = ofRows ? 'coalesce(sum(n_records), 0)' : 'count(*)'
  return (
    `(select ${counted} as ${name} from (select count(*) as n_records from ${relation}\n` +
    `where ${column} is not null group by ${column} having count(*) > 1)) as grouped_${name}`
  )
}
