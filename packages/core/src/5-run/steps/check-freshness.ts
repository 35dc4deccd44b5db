import type { SqlTable, SqlValue } from '@btn/adapter'
import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import { returnedTable } from '../../context/returned-table.ts'
import type { MacroArgument } from '../../context/runtime.ts'
import { ageLimit } from '../../monitors/age-limit.ts'
import type { CheckFreshness, Freshness, Json, SourceTable } from '../../types/index.ts'
import { isObject } from '../../types/json.ts'
import type { StepContext, StepHandler } from '../step-context.ts'
import { placeOf } from '../user-place.ts'
import { toMicroseconds } from './to-microseconds.ts'

/** Asks how old the newest row of a source is, and holds that against what the source says of itself. */
export const checkFreshness: StepHandler<CheckFreshness> = async (context) => {
  if (!isOfSource(context)) throw new Error(`${context.node.id} is no source`)
  context.startExecution()
  const { table, macro } = await ask(context)
  const answer = readAnswer(context.node, table, macro)
  const { asOf } = context.state.input
  const freshness = asOf ? seenAt(answer, asOf) : answer
  return {
    status: judge(context.node.freshness, freshness.age),
    response: { message: 'OK' },
    freshness,
  }
}

function isOfSource(context: StepContext): context is StepContext<SourceTable> {
  return context.node.kind === 'source'
}

interface Answer {
  readonly table: SqlTable | undefined
  readonly macro: string
}

async function ask(context: StepContext<SourceTable>): Promise<Answer> {
  const { node, scope } = context
  const source = scope.ownRelation()
  if (node.loadedAtQuery !== undefined) {
    const query = await scope.renderText({ path: node.originalPath, text: node.loadedAtQuery })
    return callMacro(context, 'collect_freshness_custom_sql', [source, query])
  }
  const { loadedAtField } = node
  if (loadedAtField === undefined) throw cannotTell(node)
  const filter = isObject(node.freshness) ? (node.freshness['filter'] ?? null) : null
  return callMacro(context, 'collect_freshness', [source, loadedAtField, filter && String(filter)])
}

/** Macros from dbt's first years return the rows alone. */
async function callMacro(
  { node, scope, state }: StepContext<SourceTable>,
  macro: string,
  args: readonly MacroArgument[],
): Promise<Answer> {
  const answer = await scope.callMacro(macro, args)
  if (scope.findTable(answer)) {
    const span = placeOf(state.input.runtime, node)
    scope.warn(diagnostic('freshness-table-returned', { macro }, span ? { span } : {}))
  }
  return { table: returnedTable(answer), macro }
}

/** DuckDB keeps no note of when a table was changed. */
function cannotTell({ sourceName, name }: SourceTable): DiagnosticError {
  return new DiagnosticError(
    diagnostic('freshness-without-column', { source: `${sourceName}.${name}` }),
  )
}

function readAnswer(node: SourceTable, table: SqlTable | undefined, macro: string): Freshness {
  const [row, ...others] = table?.rows ?? []
  if (!row || others.length > 0 || row.length !== 2) {
    throw new DiagnosticError(diagnostic('freshness-result', { macro }))
  }
  const [newest = null, now = null] = row
  const column = node.loadedAtField ?? 'loaded_at_query'
  // dbt's answer for a table without rows: as old as can be.
  const maxLoadedAt = newest === null ? BEGINNING : instant(newest, column)
  const snapshottedAt = instant(now, 'snapshotted_at')
  return { maxLoadedAt, snapshottedAt, age: Number(snapshottedAt - maxLoadedAt) / 1e6 }
}

/** As old as it is when it is looked at then. */
function seenAt({ maxLoadedAt }: Freshness, now: Date): Freshness {
  const snapshottedAt = BigInt(now.getTime()) * 1000n
  return { maxLoadedAt, snapshottedAt, age: Number(snapshottedAt - maxLoadedAt) / 1e6 }
}

/** The first instant that Python knows: year 1. */
const BEGINNING = BigInt(Date.parse('0001-01-01T00:00:00Z')) * 1000n

function instant(value: SqlValue, column: string): bigint {
  const found = toMicroseconds(value)
  if (found !== undefined) return found
  throw new DiagnosticError(diagnostic('freshness-not-timestamp', { column }))
}

function judge(limits: Json | undefined, age: number): 'pass' | 'warn' | 'error' {
  const isOver = (key: string): boolean => {
    const limit = ageLimit(limits, key)
    return limit !== undefined && age > limit
  }
  return isOver('error_after') ? 'error' : isOver('warn_after') ? 'warn' : 'pass'
}
