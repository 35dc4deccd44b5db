/** Where a statement starts in the text: the offset of its first character that is neither space nor comment. */
export type StatementStart = number

/**
 * Finds where each statement of a script starts, reading quotes, dollar quotes and comments as DuckDB does. Empty statements are
 * left out.
 */
export function findStatementStarts(sql: string): readonly StatementStart[] {
  const starts: number[] = []
  let isBetween = true
  for (let at = 0; at < sql.length;) {
    const end = skipBlank(sql, at)
    if (end > at) {
      at = end
      continue
    }
    if (sql[at] === ';') {
      isBetween = true
      at++
      continue
    }
    if (isBetween) starts.push(at)
    isBetween = false
    at = skipToken(sql, at)
  }
  return starts
}

/** Whether text follows a `;`: the cheap question before the script is taken apart. */
export function mayHaveSeveral(sql: string): boolean {
  const at = sql.indexOf(';')
  return at !== -1 && /\S/.test(sql.slice(at + 1))
}

/** The offset of an identifier in the text, outside of strings and comments; quoted or not, in any case. */
export function findIdentifier(sql: string, name: string, from: number): number | undefined {
  const wanted = name.toLowerCase()
  for (let at = from; at < sql.length;) {
    const end = skipBlank(sql, at)
    if (end > at) {
      at = end
      continue
    }
    const next = skipToken(sql, at)
    const token = sql.slice(at, next)
    const bare = token.startsWith('"') ? token.slice(1, -1).replaceAll('""', '"') : token
    if (bare.toLowerCase() === wanted) return at
    at = next
  }
  return undefined
}

function skipBlank(sql: string, at: number): number {
  const char = sql[at]
  if (char === undefined) return at
  if (/\s/.test(char)) return at + 1
  if (sql.startsWith('--', at)) {
    const end = sql.indexOf('\n', at)
    return end === -1 ? sql.length : end + 1
  }
  return sql.startsWith('/*', at) ? skipBlockComment(sql, at) : at
}

function skipBlockComment(sql: string, start: number): number {
  const mark = /\/\*|\*\//g
  mark.lastIndex = start
  let depth = 0
  for (let match = mark.exec(sql); match; match = mark.exec(sql)) {
    depth += match[0] === '/*' ? 1 : -1
    if (depth === 0) return mark.lastIndex
  }
  return sql.length
}

const word = /[\p{L}_][\p{L}\p{N}_$]*/uy
const dollarQuote = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y

function skipToken(sql: string, at: number): number {
  const char = sql[at]
  if (char === "'" || char === '"') return skipQuoted(sql, at, char, false)
  if ((char === 'e' || char === 'E') && sql[at + 1] === "'")
    return skipQuoted(sql, at + 1, "'", true)
  dollarQuote.lastIndex = at
  const tag = dollarQuote.exec(sql)?.[0]
  if (tag !== undefined) {
    const end = sql.indexOf(tag, at + tag.length)
    return end === -1 ? sql.length : end + tag.length
  }
  word.lastIndex = at
  return word.test(sql) ? word.lastIndex : at + 1
}

function skipQuoted(sql: string, start: number, quote: string, hasEscapes: boolean): number {
  for (let at = start + 1; at < sql.length; at++) {
    if (hasEscapes && sql[at] === '\\') at++
    else if (sql[at] !== quote) continue
    else if (sql[at + 1] === quote) at++
    else return at + 1
  }
  return sql.length
}
