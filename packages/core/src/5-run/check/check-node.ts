import type { Node, NodeCheck } from '../../types/index.ts'
import { parentsOf } from '../../types/parents.ts'
import { isPythonFile } from '../../python/is-python.ts'
import { declaredColumns } from '../../lineage/known-columns.ts'
import { checkAnalysis } from './check-analysis.ts'
import type { Checker, NodeOutcome } from './checker.ts'
import { relationOf } from './node-relation.ts'
import { checkModel } from './check-model.ts'
import { checkMonitor } from './check-monitor.ts'
import { checkReport } from './check-report.ts'
import { checkSnapshot } from './check-snapshot.ts'
import { checkTest } from './check-test.ts'
import { checkUnitTest } from './check-unit-test.ts'
import { fine } from './fine.ts'
import type { CheckWorker } from './worker.ts'

/** What a node is, when all that it reads was looked at. Sources, seeds and functions are known before. */
export async function checkNode(
  checker: Checker,
  node: Node,
  worker: CheckWorker,
): Promise<NodeOutcome> {
  const obstacle = checker.findObstacle(parentsOf(node))
  const unchecked: NodeCheck | undefined = obstacle && {
    kind: 'unchecked',
    because: { why: 'parent', node: obstacle },
  }
  switch (node.kind) {
    case 'model':
      if (isPythonFile(node.originalPath)) return knowPython(checker, node)
      return unchecked ?? checkModel(checker, node, worker)
    case 'snapshot':
      return unchecked ?? checkSnapshot(checker, node, worker)
    case 'report':
      return unchecked ?? checkReport(checker, node, worker)
    case 'monitor':
      return unchecked ?? checkMonitor(checker, node, worker)
    case 'test':
      return unchecked ?? checkTest(checker, node, worker)
    case 'analysis':
      return unchecked ?? checkAnalysis(checker, node, worker)
    case 'unit_test':
      return unchecked ?? checkUnitTest(checker, node, worker)
    default:
      return unchecked ?? fine
  }
}

/** A program is not run to learn what it gives: what properties or the last catalogue say is taken. */
async function knowPython(
  checker: Checker,
  node: Extract<Node, { kind: 'model' }>,
): Promise<NodeCheck> {
  const relation = relationOf(node)
  const catalogued = checker.input.catalogued.get(node.id)
  const known = declaredColumns(node.columns)?.columns ?? catalogued
  if (!known || !relation) return { kind: 'unchecked', because: { why: 'python' } }
  const made = await checker.catalogue.makeAs(relation, known)
  const columns = made.map((it) => ({ ...it, from: [] }))
  return { kind: 'checked', columns, uses: [], doubt: { node: node.id, why: 'declared-only' } }
}
