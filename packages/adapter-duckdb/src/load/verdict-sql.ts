import { FILE, list, quote, RAW, WHOLE } from './names.ts'
import { hasReason, isRejecting, maskNames } from './reasons.ts'
import { judgedScope, rawSql, type StagePlan } from './stage-sql.ts'

// A stage without the good rows.

/** The verdict on every row, with its `keys`; whole are only those that were rejected. Rows may have no reasons but their own. */
export function verdictSql(plan: StagePlan, keys: readonly string[]): string {
  const { reasons } = plan
  const fields = wholeFields(plan).map(([name, sql]) => `${quote(name)} := ${sql}`)
  // A list takes no place for what is not in it.
  const whole = `case when ${hasReason(reasons.filter(isRejecting))} then [struct_pack(${list(fields)})] end`
  const columns = [...[...keys, FILE, ...maskNames(reasons)].map(quote), `${whole} as ${WHOLE}`]
  return `select ${list(columns)} from (${judgedScope(plan)})`
}

/** The rejected rows of a stage of verdicts, whole. */
export function wholeRows(plan: StagePlan, name: string): string {
  const known = [FILE, ...maskNames(plan.reasons)].map(quote)
  const columns = [
    '_btn_at',
    ...known,
    ...wholeFields(plan).map(([name]) => `${WHOLE}.${quote(name)} as ${quote(name)}`),
  ]
  const found = `select rowid as _btn_at, ${list(known)}, ${WHOLE}[1] as ${WHOLE} from ${name} where ${WHOLE} is not null`
  return `select ${list(columns)} from (${found})`
}

/** The fields of such a row, and what they are made of. */
function wholeFields(plan: StagePlan): readonly (readonly [name: string, sql: string])[] {
  const columns = plan.layout.columns.map(({ name }) => [name, quote(name)] as const)
  const raw = rawSql(plan)
  return raw === undefined ? columns : [...columns, [RAW, raw]]
}
