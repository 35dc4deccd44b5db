import { DiagnosticError, diagnostic, isError, type Diagnostic, type Span } from '@btn/diagnostics'
import type { JsonObject, Node, NodeId, StepResult, Timing } from '../types/index.ts'
import type { Made } from '../artifact/index.ts'
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
    adapterResponse: ending.response ? toAdapterResponse(ending.response) : {},
    timing,
    threadId,
    executionTime: (facts.completedAt.getTime() - facts.startedAt.getTime()) / 1000,
    compiledCode: made?.compiledCode,
    compiledPath: made?.compiledPath,
    relationName: ending.hasNoRelation ? undefined : relationName(node),
    diagnostics,
  }
}

export function skippedResult(
  node: Node,
  reason: { readonly message?: string; readonly cause?: NodeId | undefined },
): StepResult {
  return {
    node: node.id,
    status: 'skipped',
    message: reason.message,
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
    ...(reason.cause && { skippedBecauseOf: reason.cause }),
  }
}

/** The ending of a step that a user's mistake stopped. Other errors are faults of btn and are thrown on. */
export function endingOf(error: unknown): {
  ending: StepEnding
  diagnostics: readonly Diagnostic[]
} {
  if (!(error instanceof DiagnosticError)) throw error
  const first = error.diagnostics.find(isError) ?? error.diagnostics[0]
  return {
    ending: { status: 'error', message: first?.message ?? error.message, hasNoRelation: true },
    diagnostics: error.diagnostics,
  }
}

/** A diagnostic that was made without a place gets the one given. */
export function placed(item: Diagnostic, place: Span | undefined): Diagnostic {
  return item.span || !place ? item : { ...item, span: place }
}

function toAdapterResponse({ message, code, rowsAffected }: Response): JsonObject {
  return {
    _message: message,
    ...(code !== undefined && { code }),
    ...(rowsAffected !== undefined && { rows_affected: rowsAffected }),
  }
}

function relationName(node: Node): string | undefined {
  return 'relationName' in node ? node.relationName : undefined
}
