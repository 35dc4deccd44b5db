import { codePoints } from '@btn/diagnostics'
import { typeError, valueError } from '../errors.ts'
import { findInt } from '../operators/numbers.ts'
import { Dict } from '../values/dict.ts'
import { findText } from '../values/text.ts'
import { textArg, type Arg } from './arguments.ts'

export function translate(text: string, table: Arg): string {
  if (!(table instanceof Dict)) return typeError('a table made by maketrans is expected')
  return codePoints(text)
    .map((char) => {
      const to = table.get(char.codePointAt(0) ?? 0)
      if (to === undefined) return char
      const code = findInt(to)
      return to === null
        ? ''
        : code === undefined
          ? textArg(to)
          : String.fromCodePoint(Number(code))
    })
    .join('')
}

export function makeTranslation(from: Arg, to: Arg, removed: Arg): Dict {
  const table = new Dict()
  if (to === undefined) {
    if (!(from instanceof Dict)) return typeError('a dict is expected')
    for (const [key, value] of from.entries()) {
      const text = findText(key)
      table.set(text === undefined ? key : (text.codePointAt(0) ?? 0), value)
    }
    return table
  }
  const targets = codePoints(textArg(to))
  const sources = codePoints(textArg(from))
  if (sources.length !== targets.length)
    valueError('the first two arguments must have equal length')
  for (const [at, char] of sources.entries()) {
    table.set(char.codePointAt(0) ?? 0, targets[at]?.codePointAt(0) ?? 0)
  }
  for (const char of codePoints(removed === undefined ? '' : textArg(removed))) {
    table.set(char.codePointAt(0) ?? 0, null)
  }
  return table
}
