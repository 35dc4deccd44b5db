import { DatabaseError, type SqlColumn } from '@btn/adapter'
import { diagnostic, didYouMean, type Diagnostic } from '@btn/diagnostics'
import type { Json, Model, Snapshot } from '../../types/index.ts'
import type { Checker } from './checker.ts'
import { missingColumn } from './explain.ts'
import { findUnknown } from './find-unknown.ts'
import { placeOfWord } from './place-of-word.ts'

/** Strategies that look for rows by the key. */
const BY_KEY: ReadonlySet<unknown> = new Set([undefined, null, 'default', 'delete+insert', 'merge'])

/** The key of an incremental model, which later builds look for. */
export async function checkModelSettings(
  checker: Checker,
  node: Model,
  columns: readonly SqlColumn[],
): Promise<readonly Diagnostic[]> {
  const { materialized, incremental_strategy: strategy } = node.config
  if (materialized !== 'incremental' || !BY_KEY.has(strategy)) return []
  return checkSettings({ checker, node, columns }, ['unique_key'])
}

/** The columns by which a snapshot tells rows, and versions of rows. */
export async function checkSnapshotSettings(
  checker: Checker,
  node: Snapshot,
  columns: readonly SqlColumn[],
): Promise<readonly Diagnostic[]> {
  const strategy = String(node.config['strategy'])
  const own = { timestamp: ['updated_at'], check: ['check_cols', 'updated_at'] }[strategy] ?? []
  return checkSettings({ checker, node, columns }, ['unique_key', ...own])
}

interface Setting {
  readonly checker: Checker
  readonly node: Model | Snapshot
  readonly columns: readonly SqlColumn[]
}

async function checkSettings(
  about: Setting,
  keys: readonly string[],
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = []
  for (const key of keys) {
    const value = about.node.config[key]
    const isExpression = typeof value === 'string' && !isName(value) && key !== 'check_cols'
    found.push(
      ...(isExpression ? await checkExpression(about, key, value) : checkNames(about, key)),
    )
  }
  return found
}

function checkNames({ checker, node, columns }: Setting, key: string): readonly Diagnostic[] {
  const named = namesIn(key, node.config[key]).map((name) => ({ name }))
  return findUnknown(named, columns).map(({ item: { name: column }, nearest }) => {
    const problem = `${key} names a column that the query does not have`
    const span = placeOfWord(checker.input, node, key, column)
    const hint = didYouMean(nearest)
    return diagnostic('check-column-unknown', { column, problem }, { span, hint })
  })
}

/** The engine says which of its names is no column; whatever else may be wrong with it is a matter of the statement that it becomes a part of. */
async function checkExpression(
  { checker: { input, catalogue }, node, columns }: Setting,
  key: string,
  text: string,
): Promise<readonly Diagnostic[]> {
  const { dialect } = input
  const given = columns.map(({ name, type }) => `null::${type} as ${dialect.quote(name)}`)
  const sql = `select (${text}\n) from (select ${given.join(', ')})`
  try {
    await catalogue.learn([key, sql], () => catalogue.describeText(sql))
    return []
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    const column = missingColumn(error)
    if (column === undefined) return []
    const [unknown] = findUnknown([{ name: column }], columns)
    const hint = didYouMean(unknown?.nearest)
    const span = placeOfWord(input, node, key, column)
    return [diagnostic('check-column-unknown', { column, problem: error.message }, { span, hint })]
  }
}

/** What the engine knows without a table. */
const NO_COLUMN = /^(?:current_\w+|localtime|localtimestamp|rowid)$/i

function namesIn(key: string, value: Json | undefined): readonly string[] {
  if (key === 'check_cols' && value === 'all') return []
  const all = Array.isArray(value) ? value : [value]
  return all.flatMap((it) =>
    typeof it === 'string' && isName(it) && !NO_COLUMN.test(it) ? [it] : [],
  )
}

function isName(text: string): boolean {
  return /^[a-z_]\w*$/i.test(text)
}
