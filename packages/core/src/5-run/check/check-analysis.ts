import type { Analysis } from '../../types/index.ts'
import { fine } from './fine.ts'
import { bindQuery, renderQuery } from './check-query.ts'
import type { Checker, NodeOutcome } from './checker.ts'
import type { CheckWorker } from './worker.ts'

/** An analysis: no build fails for it, and it may be a script of several statements, which is not looked at. */
export async function checkAnalysis(
  checker: Checker,
  node: Analysis,
  worker: CheckWorker,
): Promise<NodeOutcome> {
  worker.begin()
  const rendered = await checker.attempt({ node }, worker, (context) =>
    renderQuery(checker, context),
  )
  if ('mistakes' in rendered)
    return { kind: 'unchecked', because: { why: 'parent', node: node.id } }
  const doubt = checker.findOwnDoubt(node, worker) ?? { node: node.id, why: 'not-built' as const }
  const bound = await bindQuery(checker, { node, sql: rendered.value.sql, doubt })
  const isScript = bound.kind === 'unchecked' && bound.because.why === 'not-here'
  return bound.kind === 'bound' || isScript ? fine : bound
}
