const SIMPLE: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

const ESCAPE =
  /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|N\{([^}]*)\}|([\s\S]))/g

export type Decoded = { readonly text: string } | { readonly problem: string }

/** The text that a string literal (without its quotes) stands for: Python's escapes, line ends as `\n`. */
export function decodeString(raw: string): Decoded {
  const normal = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw
  if (!normal.includes('\\')) return { text: normal }
  let problem: string | undefined
  const text = normal.replace(
    ESCAPE,
    (all, x?: string, u?: string, U?: string, octal?: string, named?: string, one?: string) => {
      const hex = x ?? u ?? U
      if (hex !== undefined) {
        const code = Number.parseInt(hex, 16)
        if (code <= 0x10ffff) return String.fromCodePoint(code)
        problem = `${all} is no Unicode character`
        return ''
      }
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8))
      if (named !== undefined) problem = `characters by name, as ${all}, are not supported`
      else if (one === 'x' || one === 'u' || one === 'U')
        problem = `${all} lacks hexadecimal digits`
      else if (one === 'N') problem = `${all} lacks a name in braces`
      return SIMPLE[one ?? ''] ?? all
    },
  )
  return problem === undefined ? { text } : { problem }
}
