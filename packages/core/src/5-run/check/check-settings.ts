import { diagnostic, didYouMean, type Diagnostic } from '@btn/diagnostics'
import type { Json, Model, Snapshot } from '../../types/index.ts'
import type { CheckInput } from './check-input.ts'
import { findUnknown } from './find-unknown.ts'
import { placeOfWord } from './place-of-word.ts'

interface Named {
  readonly name: string
}

/** Strategies that look for rows by the key. */
const BY_KEY: ReadonlySet<unknown> = new Set([undefined, null, 'default', 'delete+insert', 'merge'])

/** The key of an incremental model, which later builds look for. */
export function checkModelSettings(
  input: CheckInput,
  node: Model,
  columns: readonly Named[],
): readonly Diagnostic[] {
  const { materialized, incremental_strategy: strategy } = node.config
  if (materialized !== 'incremental' || !BY_KEY.has(strategy)) return []
  return checkNames(input, node, ['unique_key'], columns)
}

/** The columns by which a snapshot tells rows, and versions of rows. */
export function checkSnapshotSettings(
  input: CheckInput,
  node: Snapshot,
  columns: readonly Named[],
): readonly Diagnostic[] {
  const strategy = String(node.config['strategy'])
  const own = { timestamp: ['updated_at'], check: ['check_cols', 'updated_at'] }[strategy] ?? []
  return checkNames(input, node, ['unique_key', ...own], columns)
}

/** Settings may be expressions, too: only what is plainly a name is looked at. */
function checkNames(
  input: CheckInput,
  node: Model | Snapshot,
  keys: readonly string[],
  columns: readonly Named[],
): readonly Diagnostic[] {
  return keys.flatMap((key) => {
    const named = namesIn(key, node.config[key]).map((name) => ({ name }))
    return findUnknown(named, columns).map(({ item: { name: column }, nearest }) => {
      const problem = `${key} names a column that the query does not have`
      const span = placeOfWord(input, node, key, column)
      return diagnostic(
        'check-column-unknown',
        { column, problem },
        { span, hint: didYouMean(nearest) },
      )
    })
  })
}

/** What the engine knows without a table. */
const NO_COLUMN = /^(?:current_\w+|localtime|localtimestamp|rowid)$/i

function namesIn(key: string, value: Json | undefined): readonly string[] {
  if (key === 'check_cols' && value === 'all') return []
  const all = Array.isArray(value) ? value : [value]
  return all.flatMap((it) =>
    typeof it === 'string' && /^[a-z_]\w*$/i.test(it) && !NO_COLUMN.test(it) ? [it] : [],
  )
}
