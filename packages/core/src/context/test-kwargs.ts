import type { Source, Span } from '@btn/diagnostics'
import { DiagnosticError } from '@btn/diagnostics'
import { compileTemplate, fromJs, parse, renderNative, type Value } from '@btn/jinja'
import type { Json, JsonObject } from '../types/index.ts'
import { isFloatMarker, isIntMarker, toValue } from '../yaml/index.ts'
import type { Context } from './context.ts'

/** The name under which a generic test's template finds its arguments; dbt's own. */
export const TEST_KWARGS = '_dbt_generic_test_kwargs'

const LOOKS_LIKE_A_CALL = /^\s*(env_var|ref|var|source|doc)\s*\(.+\)\s*$/
const HAS_TEMPLATE = /\{\{|\{%|\{#/

type Rendered = Value | Promise<Value>

/** The arguments of a generic test with the templates in them rendered natively. */
function render(kwargs: JsonObject, context: Context, place: Span): Rendered {
  const keys = Object.keys(kwargs)
  return collect(
    keys.map((key) => renderOne(key, kwargs[key] ?? null, context, place)),
    (values) => fromJs(Object.fromEntries(keys.map((key, index) => [key, values[index] ?? null]))),
  )
}

/** The column's name stays text. */
function renderOne(key: string, value: Json, context: Context, place: Span): Rendered {
  return key === 'column_name' ? fromJs(value) : renderValue(value, context, place)
}

function renderValue(value: Json, context: Context, place: Span): Rendered {
  if (typeof value === 'string') return renderText(value, context, place)
  if (Array.isArray(value)) {
    return collect(
      value.map((item) => renderValue(item, context, place)),
      (values) => [...values],
    )
  }
  const isPlain = typeof value !== 'object' || value === null
  if (isPlain || isFloatMarker(value) || isIntMarker(value)) return toValue(value)
  const keys = Object.keys(value)
  return collect(
    Object.values(value).map((item) => renderValue(item as Json, context, place)),
    (values) => fromJs(Object.fromEntries(keys.map((key, index) => [key, values[index] ?? null]))),
  )
}

function renderText(text: string, context: Context, place: Span): Rendered {
  const wrapped = LOOKS_LIKE_A_CALL.test(text) ? `{{ ${text} }}` : text
  if (!HAS_TEMPLATE.test(wrapped)) return text
  const source: Source = { path: place.source.path, text: wrapped }
  const { value: template, diagnostics } = parse(source)
  if (diagnostics.length > 0) {
    throw new DiagnosticError(diagnostics.map((item) => ({ ...item, span: place })))
  }
  return renderNative(compileTemplate(template), context.scope, context.rendering)
}

function collect(values: readonly Rendered[], make: (values: readonly Value[]) => Value): Rendered {
  if (values.some((value) => value instanceof Promise)) return Promise.all(values).then(make)
  return make(values.filter((value): value is Value => !(value instanceof Promise)))
}

export const renderKwargs = {
  /** May give a promise: a macro in an argument can ask the database. */
  any: render,
  /** One argument, where nothing can be asked yet. */
  one(key: string, value: Json, context: Context, place: Span): Value {
    const rendered = renderOne(key, value, context, place)
    if (rendered instanceof Promise)
      throw new Error('a test argument waited for the database at parse time')
    return rendered
  },
}
