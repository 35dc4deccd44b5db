import { catalogue, renderJson, renderText, type Diagnostic } from '@btn/diagnostics'
import type { JsonObject } from '@btn/core'
import type { Entry } from './entry.ts'

/** A mistake, as it is told: in full, with its place. Under dbt's name where dbt knows the happening. */
export function diagnosticEntry(item: Diagnostic): Entry {
  const event = catalogue[item.code].dbt
  const data: Record<string, unknown> = { msg: item.message, ...renderJson(item) }
  return {
    name: event?.name ?? item.code,
    code: event?.code ?? item.code,
    level: item.severity === 'error' ? 'error' : 'warn',
    isContinued: true,
    text: (style) => renderText(item, style.paint),
    data: data as JsonObject,
  }
}
