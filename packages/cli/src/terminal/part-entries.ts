import type { BatchStarted, JsonObject, Node, PartEvent } from '@btn/core'
import { line, type Entry, type Level } from './entry.ts'
import { nodeInfo } from './node-info.ts'
import { statusLine } from './status-line.ts'

type Started = Extract<PartEvent, { readonly type: `${string}-started` }>
type Finished = Extract<PartEvent, { readonly type: `${string}-finished` }>

/** What there is to tell of a part of a node: a batch of a microbatch model, an overload of a function. */
export function partEntry(event: PartEvent, node: Node): Entry {
  return isFinished(event) ? finishEntry(event, node) : startEntry(event, node)
}

export function isPart(event: { readonly type: string }): event is PartEvent {
  return event.type in wordsOf
}

/** How a batch is built: for programs and the log file. */
export function batchNote(event: BatchStarted, node: Node): Entry {
  const how = event.isConcurrent ? 'concurrently' : 'sequentially'
  const text = `${describePart(event, node)} is being run ${how}`
  return { ...line('MicrobatchExecutionDebug', 'Q044', text), level: 'debug', show: 'detail' }
}

/** How the line of a part begins, and what programs know it by. */
const wordsOf = {
  'batch-started': { title: 'Batch', name: 'LogStartBatch', code: 'Q045' },
  'batch-finished': { title: 'Batch', name: 'LogBatchResult', code: 'Q046' },
  'overload-started': { title: 'Overload', name: 'LogStartOverload', code: 'Q048' },
  'overload-finished': { title: 'Overload', name: 'LogOverloadResult', code: 'Q049' },
} as const satisfies Record<PartEvent['type'], Pick<Entry, 'name' | 'code'> & { title: string }>

function startEntry(event: Started, node: Node): Entry {
  const { title, name, code } = wordsOf[event.type]
  const description = describePart(event, node)
  return {
    name,
    code,
    level: 'info',
    show: 'detail',
    text: (style) =>
      `${title} ${statusLine(event, { message: `START ${description}`, status: 'RUN' }, style)}`,
    data: { ...dataOf(event, node, 'started'), description },
  }
}

const wordings = {
  success: { verb: 'OK created', tone: 'good' },
  error: { verb: 'ERROR creating', tone: 'bad' },
  skipped: { verb: 'SKIP', tone: 'warn' },
} as const

function finishEntry(event: Finished, node: Node): Entry {
  const { status, executionTime: seconds } = event
  const { title, name, code } = wordsOf[event.type]
  const { verb, tone } = wordings[status]
  const description = describePart(event, node)
  const message = `${verb} ${description}`
  // The database says of a batch what it did.
  const result = 'batch' in event && status === 'success' ? event.message : undefined
  const problem = 'overload' in event ? event.problem : undefined
  const told = result ?? status.toUpperCase()
  const level: Level = status === 'error' ? 'error' : 'info'
  return {
    name,
    code,
    level,
    thread: event.threadId,
    text: (style) =>
      `${title} ${statusLine(event, { message, status: style.paint[tone](told), seconds }, style)}`,
    data: {
      ...dataOf(event, node, status),
      description: problem === undefined ? description : `${description}: ${problem}`,
      status: result ?? status,
      execution_time: seconds,
    },
  }
}

function isFinished(event: PartEvent): event is Finished {
  return 'status' in event
}

function dataOf(event: PartEvent, node: Node, status: string): JsonObject {
  const { index, total } = event
  return 'batch' in event
    ? { node_info: nodeInfo(node, status), batch_index: index, total_batches: total }
    : { node_info: nodeInfo(node, 'executing'), overload_index: index, total_overloads: total }
}

/** `batch 2024-09-17 of main.visits`, `function area overload area_of_box` */
function describePart(event: PartEvent, node: Node): string {
  if ('overload' in event) return `function ${node.name} overload ${event.overload}`
  const relation = node.kind === 'model' ? `${node.schema}.${node.alias}` : node.name
  return `batch ${event.batch} of ${relation}`
}
