import { DatabaseError } from '@btn/adapter'
import { diagnostic, TracedText, type Diagnostic } from '@btn/diagnostics'
import { CTE_PREFIX } from '../../names/cte-prefix.ts'
import type { Doubt, Node, NodeCheck, NodeId } from '../../types/index.ts'
import { parentsOf } from '../../types/parents.ts'
import { toDiagnostic } from '../database-problem.ts'
import { injectCtes } from '../inject-ctes.ts'
import type { StepContext } from '../step-context.ts'
import { isUsers, placeOf, toUserPlace } from '../user-place.ts'
import type { Described } from './answers.ts'
import { isTableFunction } from './node-relation.ts'
import type { CheckInput } from './check-input.ts'
import type { Checker, NodeOutcome } from './checker.ts'
import { atMissingName, atSetOperation, problemOf, toMistake } from './explain.ts'

/** A query of a node, ready for the engine. */
export interface Query {
  readonly node: Node
  readonly sql: TracedText
  readonly doubt: Doubt | undefined
  /** Statements that the query needs before it. */
  readonly header?: string | undefined
  /** What it reads may have been made by what is not done here. */
  readonly mayReadMore?: boolean
  /** It was asked about before, when something that it reads was not there yet. */
  readonly isAgain?: boolean
  /** What the engine is asked instead of what the query gives. */
  readonly ask?: (sql: TracedText) => Promise<Described>
  /** Moves mistakes to where they stand in a file that has not the text as it is. */
  readonly relocate?: Relocate | undefined
  /** Knows a better place for a mistake. */
  readonly refine?: (mistake: Diagnostic) => Diagnostic
}

export type Relocate = (items: readonly Diagnostic[]) => readonly Diagnostic[]

export type Bound =
  (Described & { readonly kind: 'bound' }) | Exclude<NodeOutcome, { readonly kind: 'checked' }>

/** The node's own text, in which a table stands for each ephemeral model. */
export async function renderQuery(
  checker: Checker,
  { scope }: StepContext,
): Promise<{ readonly sql: TracedText; readonly ephemerals: readonly NodeId[] }> {
  const { text, ephemerals } = await scope.render()
  return { sql: withEphemerals(checker, text, ephemerals), ephemerals }
}

export function withEphemerals(
  { catalogue, input }: Checker,
  text: TracedText,
  ephemerals: readonly NodeId[],
): TracedText {
  const ctes = ephemerals.flatMap((id) => {
    const node = input.manifest.nodes.get(id)
    if (node?.kind !== 'model') return []
    return [{ name: `${CTE_PREFIX}${node.alias}`, sql: catalogue.selectAll(node) }]
  })
  return injectCtes(text, ctes)
}

/** Asks the engine what a query gives; what it complains about is reported at the line of the template. */
export async function bindQuery(checker: Checker, query: Query): Promise<Bound> {
  const mistakes: Diagnostic[] = []
  const seen = new Set<string>()
  const known = () => columnNames(checker, query.node)
  const declared = declaredBy(checker.input, query.node)
  const ask =
    query.ask ?? ((text) => checker.catalogue.answers.describe(text, declared, query.header))
  let { sql } = query
  for (;;) {
    try {
      const described = await ask(sql)
      if (mistakes.length > 0) return report(checker, query, mistakes)
      const { columns, problem } = described
      if (columns.length > 0 || query.ask) return { kind: 'bound', ...described }
      return { kind: 'unchecked', because: { why: 'not-here', problem: problem ?? '' } }
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error
      const problem = problemOf(error, await checker.hasEverything())
      if (problem.kind === 'not-here' && mistakes.length === 0)
        return { kind: 'unchecked', because: { why: 'not-here', problem: error.message } }
      if (problem.kind === 'relation' && mistakes.length === 0)
        return missing(checker, query, problem.name, error)
      const mistake = explain(checker, { ...query, sql }, error, known())
      const name = 'column' in mistake.params ? String(mistake.params.column).toLowerCase() : ''
      const isNew = name === '' || !seen.has(name)
      const next = mistake.code === 'check-column-unknown' ? withoutName(sql, error) : undefined
      // What else is wrong once a name was taken out may be for want of it: only other names count.
      if (isNew && (mistakes.length === 0 || next)) mistakes.push(mistake)
      seen.add(name)
      if (!next || seen.size > MOST) return report(checker, query, mistakes)
      sql = next
    }
  }
}

/** What the node says that it reads; of functions that it calls, what these read, too. */
export function declaredBy(
  { manifest }: Pick<CheckInput, 'manifest'>,
  node: Node,
): ReadonlySet<NodeId> {
  const found = new Set<NodeId>(parentsOf(node))
  // A set that grows while it is walked.
  for (const id of found) {
    const other = manifest.nodes.get(id)
    if (other && isTableFunction(other)) for (const it of parentsOf(other)) found.add(it)
  }
  return found
}

/** Of all that the node reads. */
function columnNames({ nodes }: Checker, node: Node): readonly string[] {
  return parentsOf(node).flatMap((id) => {
    const found = nodes.get(id)
    return found?.kind === 'checked' ? found.columns.map(({ name }) => name) : []
  })
}

/** So many names of one query are complained about. */
const MOST = 20

const REFERENCE = /(?:"(?:[^"]|"")*"|[\w$]+)(?:\s*\.\s*(?:"(?:[^"]|"")*"|[\w$]+))*/y

/** The name, with all that it is qualified by, at which the engine complains. */
function referenceAt(text: string, { offset }: DatabaseError): string | undefined {
  if (offset === undefined) return undefined
  REFERENCE.lastIndex = offset
  return REFERENCE.exec(text)?.[0]
}

/** The query with NULL where it names a column that is not there, so that the engine goes on to what else is wrong. */
function withoutName(sql: TracedText, error: DatabaseError): TracedText | undefined {
  const { offset = 0 } = error
  const found = referenceAt(sql.text, error)
  if (found === undefined) return undefined
  return TracedText.join([sql.slice(0, offset), 'NULL', sql.slice(offset + found.length)])
}

function explain(
  { input }: Checker,
  { node, sql, relocate, refine }: Pick<Query, 'node' | 'sql' | 'relocate' | 'refine'>,
  complaint: DatabaseError,
  known: readonly string[] = [],
): Diagnostic {
  const { runtime } = input
  const reference = referenceAt(sql.text, complaint) ?? ''
  const error = atSetOperation(atMissingName(complaint, reference), sql.text)
  const fallback = sql.originAt(Math.max(0, sql.text.search(/\S/)))?.span ?? placeOf(runtime, node)
  const place = {
    fallback,
    sqlPath: `${node.name}.sql`,
    isUsers: (source: Parameters<typeof isUsers>[2]) => isUsers(runtime, node, source),
  }
  const usersPlace = fallback && isUsers(runtime, node, fallback.source) ? fallback : undefined
  const found = toUserPlace(
    runtime,
    node,
    toDiagnostic(error, sql, place),
    usersPlace ?? placeOf(runtime, node),
  )
  const mistake = toMistake(relocate?.([found])[0] ?? found, error, known)
  return refine?.(mistake) ?? mistake
}

function report(checker: Checker, { node, doubt }: Query, mistakes: readonly Diagnostic[]): Bound {
  if (!doubt) {
    checker.report(node, mistakes)
    return { kind: 'broken' }
  }
  const reason = reasonOf(checker, doubt)
  const doubtful = mistakes.map((item) => ({
    ...diagnostic('check-doubtful', { problem: item.message, reason }, item),
    ...(item.hint && { hint: item.hint }),
  }))
  checker.report(node, doubtful)
  return { kind: 'unchecked', because: { why: 'parent', node: doubt.node } }
}

function reasonOf({ input }: Checker, { node: id, why }: Doubt): string {
  const node = input.manifest.nodes.get(id)
  const name = node?.kind === 'source' ? `${node.sourceName}.${node.name}` : (node?.name ?? id)
  switch (why) {
    case 'asks-rows':
      return `the template of ${name} asks the database for rows, and here are none`
    case 'declared-only':
      return `${name} is known by the columns that its properties declare, and may have more`
    case 'own-materialization':
      return `${name} is built by a materialization of the project's own`
    case 'not-built':
      return `${name} is an analysis, and never run by a build`
    case 'own-hooks':
      return `hooks of ${name} run before its query, and may make what it needs`
  }
}

/** The query reads something that is not there, or not yet. */
function missing(
  checker: Checker,
  query: Query,
  name: string,
  error: DatabaseError,
): Bound | Promise<Bound> {
  const { node } = query
  const own = name.split('.').at(-1)?.replaceAll('"', '') ?? name
  const owner = checker.catalogue.owners.named(own).find((id) => id !== node.id)
  if (owner !== undefined && !checker.nodes.has(owner)) return { kind: 'waiting', for: owner }
  // It may have come while the engine looked for it.
  if (owner !== undefined && !query.isAgain) return bindQuery(checker, { ...query, isAgain: true })
  const obstacle = owner !== undefined && checker.findObstacle([owner])
  if (obstacle) return { kind: 'unchecked', because: { why: 'parent', node: obstacle } }
  const because = { why: 'relation-unknown', name } as const
  if (query.mayReadMore) return { kind: 'unchecked', because }
  const at = explain(checker, query, error)
  const where = { span: at.span, ...(at.related && { related: at.related }) }
  checker.report(node, [diagnostic('check-relation-unknown', { name }, where)])
  return { kind: 'unchecked', because }
}

/** The node as its query describes it. */
export function checkedAs(
  { columns, uses, problem }: Described,
  doubt: Doubt | undefined,
): Extract<NodeCheck, { kind: 'checked' }> {
  return {
    kind: 'checked',
    columns,
    uses,
    ...(problem !== undefined && { problem }),
    ...(doubt && { doubt }),
  }
}
