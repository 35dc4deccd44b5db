import type { Span } from '@btn/diagnostics'
import { findConfigCall } from '../config/find-config-call.ts'
import type { StepContext } from './step-context.ts'

/** Where the node's own file says a setting; nothing when the setting comes from elsewhere. */
export function placeOfSetting(
  { node, state }: Pick<StepContext, 'node' | 'state'>,
  setting: string,
): { readonly span?: Span } {
  const source = state.input.runtime.findSource(node.file)
  if (!source || !node.file.endsWith('.sql')) return {}
  const range = node.kind === 'snapshot' ? node.place : { start: 0, end: source.text.length }
  const span = findConfigCall(source, range, setting)
  return span ? { span } : {}
}
