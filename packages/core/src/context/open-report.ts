import type { TracedText } from '@btn/diagnostics'
import { compileTemplate, render } from '@btn/jinja'
import { markJson } from '../reports/json-output.ts'
import { addReportNames } from '../reports/names.ts'
import type { ReportTools } from '../reports/tools.ts'
import type { ReportNode } from '../types/index.ts'
import type { Linked } from './context.ts'
import type { RuntimeOptions } from './create-runtime.ts'
import { createRunMode } from './run-mode.ts'
import type { Awaitable, Session } from './runtime.ts'
import { createContext } from './scope.ts'
import { subjectOf } from './subject.ts'
import { parseTemplateText, templateOf } from './template-text.ts'

/** Renders a report: HTML is escaped, values of JSON are marked; what is not there is a mistake and no empty place. */
export function renderReport(
  options: RuntimeOptions,
  linked: Linked,
  { node, session, tools }: ReportWork,
): Awaitable<TracedText> {
  const context = createContext({
    invocation: options.invocation,
    subject: subjectOf(node),
    mode: createRunMode({ node, linked, session }),
    rendering: {
      undefinedMode: 'strict',
      ...(node.format === 'json' && { escape: markJson }),
    },
  })
  addReportNames(context, tools)
  const { source } = templateOf(options.project, node)
  const template = parseTemplateText({ source })
  const compiled = compileTemplate(template, { escapes: node.format !== 'md' })
  return render(compiled, context.scope, context.rendering)
}

export interface ReportWork {
  readonly node: ReportNode
  readonly session: Session
  readonly tools: ReportTools
}
