const BLANK = /\s/

/**
 * The offset of the first character at or after `from` that is neither white space nor in a comment; the text's length when there
 * is none. Not a regular expression: those that say the same take exponential time on some texts.
 */
export function skipBlank(text: string, from: number): number {
  let at = from
  for (;;) {
    while (at < text.length && BLANK.test(text.charAt(at))) at++
    const end = endOfComment(text, at)
    if (end === undefined) return at
    at = end
  }
}

/** Undefined where no comment begins; one that is never closed is none. */
function endOfComment(text: string, at: number): number | undefined {
  if (text.startsWith('--', at)) {
    const end = text.indexOf('\n', at)
    return end < 0 ? text.length : end + 1
  }
  if (!text.startsWith('/*', at)) return undefined
  const end = text.indexOf('*/', at + 2)
  return end < 0 ? undefined : end + 2
}
