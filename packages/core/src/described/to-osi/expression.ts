import type { Json } from '../../types/index.ts'
import { escapePattern } from '../../names/escape-pattern.ts'
import { isFloatMarker } from '../../yaml/index.ts'
import { objectOf } from '../../types/json.ts'
import { inputName, objects, textOr } from '../parts.ts'
import { allOf, filterSql } from './filters.ts'
import type { Metric } from './metrics.ts'

/** A metric as one expression in SQL, with those that it names put in; nothing where one of them is missing. */
export class Expressions {
  readonly #metrics: ReadonlyMap<string, Metric>

  constructor(metrics: readonly Metric[]) {
    this.#metrics = new Map(metrics.map((metric) => [metric.name, metric]))
  }

  /** `given` is what the metrics around it filter by. */
  of(metric: Metric, given?: string): string | undefined {
    const filter = allOf([given, filterSql(metric.filter)])
    switch (metric.type) {
      case 'simple':
        return simpleSql(metric, filter)
      case 'cumulative':
        return this.#ofInput(metric.base, filter)
      case 'ratio':
        return this.#ofRatio(metric, filter)
      case 'derived':
        return this.#ofDerived(metric, filter)
      default:
        return undefined
    }
  }

  #ofInput(input: Json | undefined, given: string | undefined): string | undefined {
    const metric = this.#metrics.get(inputName(input) ?? '')
    return metric && this.of(metric, allOf([given, filterSql(objectOf(input)['filter'])]))
  }

  #ofRatio({ params }: Metric, filter: string | undefined): string | undefined {
    const numerator = this.#ofInput(params['numerator'], filter)
    const denominator = this.#ofInput(params['denominator'], filter)
    return numerator && denominator && `(${numerator}) / (${denominator})`
  }

  #ofDerived({ params }: Metric, filter: string | undefined): string | undefined {
    let text = textOr(params['expr'], '') ?? ''
    for (const input of objects(params['metrics'])) {
      const name = inputName(input) ?? ''
      const found = this.#ofInput(input, filter)
      if (found === undefined) return undefined
      const isCompound = ['derived', 'ratio'].includes(this.#metrics.get(name)?.type ?? '')
      const word = textOr(input['alias']) || name
      // Replaced by a function: in a text `$` would mean something.
      text = text.replace(new RegExp(`\\b${escapePattern(word)}\\b`, 'g'), () =>
        isCompound ? `(${found})` : found,
      )
    }
    return text
  }
}

function simpleSql({ simple, name }: Metric, filter: string | undefined): string | undefined {
  if (!simple) return undefined
  const column = qualify(simple.expr ?? name, simple.model)
  const filtered = filter ? `CASE WHEN ${filter} THEN ${column} END` : column
  return aggregate(simple.agg, filtered, simple.aggParams)
}

/** Columns by their dataset; longer expressions stay as they are. */
function qualify(expr: string, model: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(expr)) return `${model}.${expr}`
  const counted = /^CASE WHEN ([A-Za-z_][A-Za-z0-9_]*) IS NOT NULL THEN 1 ELSE 0 END$/.exec(expr)
  return counted ? `CASE WHEN ${model}.${counted[1]} IS NOT NULL THEN 1 ELSE 0 END` : expr
}

const calls: Readonly<Record<string, (column: string) => string>> = {
  sum: (column) => `SUM(${column})`,
  min: (column) => `MIN(${column})`,
  max: (column) => `MAX(${column})`,
  count_distinct: (column) => `COUNT(DISTINCT ${column})`,
  average: (column) => `AVG(${column})`,
}

function aggregate(agg: string, column: string, aggParams: Json): string | undefined {
  if (agg !== 'percentile') return calls[agg]?.(column)
  const { percentile, use_discrete_percentile: isDiscrete } = objectOf(aggParams)
  const called = isDiscrete === true ? 'PERCENTILE_DISC' : 'PERCENTILE_CONT'
  return `${called}(${asFloat(percentile ?? 0.5)}) WITHIN GROUP (ORDER BY ${column})`
}

/** As Python prints a float. */
function asFloat(value: Json): string {
  const number = isFloatMarker(value) ? Number(value.$float) : Number(value)
  return Number.isInteger(number) ? `${number}.0` : String(number)
}
