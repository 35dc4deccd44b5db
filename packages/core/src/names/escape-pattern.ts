/** A text as a regular expression that finds just this text. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** A name where it stands alone, as a regular expression. */
export function wholeWord(name: string): string {
  return `(?<![\\w$])${escapePattern(name)}(?![\\w$])`
}
