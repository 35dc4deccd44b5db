import type { Diagnostic } from '@btn/diagnostics'
import type { Doubt, Model, NodeId } from '../../types/index.ts'
import { joinOrigins } from '../../lineage/join-origins.ts'
import { attemptedAs } from './attempted-as.ts'
import type { Described } from './answers.ts'
import { isTableFunction, relationOf } from './node-relation.ts'
import { checkContract } from './check-contract.ts'
import { checkModelSettings } from './check-settings.ts'
import { checkDepends } from './check-depends.ts'
import { checkTableFunction } from './check-table-function.ts'
import type { Checker, NodeOutcome } from './checker.ts'
import { bindQuery, checkedAs, renderQuery } from './check-query.ts'
import { plainlyMakesNothing } from './guard.ts'
import { hooksOf } from '../hooks.ts'
import type { StepContext } from '../step-context.ts'
import { refuseUnknownMaterialization } from '../steps/materialize.ts'
import type { CheckWorker } from './worker.ts'

/** A model in SQL: its query as a first build has it, then as later ones have it. */
export async function checkModel(
  checker: Checker,
  node: Model,
  worker: CheckWorker,
): Promise<NodeOutcome> {
  if (isTableFunction(node)) return checkTableFunction(checker, node, worker)
  worker.begin()
  const header = headerOf(node)
  const attempted = attemptedAs(node)
  const rendered = await checker.attempt(attempted, worker, async (context) => {
    const { sql } = await renderQuery(checker, context)
    refuseUnknownMaterialization(context, materializationOf(node))
    if (header !== undefined) await context.session.execute(header)
    return { sql, isOwn: isOwn(checker, context, node) }
  })
  const doubt = checker.findOwnDoubt(node, worker) ?? doubtOf(node, rendered)
  if ('mistakes' in rendered) {
    // Templates go wrong on empty answers, and complain of what is not in the database.
    const asker = doubt?.node ?? findComplainer(checker, node, rendered.mistakes)
    if (asker) return { kind: 'unchecked', because: { why: 'parent', node: asker } }
    checker.report(node, rendered.mistakes)
    return { kind: 'broken' }
  }
  const { sql } = rendered.value
  const bound = await bindQuery(checker, { node, sql, doubt, header })
  if (bound.kind !== 'bound') return bound
  const relation = relationOf(node)
  if (relation) checker.catalogue.make(relation, bound.columns)
  if (!doubt) {
    checker.report(node, await checkContract(checker, node, bound.columns))
    checker.report(node, await checkModelSettings(checker, node, bound.columns))
  }
  const later = await checkLater(checker, node, worker, { first: bound, text: sql.text, doubt })
  if (!bound.problem && !later.isUnknown) {
    const reads = new Set([...bound.reads, ...later.reads])
    const hasAsked = checker.input.asksDatabase(node) !== undefined
    checker.report(node, checkDepends(checker.input, { node, sql, reads, hasAsked }))
  }
  return checkedAs({ ...bound, columns: later.columns }, doubt)
}

function findComplainer(
  { input }: Checker,
  node: Model,
  mistakes: readonly Diagnostic[],
): NodeId | undefined {
  const isRaised = mistakes.every(({ code }) => code === 'raised-by-template')
  return isRaised && input.asksDatabase(node) !== undefined ? node.id : undefined
}

interface Later {
  readonly columns: Described['columns']
  readonly reads: ReadonlySet<NodeId>
  /** Nobody knows what it reads. */
  readonly isUnknown?: true
}

/** What an incremental model is once its table is there: what only that query reads counts, too. */
async function checkLater(
  checker: Checker,
  node: Model,
  worker: CheckWorker,
  { first, text, doubt }: { first: Described; text: string; doubt: Doubt | undefined },
): Promise<Later> {
  const nothing: Later = { columns: first.columns, reads: new Set() }
  if (node.config['materialized'] !== 'incremental') return nothing
  const rendered = await checker.attempt(attemptedAs(node), worker, (context) => {
    context.scope.assumeIncremental()
    return renderQuery(checker, context)
  })
  const isUnsure = doubt !== undefined || worker.asksRows
  if ('mistakes' in rendered) {
    if (!isUnsure) checker.report(node, rendered.mistakes)
    return { ...nothing, isUnknown: true }
  }
  const { sql } = rendered.value
  if (sql.text === text) return nothing
  const late: Doubt | undefined = worker.asksRows ? { node: node.id, why: 'asks-rows' } : doubt
  const header = headerOf(node)
  const bound = await bindQuery(checker, { node, sql, doubt: late, header })
  if (bound.kind !== 'bound' || bound.problem) return { ...nothing, isUnknown: true }
  return { columns: joinOrigins(first.columns, bound.columns, node.id), reads: bound.reads }
}

function headerOf({ config }: Model): string | undefined {
  const header = config['sql_header']
  return typeof header === 'string' && header.trim() !== '' ? header : undefined
}

/** Built by a materialization that the project or a package brings: what comes out is its affair. */
function isOwn({ input }: Checker, { session }: StepContext, node: Model): boolean {
  const name = materializationOf(node)
  return (
    name !== 'ephemeral' && input.runtime.findMaterialization(name, node, session) !== undefined
  )
}

function materializationOf({ config }: Model): string {
  return String(config['materialized'] ?? 'view')
}

function doubtOf(
  node: Model,
  rendered: { readonly value: { readonly isOwn: boolean } } | object,
): Doubt | undefined {
  const { id } = node
  if ('value' in rendered && rendered.value.isOwn) return { node: id, why: 'own-materialization' }
  const isPlain = hooksOf(node).pre.every(({ sql }) => plainlyMakesNothing(sql))
  return isPlain ? undefined : { node: id, why: 'own-hooks' }
}
