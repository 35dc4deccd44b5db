import type { SqlTable } from '@btn/adapter'
import { DiagnosticError, type TracedText } from '@btn/diagnostics'
import { limitOf, limitKeys, readCountable, type Countable } from '../../data-tests/index.ts'
import type { DataTest, NodeId, RunTest } from '../../types/index.ts'
import type { StepContext } from '../step-context.ts'
import type { Counted } from './counted.ts'
import { scanSql, type Member } from './scan-sql.ts'
import { COUNT, failCalcOf } from './tested-rows.ts'
import { storesFailures } from './stores-failures.ts'

/** Conditions that mean the same wherever they stand. */
const PLAIN = /^\s*(?:>=|<=|<>|!=|==|=|>|<)\s*-?\d+(?:\.\d+)?\s*$/
/** Macros whose text is not used when tests are asked together. */
const MACROS = ['get_test_sql', 'get_limit_subquery_sql', 'get_limit_sql']

/**
 * Where the project wants `one_scan_tests`: what the test counts, together with all tests of its relation that can be asked with it. The first
 * of them asks for all. Undefined for a test that has to be asked by itself.
 */
export async function countTogether(
  context: StepContext,
  test: DataTest,
  compiled: TracedText,
): Promise<Counted | undefined> {
  const { state } = context
  const attached = test.generic?.attachedNode
  if (!state.input.flags.one_scan_tests || attached === undefined) return undefined
  if (!isPlain(context, test)) return undefined
  let scan = state.scans.get(attached)
  if (!scan) {
    scan = scanAll(context, test, compiled)
    state.scans.set(attached, scan)
  }
  return (await scan).get(test.id)
}

/** Whether nothing but the test's own query decides what is counted, and nothing else is done with its rows. */
function isPlain(context: StepContext, test: DataTest): boolean {
  const { config, dependsOn } = test
  const { runtime } = context.state.input
  const isUsual =
    (config['limit'] ?? null) === null &&
    (config['sql_header'] ?? null) === null &&
    String(config['fail_calc'] ?? COUNT) === COUNT &&
    limitKeys.every((key) => PLAIN.test(limitOf(config, key).condition))
  if (!isUsual || dependsOn.nodes.length !== 1 || storesFailures(context, test)) return false
  return (
    !runtime.isOverridden(MACROS) &&
    runtime.findMaterialization('test', test, context.session) === undefined
  )
}

async function scanAll(
  context: StepContext,
  first: DataTest,
  compiled: TracedText,
): Promise<ReadonlyMap<NodeId, Counted>> {
  const byRelation = new Map<string, Member[]>()
  for (const test of findPeers(context, first)) {
    const sql = test === first ? compiled : undefined
    const found = await readMember(context, test, sql)
    if (found) byRelation.set(found.relation, [...(byRelation.get(found.relation) ?? []), found])
  }
  const counted = new Map<NodeId, Counted>()
  for (const [relation, members] of byRelation) {
    for (const [id, its] of await scan(context, relation, members)) counted.set(id, its)
  }
  return counted
}

/** Tests of the same relation that wait for nothing else than the first. */
function findPeers({ state, ...context }: StepContext, first: DataTest): readonly DataTest[] {
  const { manifest, plan } = state.input
  const steps = plan.steps.filter((step): step is RunTest => step.kind === 'run-test')
  const waited = new Set(steps.find((step) => step.node === first.id)?.after)
  return steps.flatMap(({ node: id, after, rendering }) => {
    const node = manifest.nodes.get(id)
    if (node?.kind !== 'test') return []
    const isPeer = node.generic?.attachedNode === first.generic?.attachedNode
    const isReady = after.every((it) => waited.has(it)) && rendering.when === 'at-plan'
    return node === first || (isPeer && isReady && isPlain({ state, ...context }, node))
      ? [node]
      : []
  })
}

/** Undefined for one whose form is another, or whose template fails: its own step tells. */
async function readMember(
  context: StepContext,
  test: DataTest,
  compiled: TracedText | undefined,
): Promise<(Member & { readonly relation: string }) | undefined> {
  const scope = context.state.input.runtime.open(test, context.session)
  const template = test.generic?.kwargs['model']
  if (typeof template !== 'string') return undefined
  try {
    const sql = compiled ?? (await scope.render()).text
    const relation = (await scope.renderText({ path: test.file, text: template })).text
    const countable = readCountable(sql.text, relation)
    return countable && { test, countable: ofRows(context, test, countable), relation }
  } catch (error) {
    if (error instanceof DiagnosticError) return undefined
    throw error
  }
}

/** A share is one of rows: rows are counted where the test gives values. */
function ofRows(context: StepContext, test: DataTest, countable: Countable): Countable {
  if (countable.kind === 'rows' || failCalcOf(context, test) === COUNT) return countable
  return countable.kind === 'values'
    ? { kind: 'rows', condition: countable.condition }
    : { ...countable, ofRows: true }
}

/** What the database refuses is asked again in halves: who is left alone is asked by its own step, which tells. */
async function scan(
  context: StepContext,
  relation: string,
  members: readonly Member[],
): Promise<ReadonlyMap<NodeId, Counted>> {
  if (members.length < 2) return new Map()
  try {
    const { table } = await context.session.query(scanSql(relation, members))
    return readScan(table, members)
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error
    const middle = members.length >> 1
    const first = await scan(context, relation, members.slice(0, middle))
    return new Map([...first, ...(await scan(context, relation, members.slice(middle)))])
  }
}

function readScan(table: SqlTable, members: readonly Member[]): ReadonlyMap<NodeId, Counted> {
  const [row = []] = table.rows
  const rows = Number(row[0] ?? 0)
  return new Map(
    members.map(({ test }, index) => {
      const cells = row.slice(1 + index * 3, 4 + index * 3)
      return [test.id, { table: { columns: COLUMNS, rows: [cells] }, rows }]
    }),
  )
}

const COLUMNS: SqlTable['columns'] = [
  { name: 'failures', type: 'BIGINT' },
  { name: 'should_warn', type: 'BOOLEAN' },
  { name: 'should_error', type: 'BOOLEAN' },
]
