import type { PlanExpression } from '../plan/plan.ts'
import type { Value } from './value.ts'

/** Aggregates of whose results no value of a row can be read. Of others, as of `max`, `first`, `mode` and `list`, one can. */
const SUMMARIES: ReadonlySet<string> = new Set(
  `approx_count_distinct approx_quantile avg bit_and bit_or bit_xor bool_and bool_or corr count count_if count_star countif covar_pop
  covar_samp entropy favg fsum kahan_sum kurtosis kurtosis_pop mad mean median product quantile_cont regr_avgx regr_avgy regr_count
  regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy sem skewness stddev stddev_pop stddev_samp sum sum_no_overflow sumkahan
  var_pop var_samp variance`.split(/\s+/),
)

/** Aggregates of one column that are told by another, which nobody sees. */
const CHOOSERS: ReadonlySet<string> = new Set(
  `arg_max arg_max_null arg_max_nulls_last arg_min arg_min_null arg_min_nulls_last argmax argmin max_by min_by`.split(
    ' ',
  ),
)

/** The arguments of an aggregate, as much of them as can be read from its result. */
export function seenThrough(
  { name = '' }: PlanExpression,
  values: readonly Value[],
): readonly Value[] {
  if (SUMMARIES.has(name)) return values.map(hide)
  return CHOOSERS.has(name) ? values.map((it, at) => (at === 0 ? it : hide(it))) : values
}

/** Takes a part out of its operand: it may be a boolean that was in there. */
const TAKES_PART = /^(?:struct|list|array|map)_(?:extract|element)|^element_at$/

const JUDGES: ReadonlySet<string> = new Set([
  'BOUND_COMPARISON',
  'BOUND_BETWEEN',
  'BOUND_OPERATOR',
  'BOUND_CAST',
  'BOUND_FUNCTION',
])

/** A boolean about values that are none: nothing but yes and no can be read from it. */
export function isJudgement(
  expression: PlanExpression,
  operandsOf: (expression: PlanExpression) => readonly (PlanExpression | undefined)[],
): boolean {
  const { expression_class, name = '' } = expression
  if (!JUDGES.has(expression_class) || TAKES_PART.test(name) || !isBoolean(expression)) return false
  return operandsOf(expression).some((it) => it && !isBoolean(it))
}

/** The engine does not write the type of what can have no other. */
const ALWAYS_BOOLEAN = /^BOUND_(?:COMPARISON|BETWEEN|CONJUNCTION)$/

function isBoolean({ expression_class, return_type }: PlanExpression): boolean {
  return return_type?.id === 'BOOLEAN' || ALWAYS_BOOLEAN.test(expression_class)
}

/** A value that depends on columns which cannot be read from it. */
export function hide(value: Value): Value {
  const { from, uses } = value
  return { from, uses, hidden: new Set(from.keys()) }
}
