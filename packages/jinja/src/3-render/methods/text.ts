import { isSpace } from '../../1-parse/whitespace.ts'
import { overflowError, typeError, valueError } from '../errors.ts'
import { formatMethod } from '../format/format-method.ts'
import { readArguments } from '../match-arguments.ts'
import { characters, iterate } from '../operators/iterate.ts'
import { findInt } from '../operators/numbers.ts'
import { isTruthy } from '../operators/truth.ts'
import { typeName } from '../type-name.ts'
import { Dict } from '../values/dict.ts'
import { escapeHtml, Markup } from '../values/markup.ts'
import { findText, isText, plain } from '../values/text.ts'
import { cut, joinTexts, replaceText } from '../values/traced.ts'
import { Tuple } from '../values/tuple.ts'
import type { CallArguments, TextValue, Value } from '../values/value.ts'
import { methodTable, type Definition, type MethodRule, type MethodTable } from './define.ts'
import { casefold, isTitle, swapCase, titleCase } from './text-case.ts'
import { characterTests } from './text-classes.ts'
import { expandTabs, splitFromRight, splitLines, splitText } from './text-split.ts'

type Arg = Value | undefined

function textArg(value: Arg): string {
  const text = value === undefined ? undefined : findText(value)
  return text ?? typeError(`a str is expected, not '${typeName(value ?? null)}'`)
}

function intArg(value: Arg, otherwise: number): number {
  if (value === undefined || value === null) return otherwise
  const int = findInt(value)
  return int === undefined
    ? typeError(`'${typeName(value)}' object cannot be interpreted as an integer`)
    : Number(int)
}

const MAX_WIDTH = 50_000_000

/** How many characters are missing to a width; by code points, as Python counts. */
function missing(text: string, width: Arg): number {
  const wanted = intArg(width, 0)
  if (wanted > MAX_WIDTH) overflowError('this width is too large', 'MemoryError')
  return Math.max(0, wanted - characters(text).length)
}

function fillArg(value: Arg): string {
  const fill = value === undefined ? ' ' : textArg(value)
  if (characters(fill).length !== 1)
    typeError('The fill character must be exactly one character long')
  return fill
}

function center(text: string, width: Arg, fill: Arg): string {
  const pad = missing(text, width)
  // Python puts the odd one left when the width is odd, too.
  const left = Math.floor(pad / 2) + (pad & intArg(width, 0) & 1)
  const char = fillArg(fill)
  return char.repeat(left) + text + char.repeat(pad - left)
}

function zfill(text: string, width: Arg): string {
  const zeros = '0'.repeat(missing(text, width))
  const hasSign = text.startsWith('-') || text.startsWith('+')
  return hasSign ? text.slice(0, 1) + zeros + text.slice(1) : zeros + text
}

interface Window {
  readonly text: string
  readonly start: number
}

/** The part of a text between two indices, as `find` and others take them. */
function windowOf(text: string, start: Arg, end: Arg): Window | undefined {
  if (start === undefined && end === undefined) return { text, start: 0 }
  const chars = characters(text)
  const clamp = (index: number): number => Math.max(0, index < 0 ? index + chars.length : index)
  const from = clamp(intArg(start, 0))
  if (from > chars.length) return undefined
  const to = Math.min(clamp(intArg(end, chars.length)), chars.length)
  return from > to ? undefined : { text: chars.slice(from, to).join(''), start: from }
}

type Search = (text: string, part: string) => number

/** An index in code points, or -1. */
function find(search: Search, text: string, part: Arg, start: Arg, end: Arg): number {
  const window = windowOf(text, start, end)
  const wanted = textArg(part)
  const at = window ? search(window.text, wanted) : -1
  if (!window || at === -1) return -1
  return window.start + characters(window.text.slice(0, at)).length
}

const first: Search = (text, part) => text.indexOf(part)
const last: Search = (text, part) => text.lastIndexOf(part)

function indexOf(search: Search, text: string, part: Arg, start: Arg, end: Arg): number {
  const at = find(search, text, part, start, end)
  return at === -1 ? valueError('substring not found') : at
}

function count(text: string, part: Arg, start: Arg, end: Arg): number {
  const window = windowOf(text, start, end)
  const wanted = textArg(part)
  if (!window) return 0
  return wanted === '' ? characters(window.text).length + 1 : window.text.split(wanted).length - 1
}

type Affix = (text: string, part: string) => boolean

function hasAffix(test: Affix, text: string, parts: Arg, start: Arg, end: Arg): boolean {
  const window = windowOf(text, start, end)
  const wanted = parts instanceof Tuple ? parts.items.map(textArg) : [textArg(parts)]
  return window !== undefined && wanted.some((part) => test(window.text, part))
}

const starts: Affix = (text, part) => text.startsWith(part)
const ends: Affix = (text, part) => text.endsWith(part)

function partition(text: string, separator: string, at: number, whole: 'first' | 'last'): Tuple {
  if (separator === '') valueError('empty separator')
  if (at === -1) return new Tuple(whole === 'first' ? [text, '', ''] : ['', '', text])
  return new Tuple([text.slice(0, at), separator, text.slice(at + separator.length)])
}

function translate(text: string, table: Arg): string {
  if (!(table instanceof Dict)) return typeError('a table made by maketrans is expected')
  return characters(text)
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

function makeTranslation(from: Arg, to: Arg, removed: Arg): Dict {
  const table = new Dict()
  if (to === undefined) {
    if (!(from instanceof Dict)) return typeError('a dict is expected')
    for (const [key, value] of from.entries()) {
      const text = findText(key)
      table.set(text === undefined ? key : (text.codePointAt(0) ?? 0), value)
    }
    return table
  }
  const targets = characters(textArg(to))
  const sources = characters(textArg(from))
  if (sources.length !== targets.length)
    valueError('the first two arguments must have equal length')
  for (const [at, char] of sources.entries()) {
    table.set(char.codePointAt(0) ?? 0, targets[at]?.codePointAt(0) ?? 0)
  }
  for (const char of characters(removed === undefined ? '' : textArg(removed))) {
    table.set(char.codePointAt(0) ?? 0, null)
  }
  return table
}

/** Without the characters of a set, or without white space, at its ends; origins stay. */
export function strip(text: TextValue, chars: Arg, where: 'both' | 'start' | 'end'): TextValue {
  const all = plain(text)
  const isRemoved = removalOf(chars)
  let start = 0
  let end = all.length
  if (where !== 'end') while (start < end && isRemoved(all, start)) start++
  if (where !== 'start') while (end > start && isRemoved(all, end - 1)) end--
  return start === 0 && end === all.length ? text : cut(text, start, end)
}

function removalOf(chars: Arg): (text: string, at: number) => boolean {
  if (chars === undefined || chars === null) return (text, at) => isSpace(text.charCodeAt(at))
  const set = textArg(chars)
  return (text, at) => set.includes(text.charAt(at))
}

function join(separator: TextValue, items: Arg): TextValue {
  const parts: TextValue[] = []
  for (const item of iterate(items ?? null)) {
    if (!isText(item)) {
      typeError(`sequence item ${parts.length}: expected str instance, ${typeName(item)} found`)
    }
    parts.push(item instanceof Markup ? item.text : item)
  }
  return joinTexts(parts, separator)
}

function replace(text: TextValue, from: Arg, to: Arg, limit: Arg): TextValue {
  const search = textArg(from)
  const most = intArg(limit, -1)
  const replacement = to !== undefined && isText(to) && !(to instanceof Markup) ? to : textArg(to)
  return replaceText(text, search, replacement, most < 0 ? Number.MAX_SAFE_INTEGER : most)
}

function removePrefix(text: TextValue, part: Arg): TextValue {
  const prefix = textArg(part)
  return plain(text).startsWith(prefix) ? cut(text, prefix.length, text.length) : text
}

function removeSuffix(text: TextValue, part: Arg): TextValue {
  const suffix = textArg(part)
  const hasSuffix = suffix !== '' && plain(text).endsWith(suffix)
  return hasSuffix ? cut(text, 0, text.length - suffix.length) : text
}

const RANGE = ['sub', 'start?', 'end?', '/']

const plainDefinitions: readonly Definition<string>[] = [
  ['capitalize', [], (text) => capitalize(text)],
  ['casefold', [], casefold],
  ['center', ['width', 'fillchar?', '/'], center],
  ['count', RANGE, count],
  ['endswith', RANGE, (text, ...args) => hasAffix(ends, text, ...at3(args))],
  ['expandtabs', ['tabsize?'], (text, size) => expandTabs(text, intArg(size, 8))],
  ['find', RANGE, (text, ...args) => find(first, text, ...at3(args))],
  ['index', RANGE, (text, ...args) => indexOf(first, text, ...at3(args))],
  ['istitle', [], isTitle],
  [
    'ljust',
    ['width', 'fillchar?', '/'],
    (text, width, fill) => text + fillArg(fill).repeat(missing(text, width)),
  ],
  ['lower', [], (text) => text.toLowerCase()],
  [
    'maketrans',
    ['x', 'y?', 'z?', '/'],
    (_, from, to, removed) => makeTranslation(from, to, removed),
  ],
  [
    'partition',
    ['sep', '/'],
    (text, sep) => partition(text, textArg(sep), text.indexOf(textArg(sep)), 'first'),
  ],
  ['rfind', RANGE, (text, ...args) => find(last, text, ...at3(args))],
  ['rindex', RANGE, (text, ...args) => indexOf(last, text, ...at3(args))],
  [
    'rjust',
    ['width', 'fillchar?', '/'],
    (text, width, fill) => fillArg(fill).repeat(missing(text, width)) + text,
  ],
  [
    'rpartition',
    ['sep', '/'],
    (text, sep) => partition(text, textArg(sep), text.lastIndexOf(textArg(sep)), 'last'),
  ],
  [
    'rsplit',
    ['sep?', 'maxsplit?'],
    (text, sep, max) => splitFromRight(text, separatorArg(sep), intArg(max, -1)),
  ],
  [
    'split',
    ['sep?', 'maxsplit?'],
    (text, sep, max) => splitText(text, separatorArg(sep), intArg(max, -1)),
  ],
  ['splitlines', ['keepends?'], (text, keep) => splitLines(text, isTruthy(keep ?? false))],
  ['startswith', RANGE, (text, ...args) => hasAffix(starts, text, ...at3(args))],
  ['swapcase', [], swapCase],
  ['title', [], titleCase],
  ['translate', ['table', '/'], translate],
  ['upper', [], (text) => text.toUpperCase()],
  ['zfill', ['width', '/'], zfill],
  ...characterTests,
]

function at3(args: readonly Arg[]): [Arg, Arg, Arg] {
  return [args[0], args[1], args[2]]
}

function separatorArg(value: Arg): string | undefined {
  return value === undefined || value === null ? undefined : textArg(value)
}

export function capitalize(text: string): string {
  const [head = '', ...rest] = characters(text)
  return head.toUpperCase() + rest.join('').toLowerCase()
}

const tracedDefinitions: readonly Definition<TextValue>[] = [
  ['join', ['iterable', '/'], join],
  ['lstrip', ['chars?', '/'], (text, chars) => strip(text, chars, 'start')],
  ['removeprefix', ['prefix', '/'], removePrefix],
  ['removesuffix', ['suffix', '/'], removeSuffix],
  ['replace', ['old', 'new', 'count?', '/'], replace],
  ['rstrip', ['chars?', '/'], (text, chars) => strip(text, chars, 'end')],
  ['strip', ['chars?', '/'], (text, chars) => strip(text, chars, 'both')],
]

function asTraced(self: Value): TextValue {
  return isText(self) && !(self instanceof Markup) ? self : textArg(self)
}

function formatMap(self: Value, args: CallArguments): Value {
  const [map] = readArguments(args, 'format_map', ['mapping', '/'])
  return formatMethod(textArg(self), { ...args, positional: [] }, map ?? null)
}

export const textMethods: MethodTable = new Map<string, MethodRule>([
  ...methodTable(textArg, plainDefinitions),
  ...methodTable(asTraced, tracedDefinitions),
  ['format', (self, args) => formatMethod(textArg(self), args)],
  ['format_map', formatMap],
])

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
