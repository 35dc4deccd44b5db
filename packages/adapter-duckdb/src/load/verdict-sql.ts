import { FILE, list, maskName, quote, RAW, WHOLE } from './names.ts'
import { countWords, hasReason, isRejecting } from './reasons.ts'
import { judgedScope, rawSql, type StagePlan } from './stage-sql.ts'

// A stage without the good rows.

/** The verdict on every row, with its `keys`; whole are only those that were rejected. Rows may have no reasons but their own. */
export function verdictSql(plan: StagePlan, keys: readonly string[]): string {
  const { layout, reasons } = plan
  const masks = Array.from({ length: countWords(reasons) }, (_, word) => quote(maskName(word)))
  const raw = rawSql(plan)
  const fields = [
    ...layout.columns.map(({ name }) => `${quote(name)} := ${quote(name)}`),
    ...(raw === undefined ? [] : [`${quote(RAW)} := ${raw}`]),
  ]
  // A list takes no place for what is not in it.
  const whole = `case when ${hasReason(reasons.filter(isRejecting))} then [struct_pack(${list(fields)})] end`
  const columns = [...keys.map(quote), quote(FILE), ...masks, `${whole} as ${WHOLE}`]
  return `select ${list(columns)} from (${judgedScope(plan)})`
}

/** The rejected rows of a stage of verdicts, whole. */
export function wholeRows(plan: StagePlan, name: string): string {
  const masks = Array.from({ length: countWords(plan.reasons) }, (_, word) => maskName(word))
  const fields = [
    ...plan.layout.columns.map((column) => column.name),
    ...(rawSql(plan) === undefined ? [] : [RAW]),
  ]
  const columns = [
    ...['_btn_at', FILE, ...masks].map(quote),
    ...fields.map((field) => `${WHOLE}.${quote(field)} as ${quote(field)}`),
  ]
  const found = `select rowid as _btn_at, ${list([FILE, ...masks].map(quote))}, ${WHOLE}[1] as ${WHOLE} from ${name} where ${WHOLE} is not null`
  return `select ${list(columns)} from (${found})`
}
