import { TracedText } from '@btn/diagnostics'
import type { Snapshot } from '../../types/index.ts'
import { macroText } from '../materialize/build.ts'
import { relationOf } from './node-relation.ts'
import type { Checker, NodeOutcome } from './checker.ts'
import { checkSnapshotSettings } from './check-settings.ts'
import { bindQuery, checkedAs, renderQuery } from './check-query.ts'
import type { CheckWorker } from './worker.ts'

/** The query of a snapshot, and the table that its first run makes of it. */
export async function checkSnapshot(
  checker: Checker,
  node: Snapshot,
  worker: CheckWorker,
): Promise<NodeOutcome> {
  worker.begin()
  const made = await checker.attempt({ node }, worker, async (context) => {
    const { sql } = await renderQuery(checker, context)
    context.scope.setCompiled(sql)
    const strategy = await context.scope.callMacro('btn_snapshot_strategy', [false])
    const table = await macroText(context, 'build_snapshot_table', [strategy, sql])
    return { sql, table: TracedText.of(table) }
  })
  const doubt = checker.findOwnDoubt(node, worker)
  if ('mistakes' in made) {
    if (doubt) return { kind: 'unchecked', because: { why: 'parent', node: doubt.node } }
    checker.report(node, made.mistakes)
    return { kind: 'broken' }
  }
  const own = await bindQuery(checker, { node, sql: made.value.sql, doubt })
  if (own.kind !== 'bound') return own
  const wrong = doubt ? [] : await checkSnapshotSettings(checker, node, own.columns)
  if (wrong.length > 0) {
    checker.report(node, wrong)
    return { kind: 'broken' }
  }
  const bound = await bindQuery(checker, { node, sql: made.value.table, doubt })
  if (bound.kind !== 'bound') return bound
  const relation = relationOf(node)
  if (relation) checker.catalogue.make(relation, bound.columns)
  return checkedAs(bound, doubt)
}
