import type { Monitor } from '../../types/index.ts'
import { ageQuery, toMonitorPlaces, valueQuery } from '../monitor/measure.ts'
import { fine } from './fine.ts'
import type { Checker, NodeOutcome } from './checker.ts'
import { bindQuery, renderQuery, type Relocate } from './check-query.ts'
import type { CheckWorker } from './worker.ts'

/** Stands for any other. */
const SOME_DAY = { date: '2000-01-01', clock: new Date('2000-01-01') }

/** A monitor: the query that finds its value. Those that count loads, or look at a clock, ask the audit log alone. */
export async function checkMonitor(
  checker: Checker,
  node: Monitor,
  worker: CheckWorker,
): Promise<NodeOutcome> {
  const { measure } = node.spec
  if (measure.kind !== 'value' && measure.kind !== 'freshness') return fine
  worker.begin()
  const rendered = await checker.attempt({ node }, worker, async (context) => {
    const asking = { context: { ...context, node }, ...SOME_DAY }
    const own = async () => (await renderQuery(checker, context)).sql
    if (measure.kind === 'value') return valueQuery(asking, await own())
    return ageQuery(asking, measure, node.rawCode === '' ? undefined : await own())
  })
  const doubt = checker.findOwnDoubt(node, worker)
  const { runtime } = checker.input
  if ('mistakes' in rendered) {
    if (doubt) return { kind: 'unchecked', because: { why: 'parent', node: doubt.node } }
    checker.report(node, toMonitorPlaces(runtime, node, rendered.mistakes))
    return { kind: 'broken' }
  }
  const relocate: Relocate = (items) => toMonitorPlaces(runtime, node, items)
  const bound = await bindQuery(checker, { node, sql: rendered.value, doubt, relocate })
  return bound.kind === 'bound' ? fine : bound
}
