import { span, type Diagnostic, type Span } from '@btn/diagnostics'
import type { JsonObject } from '../types/index.ts'
import type { Path } from './document.ts'
import { findMisfits } from './schema-errors.ts'

/** Holds the settings of a `config(…)` in a template against the schema of settings; `call` is where it is written. */
export function checkConfig(settings: JsonObject, call: Span): readonly Diagnostic[] {
  const found = findMisfits('config', {
    value: settings,
    keySpan: (path) => argumentSpan(call, path),
    valueSpan: (path) => argumentSpan(call, path),
  })
  return found.toSorted((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0))
}

/** `name=` (or `'name':`, in a dict) of the setting; the whole call, where it is not written so. */
export function argumentSpan(call: Span, path: Path): Span {
  const text = call.source.text.slice(call.start, call.end)
  const name = String(path[0] ?? '').replace(/\W/g, '\\$&')
  const found = new RegExp(`(?<![\\w.])(['"]?)${name}\\1\\s*[=:]`).exec(text)
  if (!found) return call
  const start = call.start + found.index
  return span(call.source, start, start + found[0].replace(/\s*[=:]$/, '').length)
}
