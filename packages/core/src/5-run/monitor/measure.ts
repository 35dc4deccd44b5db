import { diagnostic, DiagnosticError, span, TracedText, type Diagnostic } from '@btn/diagnostics'
import type { AuditLog } from '../../audit/index.ts'
import { ageLimit } from '../../monitors/age-limit.ts'
import { ageCondition } from '../../monitors/read-condition.ts'
import { fillPlaceholders, tableTemplate } from '../../monitors/placeholders.ts'
import { readResult, type Measured } from '../../monitors/read-result.ts'
import type { Condition, FreshnessMeasure, Monitor, Node, SourceTable } from '../../types/index.ts'
import { relocateYaml } from '../../yaml/index.ts'
import type { TemplateRuntime } from '../../context/runtime.ts'
import { compileNode } from '../compile-node.ts'
import type { StepContext } from '../step-context.ts'
import { toMicroseconds } from '../steps/to-microseconds.ts'

/** What a monitor asks with. */
export interface Asking {
  readonly context: StepContext<Monitor>
  readonly audit: AuditLog
  readonly clock: Date
  /** The day of the clock, or of the run. */
  readonly date: string
}

/** What a query of a monitor is filled with. */
type Filling = Pick<Asking, 'context' | 'clock' | 'date'>

/** Sends the query of the monitor, and reads what it gives. */
export async function measureValue(asking: Asking): Promise<Measured> {
  const { context, date } = asking
  const { session, state } = context
  return withPlaces(context, async () => {
    const sql = await valueQuery(asking, await compileNode(context))
    context.startExecution()
    session.writeRun(sql.text)
    const { table } = await session.query(sql)
    const { date: asked, asOf } = state.input
    const days = context.node.spec.history?.days
    return readResult(table, { date: asked, until: asOf && date, days })
  })
}

/** The query for the value: what was compiled, with everything in single braces filled in. */
export function valueQuery(
  { context, date, clock }: Filling,
  sql: TracedText,
): Promise<TracedText> {
  const { node } = context
  const dialect = context.state.input.dialect
  return fillPlaceholders(sql, async (name) => {
    if (name === 'date') return `date ${dialect.literal(date)}`
    if (name === 'as_of') return `timestamptz ${dialect.literal(clock.toISOString())}`
    if (name === 'table') return node.spec.on === undefined ? undefined : tableName(context)
    return textOf(context, tableTemplate(name))
  })
}

function tableName(context: StepContext<Monitor>): Promise<string> {
  return textOf(context, tableTemplate(context.node.spec.on ?? ''))
}

async function textOf(context: StepContext<Monitor>, template: string): Promise<string> {
  const { scope, node } = context
  return (await scope.renderText({ path: node.originalPath, text: template })).text
}

/** The age of the newest row in seconds, and the limits that hold for it. */
export async function measureAge(
  asking: Asking,
  measure: FreshnessMeasure,
): Promise<{ readonly measured: Measured; readonly limits: Limits }> {
  const { context, clock } = asking
  const { node, session } = context
  const own = sourceOf(context)
  return withPlaces(context, async () => {
    const compiled = node.rawCode === '' ? undefined : await compileNode(context)
    const sql = await ageQuery(asking, measure, compiled)
    context.startExecution()
    session.writeRun(sql.text)
    const { table: found } = await session.query(sql)
    const [newest, own_clock] = (found.rows[0] ?? []).map(toMicroseconds)
    const isSet = context.state.input.asOf !== undefined
    const now = (isSet ? undefined : own_clock) ?? BigInt(clock.getTime()) * 1000n
    if (newest === undefined && found.rows[0]?.[0] !== null)
      throw new DiagnosticError(
        diagnostic('freshness-not-timestamp', { column: ageColumn(context, measure) }),
      )
    const value = newest === undefined ? undefined : Number(now - newest) / 1e6
    return { measured: { value, details: {} }, limits: limitsOf(measure, own) }
  })
}

/** The query for the newest row, and for what counts as now: `own`, where the monitor says that. */
export async function ageQuery(
  asking: Filling,
  measure: FreshnessMeasure,
  own: TracedText | undefined,
): Promise<TracedText> {
  const { context } = asking
  const filter = measure.filter === undefined ? '' : ` where ${measure.filter}`
  const newest = `max(${ageColumn(context, measure)})`
  const clock = own === undefined ? 'null' : await valueQuery(asking, own)
  return TracedText.join([
    `select newest, clock from (select ${newest} as newest from ${await tableName(context)}${filter}), (select (`,
    clock,
    `) as clock)`,
  ])
}

function ageColumn(context: StepContext<Monitor>, { column }: FreshnessMeasure): string {
  const found = column ?? sourceOf(context)?.loadedAtField
  if (found !== undefined) return found
  const table = context.node.spec.on ?? ''
  throw new DiagnosticError(diagnostic('monitor-no-age', { table }))
}

function sourceOf(context: StepContext<Monitor>): SourceTable | undefined {
  const table = tableOf(context)
  return table?.kind === 'source' ? table : undefined
}

export interface Limits {
  readonly errorIf?: Condition
  readonly warnIf?: Condition
}

/** Those of the monitor; where it has none, those of the source. */
function limitsOf(measure: FreshnessMeasure, source: SourceTable | undefined): Limits {
  const { warnAfter, errorAfter, place } = measure
  const hasOwn = warnAfter !== undefined || errorAfter !== undefined
  const warn = hasOwn ? warnAfter : ageLimit(source?.freshness, 'warn_after')
  const error = hasOwn ? errorAfter : ageLimit(source?.freshness, 'error_after')
  return {
    ...(error !== undefined && { errorIf: ageCondition(error, place) }),
    ...(warn !== undefined && { warnIf: ageCondition(warn, place) }),
  }
}

/** The one table that the monitor is about. */
export function tableOf({ node, state }: StepContext<Monitor>): Node | undefined {
  const [id] = state.input.manifest.parents.get(node.id) ?? []
  return id === undefined ? undefined : state.input.manifest.nodes.get(id)
}

/** Mistakes in the query are told where it stands in the YAML. */
async function withPlaces<T>(
  { node, state }: StepContext<Monitor>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error
    const moved = toMonitorPlaces(state.input.runtime, node, error.diagnostics)
    throw new DiagnosticError(moved, { cause: error })
  }
}

/** Where in the YAML the query has what it is about. */
export function toMonitorPlaces(
  runtime: Pick<TemplateRuntime, 'findSource'>,
  { file, rawCode, textPlace }: Monitor,
  items: readonly Diagnostic[],
): readonly Diagnostic[] {
  const source = runtime.findSource(file)
  if (!source) return items
  const { start, end } = textPlace
  const placed = items.map((it) => ({ ...it, span: it.span ?? span(source, start, end) }))
  return relocateYaml(placed, { path: file, text: rawCode }, { source, place: textPlace })
}
