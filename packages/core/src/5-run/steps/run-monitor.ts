import { positionAt } from '@btn/diagnostics'
import type { AuditRow } from '../../audit/index.ts'
import { isDated } from '../../monitors/placeholders.ts'
import { judgeSla } from '../../monitors/judge-sla.ts'
import type { Measured } from '../../monitors/read-result.ts'
import { brokenText, formatValue } from '../../monitors/wording.ts'
import { conditionsSql, wordsOf, type WordValues } from '../../monitors/words.ts'
import type { Condition, Monitor, Place, RunMonitor, SlaMeasure } from '../../types/index.ts'
import { clockOf } from '../clock-of.ts'
import { readEarlier, readReadiness, readSuccessRate } from '../monitor/audit-queries.ts'
import { measureAge, measureValue, tableOf, type Asking, type Limits } from '../monitor/measure.ts'
import type { StepContext, StepEnding, StepHandler } from '../step-context.ts'

/** Finds the value of a monitor, holds it against its limits, and writes down both. */
export const runMonitor: StepHandler<RunMonitor> = async (context) => {
  if (!isOfMonitor(context)) throw new Error(`${context.node.id} is no monitor`)
  const { input } = context.state
  const { audit } = input
  if (!audit) throw new Error('monitors are written down, and there is no audit log')
  // What this run has noted so far may be what is asked for.
  await audit.flush()
  const { clock, date } = clockOf(input)
  const { node } = context
  try {
    const finding = await find({ context, audit, clock, date })
    const { partition, value } = finding.row
    audit.write('monitors', { phase: 'done', name: node.name, ...finding.row })
    context.state.monitored.set(node.id, { date: partition, value })
    return toEnding(context, finding)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const partition = input.date
    audit.write('monitors', {
      phase: 'failed',
      name: node.name,
      partition,
      verdict: 'error',
      message,
    })
    context.state.monitored.set(node.id, { date: partition, value: undefined })
    throw error
  }
}

function isOfMonitor(context: StepContext): context is StepContext<Monitor> {
  return context.node.kind === 'monitor'
}

type Verdict = 'error' | 'warn' | 'pass' | 'no_verdict'

interface Finding {
  readonly verdict: Verdict
  /** What is said of it, behind the name. */
  readonly message: string
  /** Where the limit stands. */
  readonly place: Place
  readonly row: Omit<AuditRow<'monitors'>, 'phase' | 'partition' | 'value'> & {
    readonly partition?: string
    readonly value?: number
  }
}

async function find(asking: Asking): Promise<Finding> {
  const { context, audit, clock } = asking
  const { measure, errorIf, warnIf } = context.node.spec
  const own: Limits = { ...(errorIf && { errorIf }), ...(warnIf && { warnIf }) }
  switch (measure.kind) {
    case 'sla':
      return findSla(asking, measure)
    case 'value':
      return judge(asking, await measureValue(asking), own)
    case 'freshness': {
      const { measured, limits } = await measureAge(asking, measure)
      return judge(asking, measured, { ...limits, ...own })
    }
    case 'success-rate': {
      context.startExecution()
      const loads = context.state.input.manifest.parents.get(context.node.id) ?? []
      const from = new Date(clock.getTime() - measure.withinMs)
      return judge(asking, await readSuccessRate(audit, loads, from, clock), own)
    }
  }
}

async function judge(asking: Asking, measured: Measured, limits: Limits): Promise<Finding> {
  const { context, audit } = asking
  const { history } = context.node.spec
  const { value } = measured
  const date = measured.date ?? asking.date
  const earlier =
    measured.earlier ?? (history ? await readEarlier(audit, context.node.name, history, date) : [])
  const words = wordsOf(value, history, earlier)
  const conditions = [limits.errorIf, limits.warnIf]
  const [isError, isWarn] = await ask(context, conditions, words)
  const [errorIf, warnIf] = conditions
  const broken = isError ? errorIf : isWarn ? warnIf : undefined
  const isOpen = conditions.some((it) => it?.words.some((word) => words[word] === undefined))
  const worst = context.node.spec.onError === 'warn' ? 'warn' : 'error'
  const verdict: Verdict = isError ? worst : isWarn ? 'warn' : isOpen ? 'no_verdict' : 'pass'
  const shownBy = broken ?? errorIf ?? warnIf
  const shown = value === undefined ? 'no value' : formatValue(value, shownBy?.unit ?? 'plain')
  const message = broken
    ? brokenText(broken, words)
    : verdict === 'pass' || value === undefined
      ? shown
      : `${shown}, ${whyOpen(context.node, Math.min(earlier.length, history?.last ?? 0))}`
  return {
    verdict,
    message,
    place: shownBy?.place ?? context.node.place,
    row: {
      ...(isOfDate(asking, measured) && { partition: date }),
      ...(value !== undefined && { value }),
      ...(history &&
        words[history.baseline] !== undefined && { baseline: words[history.baseline] }),
      expected: expectedText(limits),
      verdict,
      message,
      details: measured.details,
    },
  }
}

function whyOpen({ spec: { history } }: Monitor, count: number): string {
  if (!history || count >= history.last) return 'what came before never changed'
  return `${count} of ${history.last} earlier values`
}

function isOfDate({ context }: Asking, { date }: Measured): boolean {
  const { node, state } = context
  return (
    state.input.date !== undefined ||
    date !== undefined ||
    node.spec.history?.per === 'date' ||
    isDated(node.rawCode)
  )
}

function expectedText({ errorIf, warnIf }: Limits): string {
  const parts = [errorIf && `error if ${errorIf.text}`, warnIf && `warn if ${warnIf.text}`]
  return parts.filter(Boolean).join(', ')
}

/** Asks the database, because conditions are SQL. What cannot be told does not hold. */
async function ask(
  { session, state, setFallback, node }: StepContext<Monitor>,
  conditions: readonly (Condition | undefined)[],
  words: WordValues,
): Promise<readonly boolean[]> {
  const asked: boolean[] = []
  for (const condition of conditions) {
    if (!condition) {
      asked.push(false)
      continue
    }
    const source = state.input.runtime.findSource(node.file)
    const { start, end } = condition.place
    setFallback(() => source && { source, start, end })
    const { table } = await session.query(conditionsSql([condition.sql], words))
    asked.push(table.rows[0]?.[0] === true)
  }
  return asked
}

async function findSla({ context, audit, clock }: Asking, measure: SlaMeasure): Promise<Finding> {
  context.startExecution()
  const table = tableOf(context)
  const ready = table ? await readReadiness(audit, table.id, clock) : []
  const { verdict, message, date } = judgeSla(measure, table?.name ?? '', clock, ready)
  return {
    verdict,
    message,
    place: measure.place,
    row: {
      expected: `by ${measure.by} (${measure.timezone})`,
      verdict,
      message,
      details: { date },
    },
  }
}

function toEnding(
  { node, state }: StepContext<Monitor>,
  { verdict, message, place }: Finding,
): StepEnding {
  const base = { hasNoRelation: true, response: { message: 'OK' } } as const
  if (verdict === 'no_verdict')
    return { ...base, status: 'no-op', message: `no verdict: ${message}` }
  if (verdict === 'pass') return { ...base, status: 'pass', message }
  const source = state.input.runtime.findSource(place.file)
  const line = source ? positionAt(source, place.start).line : 1
  const isWarning = verdict === 'warn' || node.spec.onError === 'warn'
  const isSentence = node.spec.measure.kind === 'sla'
  const text = `${node.name}${isSentence ? ':' : ''} ${message} (${node.originalPath}:${line})`
  return {
    ...base,
    status: isWarning ? 'warn' : 'fail',
    message: `${isWarning ? 'monitor-warned' : 'monitor-failed'}: ${text}`,
    failures: 1,
  }
}
