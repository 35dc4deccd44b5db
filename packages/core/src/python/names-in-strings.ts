import { PythonSyntaxError, type Token } from './token.ts'
import { tokenize } from './tokenize.ts'

const PART = '(?:"(?:[^"]|"")+"|[A-Za-z_]\\w*)'
const FROM = new RegExp(
  `\\b(?:from|join|describe|summarize|table)\\s+(${PART}(?:\\.${PART}){0,2})(?![\\w.]|\\s*\\()`,
  'gi',
)
const WHOLE = new RegExp(`^${PART}(?:\\.${PART}){0,2}$`)

/**
 * The relations that SQL in the strings of a Python program seems to read (`from main.orders`), and strings that are the argument of
 * `.table()` or `.view()`. A guess: names that the program puts together only when it runs are not among them.
 */
export function namesInStrings(program: string): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>()
  for (const [before, text] of strings(tokensOf(program))) {
    const isName = /^\.(?:table|view)\($/.test(before) && WHOLE.test(text)
    const names = isName ? [text] : [...text.matchAll(FROM)].map((match) => match[1] ?? '')
    for (const name of names) found.set(name, readParts(name))
  }
  return [...found.values()]
}

/** A text that is no Python fails when it runs; here it has no names. */
function tokensOf(program: string): readonly Token[] {
  try {
    return tokenize(program)
  } catch (error) {
    if (error instanceof PythonSyntaxError) return []
    throw error
  }
}

function* strings(tokens: readonly Token[]): Iterable<readonly [before: string, text: string]> {
  for (const [at, { kind, text }] of tokens.entries()) {
    if (kind !== 'string') continue
    const [, quote = "'"] = /^[a-zA-Z]*('''|"""|'|")/.exec(text) ?? []
    const start = text.indexOf(quote) + quote.length
    const before = tokens.slice(Math.max(0, at - 3), at)
    yield [before.map((token) => token.text).join(''), text.slice(start, -quote.length)]
  }
}

function readParts(name: string): readonly string[] {
  return [...name.matchAll(/"((?:[^"]|"")+)"|(\w+)/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
  )
}
