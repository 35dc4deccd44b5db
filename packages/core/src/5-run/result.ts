import { DiagnosticError, factOf, familyOf, isError, type Diagnostic } from '@btn/diagnostics'
import type { JsonObject, Node, NodeId, StepResult, Timing } from '../types/index.ts'
import type { Made } from '../artifact/index.ts'
import { EphemeralProblem } from './compile-node.ts'
import type { Response, StepEnding } from './step-context.ts'

/** What is known of a step besides how it ended. */
export interface StepFacts {
  readonly node: Node
  readonly timing: readonly Timing[]
  readonly threadId: string
  readonly startedAt: Date
  readonly completedAt: Date
  readonly made: Made | undefined
  readonly diagnostics: readonly Diagnostic[]
}

export function toResult(ending: StepEnding, facts: StepFacts): StepResult {
  const { node, made, timing, threadId, diagnostics } = facts
  return {
    node: node.id,
    status: ending.status,
    message: ending.message,
    failures: ending.failures,
    rows: ending.response?.rowsAffected,
    adapterResponse: ending.adapterResponse ?? toAdapterResponse(ending.response),
    timing,
    threadId,
    executionTime: (facts.completedAt.getTime() - facts.startedAt.getTime()) / 1000,
    compiledCode: made?.compiledCode,
    compiledPath: made?.compiledPath,
    relationName: ending.hasNoRelation ? undefined : relationName(node),
    diagnostics,
    ...(ending.batches && { batches: ending.batches }),
    ...(ending.overloads && { overloads: ending.overloads }),
    ...(ending.path !== undefined && { path: ending.path }),
    ...(ending.load && { load: ending.load }),
    ...(ending.tested && { tested: ending.tested }),
    ...(ending.freshness && { freshness: ending.freshness }),
  }
}

export interface SkipReason {
  readonly message?: string
  /** The step that failed. */
  readonly cause?: NodeId | undefined
  /** One that the node reads, and that was itself skipped: in dbt, that is a mistake of the node. */
  readonly ephemeral?: Node | undefined
}

export function skippedResult(node: Node, reason: SkipReason): StepResult {
  const { cause, ephemeral } = reason
  const message = ephemeral ? ephemeralMessage(node, ephemeral, 'was skipped') : reason.message
  return {
    node: node.id,
    status: 'skipped',
    message,
    failures: undefined,
    rows: undefined,
    adapterResponse: {},
    timing: [],
    threadId: '',
    executionTime: 0,
    compiledCode: undefined,
    compiledPath: undefined,
    relationName: relationName(node),
    diagnostics: [],
    ...(cause && { skippedBecauseOf: cause }),
  }
}

/** A step that failed on something that is not its own node: says the message by itself. */
export class StepFailure extends Error {
  override readonly cause: DiagnosticError

  constructor(message: string, cause: DiagnosticError) {
    super(message, { cause })
    this.name = 'StepFailure'
    this.cause = cause
  }
}

/** The ending of a step that a user's mistake stopped. Other errors are faults of btn and are thrown on. */
export function endingOf(
  error: unknown,
  node: Node,
): { ending: StepEnding; diagnostics: readonly Diagnostic[] } {
  if (error instanceof EphemeralProblem) return skippedEnding(error, node)
  const cause = error instanceof StepFailure ? error.cause : error
  if (!(cause instanceof DiagnosticError)) throw error
  const message = error instanceof StepFailure ? error.message : messageOf(cause, node)
  const ending: StepEnding = { status: 'error', message, hasNoRelation: true }
  const isCall = node.kind === 'operation' && node.macro !== undefined
  return { ending: isCall ? { ...ending, failures: 1 } : ending, diagnostics: cause.diagnostics }
}

/** As dbt words it in artifacts: the kind of error, the node, and below what is wrong. */
export function messageOf(error: DiagnosticError, node: Node): string {
  const first = error.diagnostics.find(isError) ?? error.diagnostics[0]
  return first ? dbtMessage(first, node) : error.message
}

/** As in dbt, the model that cannot be built for an ephemeral one's mistake is skipped; the mistake is shown all the same. */
function skippedEnding(
  { model, cause }: EphemeralProblem,
  node: Node,
): ReturnType<typeof endingOf> {
  const [first] = cause.diagnostics
  const why = `cannot be compiled: ${first?.message ?? cause.message}`
  const message = ephemeralMessage(node, model, why)
  const ending: StepEnding = { status: 'skipped', message, hasNoRelation: true }
  return { ending, diagnostics: cause.diagnostics }
}

function ephemeralMessage(node: Node, ephemeral: Node, why: string): string {
  const place = `${node.kind} ${node.name} (${node.originalPath})`
  return `Compilation Error in ${place}\n  its ephemeral model ${ephemeral.name} ${why}`
}

function dbtMessage(item: Diagnostic, node: Node): string {
  const fact = factOf(item)
  const own = fact === undefined ? item.message : `${fact}\n${item.message}`
  const text = own.replaceAll('\n', '\n  ')
  const kind = node.kind === 'operation' && node.macro ? 'macro' : node.kind
  return `${familyOf(item)} in ${kind} ${node.name} (${node.originalPath})\n  ${text}`
}

function toAdapterResponse(response: Response | undefined): JsonObject {
  if (!response) return {}
  const { message, code, rowsAffected } = response
  return {
    _message: message,
    ...(code !== undefined && { code }),
    ...(rowsAffected !== undefined && { rows_affected: rowsAffected }),
  }
}

function relationName(node: Node): string | undefined {
  return 'relationName' in node ? node.relationName : undefined
}
