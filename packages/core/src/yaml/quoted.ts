const escapes = new Map<string, string>([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['N', '\x85'],
  ['_', '\xa0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
])

const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([^]))/g

/** The text of a quoted scalar, from what stands between its quotes; undefined for what the library had better read. */
export function decodeQuoted(raw: string, isDouble: boolean): string | undefined {
  const isFolded = raw.includes('\n')
  if (!isDouble) return (isFolded ? fold(raw) : raw).replaceAll("''", "'")
  if (!raw.includes('\\')) return isFolded ? fold(raw) : raw
  // Blanks at the end of a line are dropped unless escaped.
  if (isFolded && /\\[ \n]/.test(raw)) return undefined
  let isKnown = true
  const text = (isFolded ? fold(raw) : raw).replace(
    ESCAPE,
    (_, two?: string, four?: string, eight?: string, char?: string) => {
      const digits = two ?? four ?? eight
      const decoded = digits === undefined ? escapes.get(char ?? '') : fromCodePoint(digits)
      isKnown &&= decoded !== undefined
      return decoded ?? ''
    },
  )
  return isKnown ? text : undefined
}

function fromCodePoint(digits: string): string | undefined {
  const code = Number.parseInt(digits, 16)
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}

/** Line breaks become blanks, empty lines line breaks; blanks around a break are dropped. */
function fold(raw: string): string {
  const lines = raw.split('\n')
  let text = trimEndBlanks(lines[0] ?? '')
  let breaks = 0
  for (let index = 1; index < lines.length; index++) {
    const isLast = index === lines.length - 1
    const line = (lines[index] ?? '').replace(/^[ \t]+/, '')
    const content = isLast ? line : trimEndBlanks(line)
    if (content === '' && !isLast) {
      breaks++
      continue
    }
    text += (breaks === 0 ? ' ' : '\n'.repeat(breaks)) + content
    breaks = 0
  }
  return text
}

function trimEndBlanks(line: string): string {
  return line.replace(/[ \t]+$/, '')
}
