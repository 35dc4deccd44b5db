import {
  testedName,
  toPythonText,
  type DataTest,
  type Json,
  type JsonObject,
  type Logged,
  type Node,
  type NodeId,
  type RunEvent,
  type RunHook,
  type Step,
  type StatementDone,
  type StatementSent,
  type StepFinished,
  type StepResult,
  type StepStarted,
  type UnitTest,
} from '@btn/core'
import { diagnosticEntry } from './diagnostic-entry.ts'
import { count, line, type Entry, type Level } from './entry.ts'
import { describeNode, describeStep, loadedName, nodeInfo } from './node-info.ts'
import { operationEntry } from './operation-entries.ts'
import { isPart, partEntry } from './part-entries.ts'
import { ephemeralStatus, isSkippedForMistake } from './skipped-for-mistake.ts'
import { statusLine } from './status-line.ts'

export type Nodes = ReadonlyMap<NodeId, Node>

/** What there is to tell of one event of the run. */
export function toEntry(
  event: Exclude<RunEvent, StatementSent | StatementDone>,
  nodes: Nodes,
): Entry | undefined {
  if (event.type === 'logged') return loggedEntry(event, nodes)
  const id = isPart(event) ? event.node : event.step.node
  const node = nodes.get(id)
  if (!node) throw new Error(`the run tells of ${id}, which is no node of the project`)
  if (isPart(event)) return partEntry(event, node)
  if (event.step.kind === 'compile-node' || event.step.kind === 'clone-node') return undefined
  if (event.step.kind === 'read-catalog')
    return event.type === 'step-started'
      ? line('BuildingCatalog', 'E044', 'Building catalog')
      : undefined
  if (event.step.kind === 'run-operation') return operationEntry(event)
  return event.type === 'step-started' ? startEntry(event, node) : finishEntry(event, node, nodes)
}

function loggedEntry(event: Logged, nodes: Nodes): Entry {
  if (event.diagnostic) return diagnosticEntry(event.diagnostic)
  const named =
    event.event ??
    (event.isPrint
      ? { name: 'PrintEvent', code: 'Z052', show: 'always' as const }
      : event.level === 'debug'
        ? { name: 'JinjaLogDebug', code: 'I063' }
        : event.level === 'warn'
          ? { name: 'JinjaLogWarning', code: 'I061' }
          : { name: 'JinjaLogInfo', code: 'I062' })
  return {
    ...named,
    level: event.level,
    text: () => event.message,
    data: { msg: event.message, ...infoOf(event, nodes) },
  }
}

/** Whose template said it. As in dbt, what is printed is nobody's. */
function infoOf({ node: id, isPrint }: Logged, nodes: Nodes): JsonObject {
  const node = id && !isPrint ? nodes.get(id) : undefined
  return node ? { node_info: nodeInfo(node, 'executing') } : {}
}

function startEntry(event: StepStarted, node: Node): Entry {
  const { index, total, step } = event
  const isHook = step.kind === 'run-hook'
  const description = describeStep(step, node)
  return {
    name: isHook ? 'LogHookStartLine' : 'LogStartLine',
    code: isHook ? 'Q032' : 'Q011',
    level: 'info',
    show: 'detail',
    text: (style) => statusLine(event, { message: `START ${description}`, status: 'RUN' }, style),
    data: {
      node_info: nodeInfo(node, 'started'),
      index,
      total,
      ...(isHook ? { statement: step.name } : { description }),
    },
  }
}

/** dbt's event has settings as Python prints them. */
function asText(value: Json): string {
  return typeof value === 'string' ? value : toPythonText(value)
}

/** How each outcome is called and painted. */
interface Wording {
  readonly message: string
  readonly status: string
  readonly tone: 'good' | 'bad' | 'warn'
}

function finishEntry(event: StepFinished, node: Node, nodes: Nodes): Entry {
  const { result } = event
  const wording = isLoad(event.step)
    ? loadWording(node, result, nodes)
    : event.step.kind === 'run-hook'
      ? hookWording(event.step, result)
      : wordingOf(node, result, nodes)
  const seconds =
    result.status === 'skipped' || result.status === 'no-op'
      ? {}
      : { seconds: result.executionTime }
  return {
    ...(isLoad(event.step) && result.status !== 'skipped'
      ? { name: 'LogModelResult', code: 'Q012' }
      : eventOf(node, result)),
    level: levelOf(result),
    thread: result.threadId,
    text: (style) => {
      const { tone } = wording
      const told = style.isNarrow ? shortForm(wording, node) : wording
      const status = style.paint[tone](told.status)
      return statusLine(event, { message: told.message, status, ...seconds }, style)
    },
    data: { node_info: nodeInfo(node, result.status, result), ...dataOf(event, node) },
  }
}

function wordingOf(node: Node, result: StepResult, nodes: Nodes): Wording {
  const what = describeNode(node)
  if (node.kind === 'source') return freshnessWording(what, result)
  if (node.kind === 'monitor' && result.status !== 'skipped') return monitorWording(what, result)
  switch (result.status) {
    case 'skipped':
      if (isSkippedForMistake(result))
        return {
          message: `SKIP ${skippedName(node)} due to ephemeral model status '${ephemeralStatus(result)}'`,
          status: 'ERROR SKIP',
          tone: 'bad',
        }
      return {
        message: `SKIP ${skippedName(node)}`,
        status: skipReason(result, nodes),
        tone: 'warn',
      }
    case 'no-op':
      return { message: `NO-OP ${what}`, status: 'NO-OP', tone: 'warn' }
    case 'partial success':
      return { message: `PARTIALLY created ${what}`, status: result.message ?? '', tone: 'warn' }
    case 'error':
      return { message: `ERROR ${failedAt(node)}`, status: 'ERROR', tone: 'bad' }
    case 'fail':
    case 'warn': {
      const status = `${result.status.toUpperCase()} ${result.failures ?? ''}`.trimEnd()
      return {
        message: `${status} ${nameOf(node)}`,
        status,
        tone: result.status === 'fail' ? 'bad' : 'warn',
      }
    }
    case 'pass':
      return { message: `PASS ${nameOf(node)}`, status: 'PASS', tone: 'good' }
    case 'success':
      return {
        message: `OK ${done(node)}${objectOf(node)}`,
        status: result.path ?? success(result),
        tone: 'good',
      }
  }
}

function hookWording({ name }: RunHook, { status }: StepResult): Wording {
  const word = status === 'success' ? 'OK' : status === 'skipped' ? 'SKIP' : 'ERROR'
  const tone = ({ OK: 'good', SKIP: 'warn', ERROR: 'bad' } as const)[word]
  return { message: `${word} hook: ${name}`, status: word, tone }
}

function isLoad({ kind }: Step): boolean {
  return kind === 'load-source'
}

/** `OK loaded raw.events ..... [47,055 rows, 2,908 rejected, 14 files in 1.20s]` */
function loadWording(node: Node, result: StepResult, nodes: Nodes): Wording {
  const name = loadedName(node)
  if (result.status === 'skipped')
    return { message: `SKIP load of ${name}`, status: skipReason(result, nodes), tone: 'warn' }
  if (result.status === 'error')
    return { message: `ERROR loading ${name}`, status: 'ERROR', tone: 'bad' }
  if (!result.load || result.load.files.length === 0)
    return { message: `OK ${name} is up to date`, status: 'OK', tone: 'good' }
  const { files, wouldBe, mended } = result.load
  const total = (key: 'rowsLoaded' | 'rowsRejected' | 'duplicateRows' | 'duplicateKeys'): number =>
    files.reduce((sum, file) => sum + file[key], 0)
  const duplicates = total('duplicateRows') + total('duplicateKeys')
  const rejected = total('rowsRejected')
  const parts = [
    counted(total('rowsLoaded'), 'row'),
    ...(rejected > 0 ? [counted(rejected, 'rejected', 'rejected')] : []),
    ...(mended?.rowsLoaded ? [counted(mended.rowsLoaded, 'of them mended', 'of them mended')] : []),
    ...(duplicates > 0 ? [counted(duplicates, 'duplicate')] : []),
    count(files.length, 'file'),
  ]
  const tone = rejected > (mended?.rowsLoaded ?? 0) ? 'warn' : 'good'
  const done = wouldBe ? (wouldBe.isRefused ? 'WOULD REFUSE' : 'WOULD LOAD') : 'OK loaded'
  return { message: `${done} ${name}`, status: parts.join(', '), tone }
}

/** With groups of thousands: loads have millions. */
function counted(n: number, noun: string, plural = `${noun}s`): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? noun : plural}`
}

function freshnessWording(what: string, { status, freshness }: StepResult): Wording {
  if (status === 'error') {
    const word = freshness ? 'ERROR STALE' : 'ERROR'
    return { message: `${word} ${what}`, status: word, tone: 'bad' }
  }
  const word = status.toUpperCase()
  return { message: `${word} ${what}`, status: word, tone: status === 'pass' ? 'good' : 'warn' }
}

/** `PASS monitor error_rate ..... [PASS, 0.41 % in 0.00s]` */
function monitorWording(what: string, { status, message = '' }: StepResult): Wording {
  if (status === 'no-op') return { message: `NO-OP ${what}`, status: message, tone: 'warn' }
  const word = status.toUpperCase()
  const [value] = message.split('\n')
  const isGood = status === 'pass'
  return {
    message: `${word} ${what}`,
    status: isGood && value !== '' ? `${word}, ${value}` : word,
    tone: isGood ? 'good' : status === 'warn' ? 'warn' : 'bad',
  }
}

function nameOf(node: Node): string {
  return node.kind === 'unit_test' ? testedName(node) : node.name
}

function failedAt(node: Node): string {
  const isTest = node.kind === 'test' || node.kind === 'unit_test'
  return isTest ? nameOf(node) : `${doing(node)}${objectOf(node)}`
}

/** For small terminals: `OK dim_customers` and `300 rows`. */
function shortForm({ message, status }: Wording, node: Node): Pick<Wording, 'message' | 'status'> {
  const word = message.split(' ')[0] ?? ''
  return {
    message: `${word} ${node.name}`,
    status: word === 'SKIP' ? word : (status.split(', ').at(-1) ?? status),
  }
}

/** The database's own word, and the rows where it does not say them: `INSERT 2`, `OK, 300 rows`. */
function success({ message, rows }: StepResult): string {
  const word = message ?? 'OK'
  return rows === undefined || /\d/.test(word) ? word : `${word}, ${count(rows, 'row')}`
}

function skipReason({ skippedBecauseOf }: StepResult, nodes: Nodes): string {
  const cause = skippedBecauseOf && nodes.get(skippedBecauseOf)
  return cause ? `SKIP, because of ${cause.name}` : 'SKIP'
}

/** As dbt names what it skips: a relation by the name of its node, all else by its kind in JSON. */
function skippedName(node: Node): string {
  switch (node.kind) {
    case 'model':
    case 'seed':
    case 'snapshot':
      return `relation ${node.schema}.${node.name}`
    default:
      return `${node.kind} ${node.name}`
  }
}

const verbs: Partial<Record<Node['kind'], readonly [doing: string, done: string]>> = {
  model: ['creating ', 'created '],
  seed: ['loading ', 'loaded '],
  snapshot: ['snapshotting ', 'snapshotted '],
  function: ['creating ', 'created '],
  report: ['writing ', 'wrote '],
}
/** What stands behind the verb: `snapshotted main.orders_history`, where others say what they are. */
function objectOf(node: Node): string {
  return node.kind === 'snapshot' ? `${node.schema}.${node.alias}` : describeNode(node)
}

const doing = (node: Node): string => verbs[node.kind]?.[0] ?? ''
const done = (node: Node): string => verbs[node.kind]?.[1] ?? ''

function levelOf(result: StepResult): Level {
  const { status } = result
  if (isSkippedForMistake(result)) return 'error'
  if (status === 'error' || status === 'fail' || status === 'partial success') return 'error'
  return status === 'warn' ? 'warn' : 'info'
}

function eventOf(node: Node, result: StepResult): Pick<Entry, 'name' | 'code'> {
  const { status } = result
  if (node.kind === 'operation') return { name: 'LogHookEndLine', code: 'Q033' }
  if (isSkippedForMistake(result)) return { name: 'LogSkipBecauseError', code: 'Z034' }
  if (status === 'skipped') return { name: 'SkippingDetails', code: 'Q034' }
  if (node.kind === 'source') return { name: 'LogFreshnessResult', code: 'Q018' }
  if (status === 'no-op') return { name: 'LogNodeNoOpResult', code: 'Q019' }
  if (isTest(node)) return { name: 'LogTestResult', code: 'Q007' }
  if (node.kind === 'seed') return { name: 'LogSeedResult', code: 'Q016' }
  if (node.kind === 'snapshot') return { name: 'LogSnapshotResult', code: 'Q015' }
  if (node.kind === 'function') return { name: 'LogFunctionResult', code: 'Q047' }
  return { name: 'LogModelResult', code: 'Q012' }
}

function isTest(node: Node): node is DataTest | UnitTest {
  return node.kind === 'test' || node.kind === 'unit_test'
}

function dataOf({ step, index, total, result }: StepFinished, node: Node): Entry['data'] & object {
  const time = { execution_time: result.executionTime }
  if (step.kind === 'run-hook')
    return { statement: step.name, index, total, status: result.status, ...time }
  if (result.status === 'skipped') {
    const schema = 'schema' in node && node.kind !== 'source' ? (node.schema ?? '') : ''
    const ephemeral = ephemeralStatus(result)
    return ephemeral
      ? { schema, relation: node.name, index, total, status: ephemeral }
      : { resource_type: node.kind, schema, node_name: node.name, index, total }
  }
  if (node.kind === 'source' && !isLoad(step)) {
    const isUnknown = result.status === 'error' && !result.freshness
    const status = isUnknown ? 'runtime error' : result.status
    return { status, source_name: node.sourceName, table_name: node.name, index, total, ...time }
  }
  if (isTest(node)) {
    return {
      name: nameOf(node),
      status: result.status,
      index,
      num_models: total,
      ...time,
      num_failures: result.failures ?? 0,
      attached_node: node.kind === 'test' ? (node.generic?.attachedNode ?? '') : '',
    }
  }
  if (node.kind === 'seed') {
    const { schema, alias } = node
    const result_message = result.message ?? ''
    return { status: result.status, result_message, index, total, ...time, schema, relation: alias }
  }
  if (node.kind === 'snapshot') {
    const { status, message } = result
    const texts = Object.entries(node.config).map(([key, value]) => [key, asText(value)])
    const cfg: JsonObject = Object.fromEntries(texts)
    const result_message = message ?? ''
    return { description: describeNode(node), status, index, total, ...time, cfg, result_message }
  }
  const isBuilt = result.status === 'success' || result.status === 'partial success'
  const status = isBuilt ? (result.message ?? 'OK') : result.status
  return { description: describeStep(step, node), status, index, total, ...time }
}
