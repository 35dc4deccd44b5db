/** A word, a symbol, a text or a quoted name of a statement. */
export interface SqlToken {
  readonly kind: 'word' | 'quoted' | 'symbol'
  /** Words in lower case. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** How many parentheses are open around it. */
  readonly depth: number
}

const TOKEN =
  /(?<blank>\s+|--[^\n]*|\/\*[\s\S]*?\*\/)|(?<word>[A-Za-z_]\w*)|(?<quoted>'(?:[^']|'')*'|"(?:[^"]|"")*"|\d[\w.]*)|(?<symbol>[^\s\w'"$])/y

/** Undefined where something stands in it that is not read here (`$$` texts, a quote that stays open, parentheses that do not match). */
export function sqlTokens(sql: string): readonly SqlToken[] | undefined {
  const tokens: SqlToken[] = []
  let depth = 0
  TOKEN.lastIndex = 0
  for (let start = 0; start < sql.length; start = TOKEN.lastIndex) {
    const { groups, 0: text = '' } = TOKEN.exec(sql) ?? {}
    if (!groups) return undefined
    if (groups['blank'] !== undefined) continue
    const end = start + text.length
    if (text === ')') depth--
    if (depth < 0) return undefined
    const kind = groups['word'] ? 'word' : groups['quoted'] ? 'quoted' : 'symbol'
    tokens.push({ kind, text: kind === 'word' ? text.toLowerCase() : text, start, end, depth })
    if (text === '(') depth++
  }
  return depth === 0 ? tokens : undefined
}
