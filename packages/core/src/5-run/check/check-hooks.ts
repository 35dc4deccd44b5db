import { DatabaseError } from '@btn/adapter'
import { TracedText, type Diagnostic } from '@btn/diagnostics'
import { relocateYaml } from '../../yaml/index.ts'
import type { Doubt, Node, NodeId, Operation } from '../../types/index.ts'
import { parentsOf } from '../../types/parents.ts'
import { hooksOf, renderHook } from '../hooks.ts'
import { compileHook } from '../steps/run-hook.ts'
import { attemptedAs } from './attempted-as.ts'
import { schemasOf } from './node-relation.ts'
import type { Checker } from './checker.ts'
import { bindQuery, type Relocate } from './check-query.ts'
import { makesNothing, withoutRows } from './guard.ts'
import type { CheckWorker } from './worker.ts'

/** What a hook sends, as far as it can be known here. */
interface Sent {
  readonly node: Node
  readonly sql: TracedText
  readonly relocate?: Relocate
}

/**
 * The statements of hooks, when all else is known, and in the order of a build: `on-run-start`, those of the nodes, `on-run-end`. What reads
 * or writes rows is bound and not run; what makes something is run, so that later statements have it.
 */
export async function checkHooks(
  checker: Checker,
  worker: CheckWorker,
  wanted: ReadonlySet<NodeId>,
): Promise<void> {
  const sent = await renderAll(checker, worker, wanted)
  if (sent.length === 0) return
  const { catalogue, diagnostics } = checker
  const key = catalogue.answers.keyOfAll(['hooks', ...sent.map(({ sql }) => sql.text)])
  if (catalogue.cache.find(key)) return
  const before = diagnostics.length
  for (const it of sent) await checkStatements(checker, it)
  if (diagnostics.length === before) catalogue.cache.keep(key, { columns: [], uses: [], reads: [] })
}

async function renderAll(
  checker: Checker,
  worker: CheckWorker,
  wanted: ReadonlySet<NodeId>,
): Promise<readonly Sent[]> {
  const { manifest, runtime } = checker.input
  const operations = [...manifest.nodes.values()].filter((it) => it.kind === 'operation')
  const built = runtime.isOverridden(['run_hooks']) ? [] : manifest.order
  const sent: Sent[] = []
  for (const it of operations)
    if (it.when === 'on-run-start') sent.push(...(await renderOperation(checker, worker, it)))
  for (const id of built) {
    const node = manifest.nodes.get(id)
    if (node && wanted.has(id) && checker.nodes.get(id)?.kind === 'checked')
      sent.push(...(await renderHooks(checker, worker, node)))
  }
  for (const it of operations)
    if (it.when === 'on-run-end') sent.push(...(await renderOperation(checker, worker, it)))
  return sent
}

async function renderOperation(
  checker: Checker,
  worker: CheckWorker,
  node: Operation,
): Promise<readonly Sent[]> {
  worker.begin()
  const databaseSchemas = schemasOf(checker.input.manifest).map(
    ({ database, schema }) => [database, schema] as const,
  )
  const schemas = [...new Set(databaseSchemas.map(([, schema]) => schema))]
  const runEnd = { results: [], schemas, databaseSchemas }
  const rendered = await checker.attempt({ node, runEnd }, worker, compileHook)
  if (!isKnown(rendered, worker)) return []
  return [{ node, sql: TracedText.of(rendered.value), relocate: relocateOperation(checker, node) }]
}

/** Where YAML has taken the indentation out of a block, lines are not those of the file. */
function relocateOperation(
  { input }: Checker,
  { file, rawCode: text, place }: Operation,
): Relocate {
  const source = input.runtime.findSource(file)
  return (items) => (source ? relocateYaml(items, { path: file, text }, { source, place }) : items)
}

async function renderHooks(
  checker: Checker,
  worker: CheckWorker,
  node: Node,
): Promise<readonly Sent[]> {
  if (node.kind !== 'model' && node.kind !== 'seed' && node.kind !== 'snapshot') return []
  const { pre, post } = hooksOf(node)
  const attempted = node.kind === 'model' ? attemptedAs(node) : { node }
  const sent: Sent[] = []
  for (const hook of [...pre, ...post]) {
    worker.begin()
    const rendered = await checker.attempt(attempted, worker, (context) =>
      renderHook(context, hook),
    )
    if (isKnown(rendered, worker)) sent.push({ node, ...rendered.value })
  }
  return sent
}

/** What goes wrong in a template here may go well where there are rows, and results. */
function isKnown<T>(
  rendered: { readonly value: T } | { readonly mistakes: readonly Diagnostic[] },
  { asksRows }: CheckWorker,
): rendered is { readonly value: T } {
  return 'value' in rendered && !asksRows
}

const READS = /^(?:delete|from|insert|merge|select|update|values|with|\()/i
const MAKES_OF_QUERY =
  /^create\b(?:\s+or\s+replace)?(?:\s+temp(?:orary)?)?\s+(?:table|view)\b[^]*?\bas\b/i
const MAKES = /^(?:create(?!\b[^]*?\bsecret\b)|alter\b(?![^]*?\brename\s+to\b)|comment)\b/i

/** Where statements make, drop or rename something that is not made here, what is missing behind them says nothing. */
async function checkStatements(checker: Checker, { sql, ...about }: Sent): Promise<void> {
  const { catalogue, input } = checker
  const starts = input.dialect.statementStarts(sql.text)
  for (const [index, start] of starts.entries()) {
    const statement = withoutEnd(sql.slice(start, starts[index + 1] ?? sql.length))
    const { text } = statement
    if (READS.test(text) || MAKES_OF_QUERY.test(text)) {
      const ask = (it: TracedText) => catalogue.explain(it)
      const doubt = findDoubt(checker, about.node)
      const mayReadMore = !checker.isComplete
      await bindQuery(checker, { ...about, sql: statement, doubt, ask, mayReadMore })
    } else if (!(await mayBeForeign(checker, text))) {
      const ask = (it: TracedText) => catalogue.parse(it)
      await bindQuery(checker, { ...about, sql: statement, doubt: undefined, ask })
    }
    if (MAKES.test(text)) await make(checker, statement)
    else if (!makesNothing(text)) checker.isComplete = false
  }
}

/** Extensions bring statements of their own. */
async function mayBeForeign({ catalogue }: Checker, statement: string): Promise<boolean> {
  const isKnown =
    /^(?:alter|attach|call|checkpoint|comment|copy|create|detach|drop|export|import|install|load|pragma|set|use|vacuum)\b/i
  return !isKnown.test(statement) && (await catalogue.engine.missing()).length > 0
}

/** Of the node and of what it reads. That a node has hooks is no reason to doubt them. */
function findDoubt({ nodes }: Checker, node: Node): Doubt | undefined {
  const parents = parentsOf(node)
  return [node.id, ...parents]
    .map((id) => nodes.get(id))
    .flatMap((it) => (it?.kind === 'checked' ? (it.doubt ?? []) : []))
    .find(({ why }) => why !== 'own-hooks')
}

async function make(checker: Checker, { text }: TracedText): Promise<void> {
  try {
    await checker.catalogue.engine.execute(withoutRows(text))
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    checker.isComplete = false
  }
}

function withoutEnd(statement: TracedText): TracedText {
  return statement.slice(0, statement.text.replace(/[;\s]+$/, '').length)
}
