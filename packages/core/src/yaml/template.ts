import type { Diagnostic, Outcome, Related, Source, Span } from '@btn/diagnostics'
import { parse, type Template } from '@btn/jinja'
import type { Place } from '../types/index.ts'

/** True when Jinja has anything to do with the text. */
export function hasTemplate(text: string): boolean {
  return text.includes('{{') || text.includes('{%') || text.includes('{#')
}

/** A template that stands in a YAML value. */
export interface YamlTemplate {
  readonly template: Template
  /** Moves diagnostics of the template, those of rendering too, to where the text stands in the YAML file. */
  relocate(diagnostics: readonly Diagnostic[]): readonly Diagnostic[]
}

/**
 * Reads the template in a YAML value; `place` is the place of the value, `text` what the YAML says there. Where the text stands
 * in the file as it is, spans are exact by themselves; where YAML has changed it (escapes, folded lines), they are translated.
 */
export function parseYamlTemplate(
  source: Source,
  place: Place,
  text: string,
): Outcome<YamlTemplate> {
  const start = findVerbatim(source.text, place, text)
  if (start !== undefined) {
    const parsed = parse(source, { start, end: start + text.length })
    const value: YamlTemplate = { template: parsed.value, relocate: (items) => items }
    return { value, diagnostics: parsed.diagnostics }
  }
  const inner: Source = { path: source.path, text }
  const parsed = parse(inner)
  const relocate = (items: readonly Diagnostic[]): readonly Diagnostic[] =>
    relocateYaml(items, inner, { source, place })
  return { value: { template: parsed.value, relocate }, diagnostics: relocate(parsed.diagnostics) }
}

/** Moves what is wrong in a text of its own to where it stands in a YAML file. */
export function relocateYaml(
  items: readonly Diagnostic[],
  inner: Source,
  { source, place }: { readonly source: Source; readonly place: Place },
): readonly Diagnostic[] {
  const offsets = alignOffsets(source.text.slice(place.start, place.end), inner.text)
  return items.map((item) => relocateItem(item, inner, source, place, offsets))
}

/** Where the value stands unchanged in the file: a scalar on one line, with or without quotes. */
function findVerbatim(whole: string, place: Place, text: string): number | undefined {
  for (const start of [place.start, place.start + 1]) {
    if (whole.startsWith(text, start) && start + text.length <= place.end) return start
  }
  return undefined
}

function relocateItem(
  item: Diagnostic,
  inner: Source,
  source: Source,
  place: Place,
  offsets: readonly number[],
): Diagnostic {
  const move = (span: Span): Span => {
    if (span.source.path !== inner.path || span.source.text !== inner.text) return span
    const at = (offset: number): number =>
      place.start + (offsets[offset] ?? place.end - place.start)
    const start = at(span.start)
    return { source, start, end: span.end > span.start ? at(span.end - 1) + 1 : start }
  }
  const related = item.related?.map((it): Related => ({ ...it, span: move(it.span) }))
  return {
    ...item,
    ...(item.span && { span: move(item.span) }),
    ...(related && { related }),
  }
}

/** For each character of the value (and its end), the offset in the written form. */
export function alignOffsets(written: string, text: string): readonly number[] {
  const isDouble = written.startsWith('"')
  const isSingle = written.startsWith("'")
  const offsets: number[] = []
  let at = isDouble || isSingle ? 1 : /^[|>]/.test(written) ? written.indexOf('\n') + 1 : 0
  for (const char of text) {
    at = findChar(written, at, char, isDouble)
    for (let unit = 0; unit < char.length; unit++) offsets.push(at + unit)
    at += widthAt(written, at, char, isDouble, isSingle)
  }
  offsets.push(Math.min(at, written.length))
  return offsets
}

/** Passes over what YAML dropped: indentation, and the blanks around a break that became one blank. */
function findChar(written: string, from: number, char: string, isDouble: boolean): number {
  let at = from
  while (at < written.length) {
    if (written.startsWith(char, at) || (isDouble && written[at] === '\\')) return at
    if (char === ' ' && written[at] === '\n') return at
    if (!/\s/.test(written[at] ?? '')) return at
    at++
  }
  return Math.min(from, written.length)
}

function widthAt(
  written: string,
  at: number,
  char: string,
  isDouble: boolean,
  isSingle: boolean,
): number {
  if (isSingle && char === "'" && written.startsWith("''", at)) return 2
  if (!isDouble || written[at] !== '\\') return char.length
  const digits: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 }
  return digits[written[at + 1] ?? ''] ?? 2
}
