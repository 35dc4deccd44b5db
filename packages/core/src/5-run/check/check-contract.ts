import { DatabaseError } from '@btn/adapter'
import { diagnostic, type Diagnostic, type Span } from '@btn/diagnostics'
import { isContractEnforced } from '../../config/contract.ts'
import type { BoundColumn, Column, Model } from '../../types/index.ts'
import { placeOf, spanIn } from '../user-place.ts'
import type { Checker } from './checker.ts'

/** Who replaces one of these knows what a contract is. */
const MACROS = [
  'get_assert_columns_equivalent',
  'assert_columns_equivalent',
  'get_column_schema_from_query',
  'get_empty_schema_sql',
  'get_empty_subquery_sql',
  'format_columns',
  'format_column',
]

/** The columns that a model promises, beside those that its query gives: as a build compares them, by name and type. */
export async function checkContract(
  checker: Checker,
  node: Model,
  given: readonly BoundColumn[],
): Promise<readonly Diagnostic[]> {
  const { runtime } = checker.input
  if (!isContractEnforced(node) || runtime.isOverridden(MACROS)) return []
  const promised = [...node.columns.values()]
  const untyped = promised.filter(({ dataType }) => dataType === undefined)
  const [first] = untyped
  if (first) {
    const columns = untyped.map(({ name }) => name)
    return [
      diagnostic('contract-type-missing', { columns }, { span: spanIn(runtime, first.place) }),
    ]
  }
  const differing: Diagnostic[] = []
  const tell = (column: string, difference: string, where: { readonly span: Span | undefined }) =>
    void differing.push(
      diagnostic('check-contract', { model: node.name, column, difference }, where),
    )
  for (const column of promised) {
    const found = given.find((it) => it.name === column.name)
    const where = { span: spanIn(runtime, column.place) }
    if (!found) {
      tell(column.name, 'is promised, and the query has no such column', where)
      continue
    }
    const type = await typeOf(checker, column)
    if (type !== undefined && type !== found.type)
      tell(column.name, `is promised as ${type}, and the query gives ${found.type}`, where)
  }
  // Where it would be added.
  const last = promised.at(-1)
  const behind = { span: last ? spanIn(runtime, last.place) : placeOf(runtime, node) }
  for (const { name, type } of given) {
    if (!promised.some((it) => it.name === name))
      tell(name, `(${type}) comes out of the query, and the contract does not have it`, behind)
  }
  return differing
}

/** The engine's own word for a type; undefined where it does not know it. */
async function typeOf({ catalogue }: Checker, { dataType }: Column): Promise<string | undefined> {
  try {
    const sql = `select cast(null as ${dataType ?? ''})`
    const [column] = await catalogue.learn(['type', sql], () => catalogue.describeText(sql))
    return column?.type
  } catch (error) {
    if (error instanceof DatabaseError) return undefined
    throw error
  }
}
