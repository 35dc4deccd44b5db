import { diagnostic, DiagnosticError, TracedText } from '@btn/diagnostics'
import { hasShareLimit, limitKeys, limitOf } from '../../data-tests/index.ts'
import type { DataTest, Node, NodeId } from '../../types/index.ts'
import { putEphemeralsInFront } from '../compile-node.ts'
import type { StepContext } from '../step-context.ts'

/** What dbt counts where a test says nothing else. */
export const COUNT = 'count(*)'
/** Tests of dbt's that give a row for each value; how many rows have it is in `n_records`. */
const BY_VALUE: ReadonlySet<string> = new Set(['unique', 'accepted_values'])

/** What is counted. A share is one of rows, so where a test gives values their rows are. */
export function failCalcOf({ state }: StepContext, { config, generic }: DataTest): string {
  const said = String(config['fail_calc'] ?? COUNT)
  const name = generic?.name ?? ''
  if (said !== COUNT || !BY_VALUE.has(name) || generic?.namespace !== undefined) return said
  if (!hasShareLimit(config)) return said
  const macros = [`test_${name}`, `default__test_${name}`]
  return state.input.runtime.isOverridden(macros) ? said : 'coalesce(sum(n_records), 0)'
}

/** How many rows the test looks at: where a limit asks for it, and in the audit log where it costs nothing. */
export async function countTested(
  context: StepContext,
  test: DataTest,
): Promise<number | undefined> {
  if (!hasShareLimit(test.config) && !(await isCheap(context, test))) return undefined
  const relation = await testedRelation(context, test)
  if (!relation) return undefined
  const { table } = await context.session.query(await relation.select('count(*)'))
  return Number(table.rows[0]?.[0] ?? 0)
}

/** The database knows the number of rows of a whole table. */
async function isCheap({ state, session }: StepContext, test: DataTest): Promise<boolean> {
  const { audit, manifest } = state.input
  const node = manifest.nodes.get(testedNode(test) ?? test.id)
  if (!audit || !node || node.kind === 'test' || !isStored(node)) return false
  if (typeof test.config['where'] === 'string') return false
  const name = node.kind === 'source' ? node.identifier : node.alias
  const { database, schema } = node
  const found = await session.relations.find({ database, schema, name })
  return found?.type === 'table'
}

function isStored(node: Node) {
  return (
    node.kind === 'model' ||
    node.kind === 'seed' ||
    node.kind === 'snapshot' ||
    node.kind === 'source'
  )
}

/** The rows that a test is about. */
export interface TestedRelation {
  /** As it stands behind `from`; the part that `where` leaves. */
  readonly text: string
  select(columns: string): Promise<TracedText>
}

/** Undefined for a test that reads several relations. */
export async function testedRelation(
  context: StepContext,
  test: DataTest,
): Promise<TestedRelation | undefined> {
  const template = templateOf(test)
  const id = testedNode(test)
  if (template === undefined || id === undefined) return undefined
  const text = await context.scope.renderText({ path: test.file, text: template })
  const isEphemeral =
    context.state.input.manifest.nodes.get(id)?.config['materialized'] === 'ephemeral'
  return {
    text: text.text,
    select: async (columns) => {
      const query = TracedText.join([`select ${columns}\nfrom `, text])
      return isEphemeral ? putEphemeralsInFront(context, query, [id]) : query
    },
  }
}

function testedNode({ generic, dependsOn }: DataTest): NodeId | undefined {
  if (generic?.fileKeyName.startsWith('sources.')) return undefined
  // A model of another package than the test's entry is attached to nothing.
  if (generic) return generic.attachedNode ?? dependsOn.nodes[0]
  return dependsOn.nodes.length === 1 ? dependsOn.nodes[0] : undefined
}

/** What names the relation in the test's own template. */
function templateOf({ generic, refs, sources }: DataTest): string | undefined {
  if (generic) {
    const { model } = generic.kwargs
    return typeof model === 'string' ? model : undefined
  }
  const [ref] = refs
  const quote = (text: string) => JSON.stringify(text)
  if (ref) {
    const names = [...(ref.package === undefined ? [] : [ref.package]), ref.name].map(quote)
    const version = ref.version === undefined ? [] : [`version=${JSON.stringify(ref.version)}`]
    return `{{ ref(${[...names, ...version].join(', ')}) }}`
  }
  const [source] = sources
  return source && `{{ source(${quote(source.source)}, ${quote(source.table)}) }}`
}

/** A materialization of the project's own reads the settings itself, and knows no shares. */
export function refuseShares({ config, name: test }: DataTest): void {
  for (const key of limitKeys) {
    const { share, text: value } = limitOf(config, key)
    if (share)
      throw new DiagnosticError(diagnostic('test-share-own-materialization', { key, value, test }))
  }
}
