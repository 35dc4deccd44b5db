import type { Source, Span } from '@btn/diagnostics'

export interface Marked {
  readonly source: Source
  /** The texts that were marked, as places in the source. */
  readonly spans: readonly Span[]
}

/** marked`a ${'b'} c`: a source with the text "a b c", of which "b" is marked. */
export function marked(strings: TemplateStringsArray, ...texts: readonly string[]): Marked {
  const places: { readonly start: number; readonly end: number }[] = []
  let text = strings[0] ?? ''
  for (const [index, marked] of texts.entries()) {
    places.push({ start: text.length, end: text.length + marked.length })
    text += marked + (strings[index + 1] ?? '')
  }
  const source = { path: 'marked.sql', text }
  return { source, spans: places.map((place) => ({ source, ...place })) }
}

/** The text that a span covers. */
export function textAt(span: Span | undefined): string | undefined {
  return span && span.source.text.slice(span.start, span.end)
}

/** Rows of a table with the text of the source between, which gives the test a readable name. */
export function named<T>(rows: readonly (readonly [T, Marked])[]): [T, string, Marked][] {
  return rows.map(([expected, source]) => [expected, source.source.text, source])
}
