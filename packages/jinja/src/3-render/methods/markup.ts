import { escapeHtml, Markup } from '../values/markup.ts'
import { isText, plain } from '../values/text.ts'
import { Tuple } from '../values/tuple.ts'
import type { Value } from '../values/value.ts'
import { textArg } from './arguments.ts'
import { methodTable, type MethodRule, type MethodTable } from './define.ts'
import { textMethods } from './text.ts'

/** The methods of Markup: what comes in is escaped, what comes out is Markup again. */
function asMarkupMethod(rule: MethodRule): MethodRule {
  return (self, args) => {
    const positional = args.positional.map(escapeArgument)
    const result = rule(textArg(self), { ...args, positional })
    if (result instanceof Promise) return result
    if (Array.isArray(result)) return result.map(asMarkup)
    return result instanceof Tuple ? new Tuple(result.items.map(asMarkup)) : asMarkup(result)
  }
}

function asMarkup(value: Value): Value {
  return isText(value) ? new Markup(plain(value)) : value
}

function escapeArgument(value: Value): Value {
  if (value instanceof Markup) return value.text
  if (isText(value)) return escapeHtml(plain(value))
  return Array.isArray(value) ? value.map(escapeArgument) : value
}

export const markupMethods: MethodTable = new Map<string, MethodRule>([
  ...[...textMethods].map(([name, rule]): [string, MethodRule] => [name, asMarkupMethod(rule)]),
  ...methodTable(textArg, [
    ['striptags', [], (text) => stripTags(text)],
    ['unescape', [], unescapeHtml],
  ]),
])

/** The text of a piece of HTML: no tags, no comments, single spaces. */
export function stripTags(text: string): string {
  const bare = text.replace(/<!--[\s\S]*?-->/g, '').replace(/<[^>]*>/g, '')
  return unescapeHtml(
    bare
      .split(/\s+/)
      .filter((it) => it !== '')
      .join(' '),
  )
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
}

function unescapeHtml(text: string): string {
  return text.replace(/&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(\w+));/g, (all, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? all) : all
  })
}
