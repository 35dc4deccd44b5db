import type { Diagnostic } from '@btn/diagnostics'
import type { DataTest } from '../../types/index.ts'
import { fine } from './fine.ts'
import type { Checker, NodeOutcome } from './checker.ts'
import { atArgument } from './at-argument.ts'
import { bindQuery, renderQuery } from './check-query.ts'
import type { CheckWorker } from './worker.ts'

/** The tests of dbt that need nothing but their column. */
const SIMPLE: ReadonlySet<string> = new Set(['not_null', 'unique'])

/** A data test: its query, over what it tests. */
export async function checkTest(
  checker: Checker,
  node: DataTest,
  worker: CheckWorker,
): Promise<NodeOutcome> {
  if (isPlainlyFine(checker, node)) return fine
  worker.begin()
  const rendered = await checker.attempt({ node }, worker, (context) =>
    renderQuery(checker, context),
  )
  const doubt = checker.findOwnDoubt(node, worker)
  if ('mistakes' in rendered) {
    if (doubt) return { kind: 'unchecked', because: { why: 'parent', node: doubt.node } }
    checker.report(node, rendered.mistakes)
    return { kind: 'broken' }
  }
  const refine = (mistake: Diagnostic) => atArgument(checker.input, node, mistake)
  const bound = await bindQuery(checker, { node, sql: rendered.value.sql, doubt, refine })
  return bound.kind === 'bound' ? fine : bound
}

/** Most tests ask for one column of one model: where it is there, nothing needs to be written and understood. */
function isPlainlyFine({ input, nodes }: Checker, { generic, config }: DataTest): boolean {
  const { name, namespace, columnName, attachedNode } = generic ?? {}
  if (name === undefined || namespace !== undefined || !SIMPLE.has(name)) return false
  if (columnName === undefined || attachedNode === undefined) return false
  if (config['where'] || config['sql_header']) return false
  if (input.runtime.isOverridden([`test_${name}`])) return false
  const found = nodes.get(attachedNode)
  return (
    found?.kind === 'checked' &&
    found.columns.some((it) => it.name.toLowerCase() === columnName.toLowerCase())
  )
}
