import { DiagnosticError, type Outcome, type Source } from '@btn/diagnostics'
import { compileTemplate, renderNative, toJs, type RenderOptions, type Scope } from '@btn/jinja'
import type { Json, Place } from '../types/index.ts'
import { floatMarker } from './markers.ts'
import { hasTemplate, parseYamlTemplate } from './template.ts'

/**
 * Renders the template in a YAML value, as dbt does: a value that is one expression keeps its type. Undefined where it cannot be
 * rendered; the diagnostics say why, and where in the file.
 */
export function renderYamlText(
  source: Source,
  place: Place,
  text: string,
  scope: Scope,
  options: RenderOptions = {},
): Outcome<Json | undefined> {
  // Jinja drops one line break at the end of any template.
  if (!hasTemplate(text)) return { value: text.replace(/\n$/, ''), diagnostics: [] }
  const { value: parsed, diagnostics } = parseYamlTemplate(source, place, text)
  if (diagnostics.length > 0) return { value: undefined, diagnostics }
  try {
    const value = renderNative(compileTemplate(parsed.template), scope, options)
    if (value instanceof Promise) throw new Error('a template in YAML waited for something')
    return { value: toJson(toJs(value)), diagnostics: [] }
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error
    return { value: undefined, diagnostics: parsed.relocate(error.diagnostics) }
  }
}

/** What templates give, as YAML could have said it. */
function toJson(value: unknown): Json {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return Number.isFinite(value) ? value : floatMarker(value)
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'bigint') return { $int: value.toString() }
  if (Array.isArray(value)) return value.map(toJson)
  if (typeof value !== 'object') return String(value)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item)]))
}
