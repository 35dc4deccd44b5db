/** What the parentheses of a call may hold without meaning them: strings, names in quotes, dollar quotes, comments. */
const opaque = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[^]*?\$\1\$|--[^\n]*|\/\*[^]*?\*\//y

/** The offset after the closing parenthesis of the call that starts at `start`. */
export function findCallEnd(sql: string, start: number): number {
  let depth = 0
  for (let at = start; at < sql.length;) {
    const end = skipOpaque(sql, at)
    if (sql[at] === '(') depth++
    if (sql[at] === ')' && --depth === 0) return at + 1
    at = end ?? at + 1
  }
  return sql.length
}

/** The offset after the string or quoted name at `start`. */
export function findTokenEnd(sql: string, start: number): number {
  return skipOpaque(sql, start) ?? start
}

function skipOpaque(sql: string, at: number): number | undefined {
  opaque.lastIndex = at
  return opaque.test(sql) ? opaque.lastIndex : undefined
}
