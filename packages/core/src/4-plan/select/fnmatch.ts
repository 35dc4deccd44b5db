const compiled = new Map<string, RegExp>()

/** Whether the text has a character that `fnmatch` gives a meaning. */
export function isPattern(text: string): boolean {
  return /[*?[\]]/.test(text)
}

/** Shell-style matching of the whole text, as Python's `fnmatch` does it: `*`, `?`, `[seq]`, `[!seq]`; case matters. */
export function fnmatch(text: string, pattern: string): boolean {
  if (pattern === '*') return true
  if (!isPattern(pattern)) return text === pattern
  return compilePattern(pattern).test(text)
}

/** A regular expression for a shell-style pattern. */
export function compilePattern(pattern: string): RegExp {
  let regex = compiled.get(pattern)
  if (!regex) {
    regex = new RegExp(`^${translate(pattern)}$`, 'su')
    compiled.set(pattern, regex)
  }
  return regex
}

function translate(pattern: string): string {
  let regex = ''
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern.charAt(at)
    if (char === '*') {
      if (!regex.endsWith('.*')) regex += '.*'
    } else if (char === '?') regex += '.'
    else if (char === '[') {
      const end = findSetEnd(pattern, at + 1)
      if (end === -1) regex += '\\['
      else {
        regex += translateSet(pattern.slice(at + 1, end))
        at = end
      }
    } else regex += escape(char)
  }
  return regex
}

/** The `]` that closes a set; one right after the start (or after `!`) belongs to the set. */
function findSetEnd(pattern: string, start: number): number {
  const first = pattern[start] === '!' ? start + 1 : start
  return pattern.indexOf(']', pattern[first] === ']' ? first + 1 : first)
}

function translateSet(body: string): string {
  const isNegated = body.startsWith('!')
  const chars = [...(isNegated ? body.slice(1) : body)]
  let set = ''
  for (let at = 0; at < chars.length; at++) {
    const low = chars[at] ?? ''
    const high = chars[at + 2]
    if (chars[at + 1] === '-' && high !== undefined) {
      // Python drops a range that runs backwards; as a regular expression it would not compile.
      if (low <= high) set += `${escapeInSet(low)}-${escapeInSet(high)}`
      at += 2
    } else set += escapeInSet(low)
  }
  if (set === '') return isNegated ? '.' : '(?!)'
  return isNegated ? `[^${set}]` : `[${set}]`
}

function escape(char: string): string {
  return char.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

function escapeInSet(char: string): string {
  return char.replace(/[\\^\]\-[]/g, '\\$&')
}
