import { dumpJson } from '../json.ts'
import { findInt } from '../operators/numbers.ts'
import { findText } from '../values/text.ts'
import { Markup } from '../values/markup.ts'
import { filter, type Arg, type FilterTable } from './define.ts'

const UNSAFE: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  "'": '\\u0027',
}

function indentOf(indent: Arg): string | undefined {
  if (indent === undefined || indent === null) return undefined
  const width = findInt(indent)
  return width === undefined ? findText(indent) : ' '.repeat(Number(width))
}

export const jsonFilters: FilterTable = [
  filter('tojson', ['indent?'], (value, [indent]) => {
    const text = dumpJson(value, { sortKeys: true, indent: indentOf(indent) })
    return new Markup(text.replace(/[<>&']/g, (char) => UNSAFE[char] ?? char))
  }),
]
