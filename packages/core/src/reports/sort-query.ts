import { TracedText } from '@btn/diagnostics'

/**
 * A query whose rows come in the same order each time: by all columns, from the left, where it says no order of its own. What is no query
 * (`describe`, `show`) stays as it is.
 */
export function sortQuery(sql: TracedText): TracedText {
  const bare = withoutEnd(sql)
  if (!/^\s*(?:\(|(?:select|with|from|values)\b)/i.test(outsideOfTexts(bare.text))) return bare
  if (hasOrder(bare.text)) return bare
  return TracedText.join(['select * from (\n', bare, '\n) order by all'])
}

/** Without the semicolon and white space at its end. */
export function withoutEnd(sql: TracedText): TracedText {
  return sql.slice(0, sql.text.replace(/[\s;]+$/, '').length)
}

/** True when an `order by` stands at the outermost level. */
function hasOrder(text: string): boolean {
  let depth = 0
  const parts = outsideOfTexts(text).matchAll(/[()]|\border\s+by\b/gi)
  for (const [part] of parts) {
    if (part === '(') depth++
    else if (part === ')') depth--
    else if (depth === 0) return true
  }
  return false
}

/** The text with blanks for everything that is quoted or commented. */
function outsideOfTexts(text: string): string {
  const quoted = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[^]*?\*\//g
  return text.replace(quoted, (part) => ' '.repeat(part.length))
}
