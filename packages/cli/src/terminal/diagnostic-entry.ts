import {
  catalogue,
  eventDataOf,
  factOf,
  renderJson,
  renderText,
  type Diagnostic,
} from '@btn/diagnostics'
import type { JsonObject } from '@btn/core'
import { count, emptyLine, line, type Entry } from './entry.ts'

/** A mistake, as it is told: in full, with its place. Under dbt's name where dbt knows the happening. */
export function diagnosticEntry(item: Diagnostic): Entry {
  const event = catalogue[item.code].dbt
  const data: Record<string, unknown> = {
    msg: item.message,
    ...renderJson(item),
    ...eventDataOf(item),
  }
  return {
    name: event?.name ?? item.code,
    code: event?.code ?? item.code,
    level: item.severity === 'error' ? 'error' : 'warn',
    isContinued: true,
    text: (style) => renderText(item, style.paint),
    ...(item.severity === 'warning' && { message: taggedMessage(item) }),
    data: data as JsonObject,
  }
}

/** One line of a warning for programs, as dbt marks them: they need no picture of the place, which is in `data`. */
function taggedMessage(item: Diagnostic): string {
  const event = catalogue[item.code].dbt
  const text = factOf(item) ?? item.message
  return event?.code.startsWith('D')
    ? `[WARNING][${event.name}]: Deprecated functionality\n${text}`
    : `[WARNING]: ${text}`
}

/** Mistakes, a line apart; after several of them, how many they were. */
export function diagnosticEntries(items: readonly Diagnostic[]): readonly Entry[] {
  if (items.length === 0) return []
  const gap: Entry = { ...emptyLine, isContinued: true, level: 'error', show: 'plain' }
  const entries = items.flatMap((item) => {
    const entry = diagnosticEntry(item)
    return [{ ...gap, level: entry.level }, entry]
  })
  const errors = items.filter((item) => item.severity === 'error').length
  const warnings = items.length - errors
  const parts = [errors > 0 && count(errors, 'error'), warnings > 0 && count(warnings, 'warning')]
  const text = parts.filter(Boolean).join(' and ')
  const closing: Entry = { ...line('MistakesFound', '', text), isContinued: true, show: 'plain' }
  const level = errors > 0 ? ('error' as const) : ('warn' as const)
  return items.length === 1
    ? [...entries, { ...gap, level }]
    : [...entries, { ...gap, level }, { ...closing, level }]
}
