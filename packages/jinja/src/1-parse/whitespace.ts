/** What Python's `str.isspace` and `\s` take for white space; JavaScript's `trim` differs in a few code points. */
export function isSpace(code: number): boolean {
  if (code === 32 || (code >= 9 && code <= 13)) return true
  if (code < 128) return code >= 0x1c && code <= 0x1f
  return code === 0x85 || (code !== 0xfeff && /\s/.test(String.fromCharCode(code)))
}

/** The first offset at or after `from` that holds no white space. */
export function skipSpace(text: string, from: number, end: number = text.length): number {
  let at = from
  while (at < end && isSpace(text.charCodeAt(at))) at++
  return at
}

/** The offset after the last character before `from` that is no white space. */
export function skipSpaceBack(text: string, from: number, start = 0): number {
  let at = from
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--
  return at
}
