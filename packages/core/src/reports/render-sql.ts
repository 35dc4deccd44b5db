import {
  diagnostic,
  DiagnosticError,
  span,
  TracedText,
  TracedTextBuilder,
  type Source,
  type Span,
} from '@btn/diagnostics'
import {
  compileTemplate,
  Markup,
  parse,
  raise,
  render,
  toTracedText,
  typeName,
  type Value,
} from '@btn/jinja'
import type { Context } from '../context/context.ts'
import type { Awaitable } from '../context/runtime.ts'

/**
 * The SQL that a call was given. It may be a template itself, `"select * from {{ ref('orders') }}"`, and knows where in the file it stands.
 */
export function renderSql(context: Context, given: Value, callSite: Span): Awaitable<TracedText> {
  const text = textOf(given)
  if (!/\{[{%#]/.test(text.text)) return placed(text, callSite)
  const place = findIn(callSite, text.text)
  const source: Source = place?.source ?? { path: callSite.source.path, text: text.text }
  const range = place && { start: place.start, end: place.end }
  const { value: template, diagnostics } = parse(source, range)
  // Without a place of its own the text has that of the call.
  const located = place ? diagnostics : diagnostics.map((it) => ({ ...it, span: callSite }))
  if (located.length > 0) throw new DiagnosticError(located)
  // What is written into SQL is no HTML.
  const rendering = { ...context.rendering, escape: undefined }
  return render(compileTemplate(template), context.scope, rendering)
}

function textOf(given: Value): TracedText {
  if (given instanceof Markup) return TracedText.plain(unescape(given.text))
  const text = typeof given === 'string' || given instanceof TracedText ? given : undefined
  if (text === undefined) raise('TypeError', `a query is given as text, not as ${typeName(given)}`)
  return TracedText.of(toTracedText(text))
}

/** A `{% set %}` block of an HTML template has escaped what it took in. */
function unescape(text: string): string {
  const characters: Readonly<Record<string, string>> = {
    '&lt;': '<',
    '&gt;': '>',
    '&#34;': '"',
    '&#39;': "'",
    '&amp;': '&',
  }
  return text.replace(/&(?:lt|gt|#34|#39|amp);/g, (entity) => characters[entity] ?? entity)
}

/** A text that stands in the call itself has its place there; what was put together keeps the places that it has. */
function placed(text: TracedText, callSite: Span): TracedText {
  if (text.originAt(0)) return text
  const place = findIn(callSite, text.text)
  if (!place) return TracedText.from(text.text, callSite)
  const builder = new TracedTextBuilder()
  builder.addVerbatim(text.text, place)
  return builder.finish()
}

function findIn({ source, start, end }: Span, text: string): Span | undefined {
  const at = text === '' ? -1 : source.text.indexOf(text, start)
  return at < 0 || at + text.length > end ? undefined : span(source, at, at + text.length)
}

/** `{date}` stands for the day of the run, as SQL has it. */
export function fillDate(sql: TracedText, date: string | undefined, name: string): TracedText {
  if (!sql.text.includes('{date}')) return sql
  if (date === undefined) throw new DiagnosticError(diagnostic('report-needs-date', { name }))
  const parts: (TracedText | string)[] = []
  let start = 0
  for (const { index } of sql.text.matchAll(/\{date\}/g)) {
    parts.push(sql.slice(start, index), `date '${date}'`)
    start = index + '{date}'.length
  }
  return TracedText.join([...parts, sql.slice(start)])
}
