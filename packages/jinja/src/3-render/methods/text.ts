import { codePoints, countCodePoints } from '@btn/diagnostics'
import { isSpace } from '../../1-parse/whitespace.ts'
import { overflowError, typeError } from '../errors.ts'
import { formatMethod } from '../format/format-method.ts'
import { readArguments } from '../match-arguments.ts'
import { iterate } from '../operators/iterate.ts'
import { isTruthy } from '../operators/truth.ts'
import { typeName } from '../type-name.ts'
import { Markup } from '../values/markup.ts'
import { isText, plain } from '../values/text.ts'
import { cut, joinTexts, replaceText } from '../values/traced.ts'
import type { CallArguments, TextValue, Value } from '../values/value.ts'
import { intArg, textArg, type Arg } from './arguments.ts'
import { methodTable, type Definition, type MethodRule, type MethodTable } from './define.ts'
import { casefold, isTitle, swapCase, titleCase } from './text-case.ts'
import { characterTests } from './text-classes.ts'
import {
  count,
  ends,
  find,
  first,
  hasAffix,
  indexOf,
  last,
  partition,
  starts,
} from './text-search.ts'
import { expandTabs, splitFromRight, splitLines, splitText } from './text-split.ts'
import { makeTranslation, translate } from './text-translate.ts'

const MAX_WIDTH = 50_000_000

/** How many characters are missing to a width; by code points, as Python counts. */
function missing(text: string, width: Arg): number {
  const wanted = intArg(width, 0)
  if (wanted > MAX_WIDTH) overflowError('this width is too large', 'MemoryError')
  return Math.max(0, wanted - countCodePoints(text))
}

function fillArg(value: Arg): string {
  const fill = value === undefined ? ' ' : textArg(value)
  if (countCodePoints(fill) !== 1)
    typeError('The fill character must be exactly one character long')
  return fill
}

/** The text in the middle of so many characters. */
export function center(text: string, width: Arg, fill: Arg): string {
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
  const [head = '', ...rest] = codePoints(text)
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
