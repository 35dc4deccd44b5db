import {
  toPythonText,
  type BatchStarted,
  type Group,
  type JsonObject,
  type Manifest,
  type Node,
  type NodeId,
  type RunEvent,
  type RunResult,
  type StatementDone,
  type StatementSent,
  type StepFinished,
  type StepResult,
  type StepStarted,
} from '@btn/core'
import { batchNote } from './part-entries.ts'
import type { Entry } from './entry.ts'
import { nodeInfo } from './node-info.ts'
import { toEntry } from './run-entries.ts'

type Told = Pick<Manifest, 'nodes' | 'groups'>

/**
 * Says of each event of a run what there is to tell: the line for people, and around it the smaller happenings that dbt tells
 * programs of (and its log file), under dbt's names and codes.
 */
export function createTeller(told: Told): (event: RunEvent) => readonly Entry[] {
  const connections = new Map<string, string>()
  return (event) => {
    if (event.type === 'statement-sent') return [sentEntry(event, told)]
    if (event.type === 'statement-done') return [doneEntry(event, told)]
    const line = toEntry(event, told.nodes)
    const own = line ? [withGroup(line, told)] : []
    if (event.type === 'batch-started') return [noteOf(event, told), ...own]
    if (event.type !== 'step-started' && event.type !== 'step-finished') return own
    const node = told.nodes.get(event.step.node)
    // Hooks and operations are no nodes to dbt's runner.
    if (!node || node.kind === 'operation') return own
    if (event.type === 'step-finished') return endEntries(event, node, own)
    return startEntries(event, node, own, connections)
  }
}

function noteOf(event: BatchStarted, { nodes }: Told): Entry {
  const node = nodes.get(event.node)
  if (!node) throw new Error(`the run tells of ${event.node}, which is no node of the project`)
  return batchNote(event, node)
}

function startEntries(
  { threadId }: StepStarted,
  node: Node,
  own: readonly Entry[],
  connections: Map<string, string>,
): readonly Entry[] {
  const former = connections.get(threadId)
  connections.set(threadId, node.id)
  const tell = (name: string, code: string, text: string, status: string): Entry =>
    nodeEntry({ name, code, thread: threadId, text }, node, status)
  return [
    startedEntry(node, threadId),
    ...own.map((entry) => ({ ...entry, thread: threadId })),
    connectionEntry(node.id, former, threadId),
    tell('NodeCompiling', 'Q030', `Began compiling node ${node.id}`, 'compiling'),
    tell('NodeExecuting', 'Q031', `Began executing node ${node.id}`, 'executing'),
  ]
}

function startedEntry(node: Node, thread: string): Entry {
  const text = `Began running node ${node.id}`
  return nodeEntry({ name: 'NodeStart', code: 'Q024', thread, text }, node, 'started')
}

function nodeEntry(told: Detail, node: Node, status: string): Entry {
  return detail(told, () => ({ node_info: nodeInfo(node, status) }))
}

/** What is skipped begins and ends at once; why something failed is told beside the line, too. */
function endEntries(event: StepFinished, node: Node, own: readonly Entry[]): readonly Entry[] {
  const { result } = event
  const thread = result.threadId || 'MainThread'
  const finished = finishedEntry(event, node)
  if (result.status === 'skipped') return [startedEntry(node, thread), ...own, finished]
  if (result.status !== 'error') return [...own, finished]
  const exc = result.message ?? ''
  const why = { name: 'CatchableExceptionOnRun', code: 'W002', thread, text: exc }
  const data = (): JsonObject => ({ exc, exc_info: '', node_info: nodeInfo(node, 'error', result) })
  return [detail(why, data), ...own, finished]
}

function connectionEntry(name: NodeId, former: string | undefined, thread: string): Entry {
  if (former === undefined) {
    const text = `Acquiring new duckdb connection '${name}'`
    const data = { conn_name: name, conn_type: 'duckdb' }
    return detail({ name: 'NewConnection', code: 'E005', thread, text }, () => data)
  }
  const text = `Re-using an available connection from the pool (formerly ${former}, now ${name})`
  const data = { conn_name: name, orig_conn_name: former }
  return detail({ name: 'ConnectionReused', code: 'E006', thread, text }, () => data)
}

function finishedEntry({ result }: StepFinished, node: Node): Entry {
  const text = `Finished running node ${node.id}`
  const thread = result.threadId || 'MainThread'
  return detail({ name: 'NodeFinished', code: 'Q025', thread, text }, () => ({
    node_info: nodeInfo(node, result.status, result),
    run_result: runResult(result),
  }))
}

/** All results once more, at the end of a run. */
export function endResultEntry({ results, startedAt, completedAt }: RunResult): Entry {
  const told = { name: 'EndRunResult', code: 'Q037', text: 'Command end result' }
  return detail({ ...told, thread: 'MainThread' }, () => ({
    elapsed_time: (completedAt.getTime() - startedAt.getTime()) / 1000,
    generated_at: completedAt.toISOString(),
    results: results.map(runResult),
    success: !results.some(({ status }) => status === 'error' || status === 'fail'),
  }))
}

/** A result as dbt's events have it. */
function runResult(result: StepResult): JsonObject {
  return {
    adapter_response: result.adapterResponse,
    execution_time: result.executionTime,
    message: result.message ?? '',
    num_failures: result.failures ?? 0,
    status: result.status,
    thread: result.threadId,
    timing_info: result.timing.map(({ name, startedAt, completedAt }) => ({
      name,
      started_at: startedAt.toISOString(),
      completed_at: completedAt.toISOString(),
    })),
  }
}

function sentEntry({ node: id, sql, threadId }: StatementSent, { nodes }: Told): Entry {
  const text = `On ${id}: ${sql}`
  return detail({ name: 'SQLQuery', code: 'E016', thread: threadId, text }, () => ({
    conn_name: id,
    sql,
    ...nodeInfoOf(nodes.get(id)),
  }))
}

function doneEntry({ node: id, elapsed, threadId }: StatementDone, { nodes }: Told): Entry {
  const text = `SQL status: OK in ${elapsed.toFixed(3)} seconds`
  return detail({ name: 'SQLQueryStatus', code: 'E017', thread: threadId, text }, () => ({
    elapsed,
    query_id: '',
    status: 'OK',
    ...nodeInfoOf(nodes.get(id)),
  }))
}

function nodeInfoOf(node: Node | undefined): JsonObject {
  return node ? { node_info: nodeInfo(node, 'executing') } : {}
}

interface Detail {
  readonly name: string
  readonly code: string
  readonly thread: string
  readonly text: string
}

/** Of the debug level. Its data is made only when somebody reads it: there are many of these, and mostly nobody does. */
function detail({ name, code, thread, text }: Detail, read: () => JsonObject): Entry {
  return {
    name,
    code,
    level: 'debug',
    show: 'detail',
    thread,
    text: () => text,
    get data() {
      return read()
    },
  }
}

const GROUPED: ReadonlySet<string> = new Set([
  'LogBatchResult',
  'LogFunctionResult',
  'LogModelResult',
  'LogOverloadResult',
  'LogTestResult',
  'RunResultError',
  'RunResultErrorNoMessage',
  'RunResultFailure',
  'RunResultWarning',
])

/** Who answers for a node is told with what became of it. */
export function withGroup(entry: Entry, { nodes, groups }: Told): Entry {
  if (groups.size === 0 || !GROUPED.has(entry.name)) return entry
  const info = entry.data?.['node_info']
  const id = info && typeof info === 'object' && 'unique_id' in info ? info.unique_id : undefined
  const node = typeof id === 'string' ? nodes.get(id as NodeId) : undefined
  const name = node && 'group' in node ? node.group : undefined
  const group = [...groups.values()].find((it) => it.name === name)
  return group ? { ...entry, data: { ...entry.data, group: groupInfo(group) } } : entry
}

/** Of an owner, dbt's event has texts: a list of addresses is one as Python writes it. */
function groupInfo({ name, owner, packageName }: Group): JsonObject {
  const texts = Object.entries(owner).map(([key, value]) => [key, toPythonText(value)])
  return { name, owner: Object.fromEntries(texts), package_name: packageName }
}
