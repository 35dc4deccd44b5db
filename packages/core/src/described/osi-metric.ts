import type { JsonObject } from '../types/index.ts'

/** What an expression aggregates; `ratio` has two of them, `raw` is neither. */
export type OsiExpression =
  | {
      readonly kind: 'aggregation'
      readonly agg: string
      readonly column: string
      /** The table before the column's name, where MetricFlow looks at it. */
      readonly owner: string | undefined
      readonly percentile: number | null
    }
  | { readonly kind: 'ratio'; readonly numerator: string; readonly denominator: string }
  | { readonly kind: 'raw' }
  | { readonly kind: 'unknown' }

const name = String.raw`[A-Za-z_]\w*`
const column = String.raw`((?:${name}\.)*)(${name}|\*)`
const pattern = (text: string): RegExp => new RegExp(`^${text}$`, 'is')

const single = pattern(String.raw`(sum|avg|min|max|count)\s*\(\s*${column}\s*\)`)
const distinct = pattern(String.raw`count\s*\(\s*distinct\s+${column}\s*\)`)
const condition = pattern(
  String.raw`sum\s*\(\s*case\s+when\s+(${name})\s+then\s+1\s+else\s+0\s+end\s*\)`,
)
const percentiles = pattern(
  String.raw`percentile_(cont|disc)\s*\(\s*([\d.]+)\s*\)\s+within\s+group\s*\(\s*order\s+by\s+${column}\s*\)`,
)

/** MetricFlow takes SQL apart with a parser; here, what is written in the usual forms. The rest is raw, or not known. */
export function readOsiExpression(expression: string): OsiExpression {
  const text = expression.trim()
  const [whole, word = '', path = '', own = ''] = single.exec(text) ?? []
  if (whole !== undefined) {
    const agg = word.toLowerCase() === 'avg' ? 'average' : word.toLowerCase()
    return aggregation(agg, own, path)
  }
  const [isDistinct, distinctPath = '', distinctOwn = ''] = distinct.exec(text) ?? []
  if (isDistinct !== undefined) return aggregation('count_distinct', distinctOwn, distinctPath)
  const [, condition_] = condition.exec(text) ?? []
  if (condition_ !== undefined) return aggregation('sum_boolean', condition_, '')
  const [, kind = '', share = '', , ordered] = percentiles.exec(text) ?? []
  if (ordered !== undefined) {
    const isMedian = kind.toLowerCase() === 'cont' && Number(share) === 0.5
    const read = aggregation(isMedian ? 'median' : 'percentile', ordered, '')
    return isMedian ? read : { ...read, percentile: Number(share) }
  }
  return readRatio(text)
}

function aggregation(agg: string, own: string, path: string) {
  const owner = path === '' ? undefined : path.slice(0, -1)
  return { kind: 'aggregation', agg, column: own, owner, percentile: null } as const
}

function readRatio(text: string): OsiExpression {
  const sides = text.split('/').map((side) => unwrap(side.trim()))
  const [numerator, denominator, ...more] = sides
  if (numerator === undefined || denominator === undefined) {
    // One call of a function might be an aggregation of something that only a parser can tell.
    return /^\w+\s*\([^()]*(?:\([^()]*\)[^()]*)*\)$/.test(text)
      ? { kind: 'unknown' }
      : { kind: 'raw' }
  }
  const areKnown = [numerator, denominator].every(
    (side) => readOsiExpression(side).kind === 'aggregation',
  )
  return more.length === 0 && areKnown
    ? { kind: 'ratio', numerator, denominator }
    : { kind: 'unknown' }
}

function unwrap(text: string): string {
  return text.startsWith('(') && text.endsWith(')') ? text.slice(1, -1).trim() : text
}

/** The parameters of a metric that aggregates by itself. */
export function aggregationParams(
  owner: string,
  { agg, percentile }: { readonly agg: string; readonly percentile: number | null },
): JsonObject {
  return {
    semantic_model: owner,
    agg,
    agg_params:
      percentile === null
        ? null
        : { percentile, use_discrete_percentile: false, use_approximate_percentile: false },
    agg_time_dimension: null,
    non_additive_dimension: null,
  }
}
