import { DiagnosticError, type Diagnostic, type Outcome } from '@btn/diagnostics'
import { compileTemplate, renderSync, type Template } from '@btn/jinja'
import type { Captured } from '../2-parse/parsed.ts'
import type { Capture, Context, Invocation, Subject } from './context.ts'
import { emptyCapture } from './empty-capture.ts'
import { createContext } from './scope.ts'

interface CaptureOptions {
  readonly onRead: Context['onRead']
  /** Names that such a template sees besides. */
  readonly addNames?: (context: Context) => void
}

/** Renders in capture mode. What a template asks of the database has no answer yet; nothing it prints counts. */
export function capture(
  template: Template,
  invocation: Invocation,
  subject: Subject,
  { onRead, addNames }: CaptureOptions,
): Outcome<Captured> {
  const diagnostics: Diagnostic[] = []
  const noted: Capture = { ...emptyCapture(), audits: [], warnings: diagnostics }
  const context = createContext({
    invocation,
    subject,
    mode: { kind: 'parse', capture: noted },
    onRead,
  })
  addNames?.(context)
  try {
    renderSync(compileTemplate(template), context.scope, context.rendering)
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error
    diagnostics.push(...error.diagnostics)
  }
  return { value: toCaptured(noted), diagnostics }
}

export function toCaptured(noted: Capture): Captured {
  return {
    refs: noted.refs,
    sources: noted.sources,
    ...(noted.functions.length > 0 && { functions: noted.functions }),
    ...(noted.audits?.length && { audits: noted.audits }),
    ...(noted.metrics.length > 0 && { metrics: noted.metrics }),
    configCall: noted.config,
    macros: [...noted.macros],
  }
}
