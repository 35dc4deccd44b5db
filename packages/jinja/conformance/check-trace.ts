import type { TracedText } from '@btn/diagnostics'

/** Throws when the text says of a character that it stands in a source where another one stands. */
export function checkTrace(traced: TracedText): void {
  const { text } = traced
  const step = Math.max(1, Math.floor(text.length / 200))
  for (let at = 0; at < text.length; at += step) {
    const origin = traced.originAt(at)
    if (!origin) continue
    const { source, start, end } = origin.span
    if (start < 0 || start > end || end > source.text.length) {
      throw new Error(`character ${at} has a span outside of its source: ${start}-${end}`)
    }
    if (origin.isVerbatim && normal(source.text.charAt(start)) !== text.charAt(at)) {
      throw new Error(`character ${at} is said to stand at ${start}, where another one stands`)
    }
  }
}

/** A line break of any kind comes out as `\n`. */
function normal(character: string): string {
  return character === '\r' ? '\n' : character
}
