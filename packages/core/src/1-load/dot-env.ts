const LINE = /^\s*(?:export\s+)?([A-Za-z_][\w.]*)\s*=\s*(.*)$/

/** Reads a `.env` file: `NAME=value`, with or without `export`, quotes and comments; lines of another form are passed over. */
export function readDotEnv(text: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  const lines = text.split(/\r?\n/)
  for (let index = 0; index < lines.length; index++) {
    const match = LINE.exec(lines[index] ?? '')
    if (!match) continue
    const [, name = '', start = ''] = match
    let raw = start
    // A quoted value may go on over lines.
    while (isOpen(raw) && index + 1 < lines.length) raw += `\n${lines[++index] ?? ''}`
    found[name] = expand(raw, found)
  }
  return found
}

function isOpen(raw: string): boolean {
  const quote = raw[0]
  if (quote !== '"' && quote !== "'") return false
  return closingQuote(raw) === undefined
}

function closingQuote(raw: string): number | undefined {
  const quote = raw[0]
  for (let at = 1; at < raw.length; at++) {
    if (raw[at] === '\\' && quote === '"') at++
    else if (raw[at] === quote) return at
  }
  return undefined
}

function expand(raw: string, known: Readonly<Record<string, string>>): string {
  const end = raw[0] === '"' || raw[0] === "'" ? closingQuote(raw) : undefined
  if (end === undefined) return interpolate(raw.replace(/(^|\s+)#.*$/, '').trim(), known)
  const inner = raw.slice(1, end)
  if (raw[0] === "'") return inner.replace(/\\(['\\])/g, '$1')
  const unescaped = inner.replace(/\\([nrtbfav"\\'])/g, (_, char: string) => escapes[char] ?? char)
  return interpolate(unescaped, known)
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  a: '\x07',
  v: '\v',
}

/** `${NAME}` and `${NAME:-default}`, from the lines above. */
function interpolate(text: string, known: Readonly<Record<string, string>>): string {
  return text.replace(
    /\$\{([A-Za-z_]\w*)(?::-([^}]*))?\}/g,
    (_, name: string, otherwise: string | undefined) => known[name] ?? otherwise ?? '',
  )
}
