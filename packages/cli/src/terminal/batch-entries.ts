import type { BatchFinished, BatchStarted, Node } from '@btn/core'
import { line, type Entry, type Level } from './entry.ts'
import { nodeInfo } from './node-info.ts'
import { statusLine } from './status-line.ts'

/** What there is to tell of one batch of a microbatch model. */
export function batchEntry(event: BatchStarted | BatchFinished, node: Node): Entry {
  return event.type === 'batch-started' ? startEntry(event, node) : finishEntry(event, node)
}

/** How it is built: for programs and the log file. */
export function batchNote(event: BatchStarted, node: Node): Entry {
  const how = event.isConcurrent ? 'concurrently' : 'sequentially'
  const text = `${describeBatch(event, node)} is being run ${how}`
  return { ...line('MicrobatchExecutionDebug', 'Q044', text), level: 'debug', show: 'detail' }
}

function startEntry(event: BatchStarted, node: Node): Entry {
  const description = describeBatch(event, node)
  return {
    name: 'LogStartBatch',
    code: 'Q045',
    level: 'info',
    show: 'detail',
    text: (style) =>
      `Batch ${statusLine(event, { message: `START ${description}`, status: 'RUN' }, style)}`,
    data: { ...dataOf(event, node, 'started'), description },
  }
}

const wordings = {
  success: { verb: 'OK created', tone: 'good' },
  error: { verb: 'ERROR creating', tone: 'bad' },
  skipped: { verb: 'SKIP', tone: 'warn' },
} as const

function finishEntry(event: BatchFinished, node: Node): Entry {
  const { status, message: result, executionTime: seconds } = event
  const { verb, tone } = wordings[status]
  const description = describeBatch(event, node)
  const message = `${verb} ${description}`
  const told = status === 'success' ? result : status.toUpperCase()
  const level: Level = status === 'error' ? 'error' : 'info'
  return {
    name: 'LogBatchResult',
    code: 'Q046',
    level,
    thread: event.threadId,
    text: (style) =>
      `Batch ${statusLine(event, { message, status: style.paint[tone](told), seconds }, style)}`,
    data: {
      ...dataOf(event, node, status),
      description,
      status: status === 'success' ? result : status,
      execution_time: seconds,
      group: {},
    },
  }
}

function dataOf({ index, total }: BatchStarted | BatchFinished, node: Node, status: string) {
  return { node_info: nodeInfo(node, status), batch_index: index, total_batches: total }
}

/** `batch 2024-09-17 of main.visits` */
function describeBatch({ batch }: BatchStarted | BatchFinished, node: Node): string {
  const relation = node.kind === 'model' ? `${node.schema}.${node.alias}` : node.name
  return `batch ${batch} of ${relation}`
}
