import { DatabaseError, type Connection, type LoadRequest } from '@btn/adapter'
import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import { list } from './names.ts'
import { rulesScope, type StagePlan } from './stage-sql.ts'

/** Rules that are numbers or texts: the database would take them for truth values. Nothing is said of SQL that it does not understand. */
export async function findNoConditions(
  connection: Connection,
  { relation, contract }: Pick<LoadRequest, 'relation' | 'contract'>,
  plan: StagePlan,
): Promise<readonly Diagnostic[]> {
  const rules = contract.rules.flatMap(({ name, check }) =>
    check.kind === 'sql' ? [{ name, sql: check.sql }] : [],
  )
  const filled = rules.map(({ sql }) => `(${plan.context.fill(sql)})`)
  const types = await typesOf(connection, filled, rulesScope(plan))
  return rules.flatMap(({ name, sql }, index) => {
    const type = types[index]
    if (type === undefined || CONDITIONS.includes(type)) return []
    const table = `${relation.schema}.${relation.name}`
    const part = `contract.rules.${name}.check`
    return [diagnostic('load-rule-no-condition', { name, table, part, sql, type })]
  })
}

const CONDITIONS = ['BOOLEAN', 'SQLNULL']

/** Undefined for what the database does not understand. */
async function typesOf(
  connection: Connection,
  expressions: readonly string[],
  scope: string,
): Promise<readonly (string | undefined)[]> {
  if (expressions.length === 0) return []
  try {
    const { columns } = await connection.query(
      `select ${list(expressions)} from (${scope}) limit 0`,
    )
    return columns.map(({ type }) => type)
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.isInterrupt) throw error
    if (expressions.length === 1) return [undefined]
    const types = []
    for (const it of expressions) types.push(...(await typesOf(connection, [it], scope)))
    return types
  }
}
