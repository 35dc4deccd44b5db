import { TracedText } from '@btn/diagnostics'
import { toStringList } from '../../types/json.ts'
import type { Model } from '../../types/index.ts'
import { macroText } from '../materialize/build.ts'
import { bindQuery, checkedAs, declaredBy, renderQuery } from './check-query.ts'
import type { Described } from './answers.ts'
import type { Checker, NodeOutcome } from './checker.ts'
import type { CheckWorker } from './worker.ts'

const UNKNOWN: Described = {
  columns: [],
  uses: [],
  reads: new Set(),
  problem: 'what it gives depends on its arguments',
}

/** A model that is called: the engine understands its query when it makes the function. Who calls it reads what the function reads. */
export async function checkTableFunction(
  checker: Checker,
  node: Model,
  worker: CheckWorker,
): Promise<NodeOutcome> {
  worker.begin()
  const target = { database: node.database, schema: node.schema, name: node.alias }
  const rendered = await checker.attempt({ node }, worker, async (context) => {
    const { sql } = await renderQuery(checker, context)
    return macroText(context, 'btn_table_function', [{ relation: target }, sql])
  })
  const doubt = checker.findOwnDoubt(node, worker)
  if ('mistakes' in rendered) {
    if (doubt) return { kind: 'unchecked', because: { why: 'parent', node: doubt.node } }
    checker.report(node, rendered.mistakes)
    return { kind: 'broken' }
  }
  const { value } = rendered
  const call = `select * from ${checker.input.dialect.name(target)}(${nulls(node)})`
  const declared = declaredBy(checker.input, node)
  const ask = async (made: TracedText): Promise<Described> =>
    (await checker.catalogue.answers.describeFunction(node, { made, call }, declared)) ?? UNKNOWN
  const bound = await bindQuery(checker, { node, sql: TracedText.of(value), doubt, ask })
  return bound.kind === 'bound' ? checkedAs(bound, doubt) : bound
}

/** An argument for each parameter that has to have one. */
function nulls({ config }: Model): string {
  const { parameters } = config
  const list =
    typeof parameters === 'string' ? parameters.split(',') : toStringList(parameters ?? [])
  return list.flatMap((it) => (/:=|=>/.test(it) || it.trim() === '' ? [] : 'null')).join(', ')
}
