import type { Doubt, Model } from '../../types/index.ts'
import { relationOf } from './catalogue.ts'
import type { Checker, NodeOutcome } from './checker.ts'
import { bindQuery, checkedAs, renderQuery } from './check-query.ts'
import type { CheckWorker } from './worker.ts'

/** A model in SQL: its query as a first build has it. */
export async function checkModel(
  checker: Checker,
  node: Model,
  worker: CheckWorker,
): Promise<NodeOutcome> {
  worker.begin()
  const rendered = await checker.attempt(node, worker, (context) => renderQuery(checker, context))
  const doubt = findDoubt(checker, node, worker)
  if ('mistakes' in rendered) {
    // Templates go wrong on empty answers.
    if (doubt) return { kind: 'unchecked', because: { why: 'parent', node: doubt.node } }
    checker.report(node, rendered.mistakes)
    return { kind: 'broken' }
  }
  const { sql } = rendered.value
  const bound = await bindQuery(checker, { node, sql, doubt })
  if (bound.kind !== 'bound') return bound
  const relation = relationOf(node)
  if (relation) await checker.catalogue.make(relation, bound.columns)
  return checkedAs(bound, doubt)
}

function findDoubt(checker: Checker, node: Model, worker: CheckWorker): Doubt | undefined {
  if (worker.asksRows) return { node: node.id, why: 'asks-rows' }
  return checker.findDoubt(node.dependsOn.nodes)
}
