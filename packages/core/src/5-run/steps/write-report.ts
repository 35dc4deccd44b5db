import { isAbsolute, join } from 'node:path'
import { diagnostic, DiagnosticError, span, type TracedText } from '@btn/diagnostics'
import { HostError } from '../../host.ts'
import { finishJson } from '../../reports/json-output.ts'
import type { ReportTools } from '../../reports/tools.ts'
import type { ReportNode, WriteReport } from '../../types/index.ts'
import { putEphemeralsInFront } from '../compile-node.ts'
import type { StepContext, StepHandler } from '../step-context.ts'

/** Renders a report and, when all of it is there, puts it in its place. */
export const writeReport: StepHandler<WriteReport> = async (context) => {
  const { node, state } = context
  if (node.kind !== 'report') throw new Error(`${node.id} is no report`)
  const { runtime, date } = state.input
  const path = outputOf(context, node, date)
  context.startExecution()
  const { session } = context
  const rendered = await runtime.renderReport({ node, session, tools: toolsOf(context, node) })
  write(context, path, node.format === 'json' ? toJson(node, rendered) : toText(rendered))
  return { status: 'success', message: 'OK', path }
}

function outputOf(
  { state }: StepContext,
  { name, output, outputPlace: place }: ReportNode,
  date: string | undefined,
): string {
  if (!output.includes('{date}')) return output
  if (date !== undefined) return output.replaceAll('{date}', date)
  const source = place && state.input.runtime.findSource(place.file)
  const where = source ? { span: span(source, place.start, place.end) } : {}
  throw new DiagnosticError(diagnostic('report-needs-date', { name }, where))
}

function toolsOf(context: StepContext, { format }: ReportNode): ReportTools {
  const { session, state } = context
  const { drawChart, date } = state.input
  return {
    format,
    date,
    async query(sql, ephemerals) {
      const { table } = await session.query(await putEphemeralsInFront(context, sql, ephemerals))
      return table
    },
    drawChart(chart) {
      if (!drawChart) throw new Error('nobody draws charts here')
      return drawChart(chart)
    },
  }
}

function toText({ text }: TracedText): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`
}

function toJson({ name }: ReportNode, rendered: TracedText): string {
  const outcome = finishJson(rendered)
  if ('text' in outcome) return outcome.text
  const { problem, at } = outcome
  const origin = rendered.originAt(at)
  const where = origin ? { span: origin.span } : {}
  throw new DiagnosticError(diagnostic('report-json-invalid', { name, problem }, where))
}

function write({ state }: StepContext, path: string, text: string): void {
  const { host, projectRoot } = state.input
  try {
    host.writeText(isAbsolute(path) ? path : join(projectRoot, path), text)
  } catch (error) {
    if (!(error instanceof HostError)) throw error
    const hint = 'Make room for it there, or give the report another "path".'
    throw new DiagnosticError(
      diagnostic('file-not-written', { path, problem: error.message }, { hint }),
    )
  }
}
