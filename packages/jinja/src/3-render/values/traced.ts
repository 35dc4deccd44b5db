import { TracedText } from '@btn/diagnostics'
import type { TextValue } from './value.ts'

/** Joins texts; the result has origins when one of them has. */
export function joinTexts(parts: readonly TextValue[], separator: TextValue = ''): TextValue {
  const hasTraces = typeof separator !== 'string' || parts.some((it) => typeof it !== 'string')
  // `+` leaves the copying to whoever reads the text: one that grows in a loop is not copied at each step.
  if (!hasTraces && separator === '')
    return parts.reduce<string>((text, part) => `${text}${part}`, '')
  if (!hasTraces) return parts.join(separator)
  if (separator.length === 0) return TracedText.join(parts)
  return TracedText.join(parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part])))
}

/** A part of a text, with its origins. */
export function cut(text: TextValue, start: number, end: number): TextValue {
  return text.slice(start, Math.max(start, end))
}

/** Replaces up to `limit` occurrences; what is put in has the origin of what was there. */
export function replaceText(
  text: TextValue,
  search: string,
  replacement: TextValue,
  limit: number,
): TextValue {
  const plainText = typeof text === 'string' ? text : text.text
  if (search === '') return replaceBetween(plainText, replacement.toString(), limit)
  const parts: TextValue[] = []
  let from = 0
  let found = plainText.indexOf(search)
  for (let count = 0; found !== -1 && count < limit; count++) {
    parts.push(cut(text, from, found), placed(replacement, text, found, search.length))
    from = found + search.length
    found = plainText.indexOf(search, from)
  }
  return parts.length === 0 ? text : joinTexts([...parts, cut(text, from, plainText.length)])
}

function placed(
  replacement: TextValue,
  text: TextValue,
  offset: number,
  length: number,
): TextValue {
  if (typeof text === 'string' || typeof replacement !== 'string') return replacement
  const origin = text.originAt(offset)
  if (!origin) return replacement
  const { span, isVerbatim } = origin
  const end = isVerbatim ? Math.min(span.end, span.start + length) : span.end
  return TracedText.from(replacement, { ...span, end })
}

/** Python puts the replacement before every character and at the end when it searches for nothing. */
function replaceBetween(text: string, replacement: string, limit: number): string {
  const chars = Array.from(text)
  const gaps = Math.min(limit, chars.length + 1)
  return (
    chars.map((it, at) => (at < gaps ? replacement + it : it)).join('') +
    (gaps > chars.length ? replacement : '')
  )
}
