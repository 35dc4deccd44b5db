import type { QueryConnection } from '../describe-query.ts'
import type { PlanNode } from './plan.ts'

/** The bound plans of a text, one for each statement, or why there are none. */
export type PlanAnswer =
  | { readonly error: false; readonly plans: readonly PlanNode[] }
  | {
      readonly error: true
      /** `binder`, `not implemented`. */
      readonly error_type: string
      readonly error_message: string
      readonly position?: string
    }

/** Binds a text without running it. Nothing is optimized: every operator and column of the text is there. */
export async function readPlan(connection: QueryConnection, sql: string): Promise<PlanAnswer> {
  const asked = connection.plan?.(sql) ?? askPlans(connection, [sql]).then(([only]) => only)
  const answer: PlanAnswer = JSON.parse(keepBigIndexes((await asked) ?? ''))
  return answer
}

/** The plans of several texts, as the engine writes them: asking it together costs half of asking one by one. */
export async function askPlans(
  connection: Pick<QueryConnection, 'query'>,
  texts: readonly string[],
): Promise<readonly string[]> {
  const list = texts.map((it) => `'${it.replaceAll("'", "''")}'`)
  const { rows } = await connection.query(
    `select json_serialize_plan(unnest([${list.join(', ')}]), skip_null := true, skip_default := true)::varchar`,
  )
  return rows.map(([text]) => String(text))
}

/** Numbers above 2^53 become text. In the text of a constant, quotes would have backslashes. */
function keepBigIndexes(json: string): string {
  return json.replaceAll(/"index":(\d{16,})/g, '"index":"$1"')
}
