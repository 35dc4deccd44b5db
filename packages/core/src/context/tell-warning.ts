import { DiagnosticError, type Diagnostic } from '@btn/diagnostics'
import type { Context, Invocation } from './context.ts'
import type { Session } from './runtime.ts'

/** A warning of a template's own is told whenever the template is rendered: when it is read, too. */
export function tellWarning(context: Context, item: Diagnostic): void {
  const { mode, invocation, subject } = context
  if (mode.kind === 'parse') mode.capture.warnings?.push(item)
  else logWarning(invocation, mode.session, item, subject.id)
}

/** A warning of a node that runs: silenced, told, or the end of the node, as the user wants it. */
export function logWarning(
  invocation: Invocation,
  session: Pick<Session, 'log'>,
  item: Diagnostic,
  node?: Context['subject']['id'],
): void {
  const judged = invocation.judge(item)
  if (judged?.severity === 'error') throw new DiagnosticError(judged)
  if (!judged) return
  const { message } = judged
  session.log({ type: 'logged', level: 'warn', message, diagnostic: judged, ...(node && { node }) })
}
