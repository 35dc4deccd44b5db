import type { TracedText } from '@btn/diagnostics'
import type { Value } from '@btn/jinja'
import { formatJson } from './format-json.ts'
import { jsonText } from './json-value.ts'

// A value stands between two characters that nothing else uses until it is known whether it stands in a text.
const BEGIN = '\uE000'
const END = '\uE001'

/** What a template of JSON writes for a value. */
export function markJson(value: Value): string {
  const text = jsonText(value).replace(
    /[\uE000\uE001]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16)}`,
  )
  return BEGIN + text + END
}

export type JsonOutcome =
  | { readonly text: string }
  | { readonly problem: string; /** In the rendered text. */ readonly at: number }

/** What a template of JSON has written: checked, and laid out for people. */
export function finishJson(rendered: Pick<TracedText, 'text'>): JsonOutcome {
  const { text, originOf } = settle(rendered.text)
  const formatted = formatJson(text)
  return 'text' in formatted
    ? { text: `${formatted.text}\n` }
    : { problem: formatted.problem, at: originOf(formatted.at) }
}

/** Values inside of texts lose their own quotes: `"on {{ date }}"`. */
function settle(marked: string): {
  readonly text: string
  readonly originOf: (at: number) => number
} {
  const starts: (readonly [at: number, origin: number])[] = []
  let text = ''
  let isInText = false
  const pieces = marked.matchAll(/\uE000([^\uE001]*)\uE001|\\[^]|"|[^\uE000"\\]+/g)
  for (const { 0: piece, 1: value, index } of pieces) {
    starts.push([text.length, index])
    if (value !== undefined) text += isInText ? bare(value) : value
    else text += piece
    if (piece === '"') isInText = !isInText
  }
  const originOf = (at: number): number => {
    const [start, origin] = starts.findLast(([it]) => it <= at) ?? [0, 0]
    return Math.min(origin + at - start, Math.max(0, marked.length - 1))
  }
  return { text, originOf }
}

/** As it stands inside of a text. */
function bare(json: string): string {
  if (json === 'null') return ''
  return json.startsWith('"') ? json.slice(1, -1) : JSON.stringify(json).slice(1, -1)
}
