import { codePoints, countCodePoints } from '@btn/diagnostics'
import { attributeError, fail, filterError, typeError } from '../errors.ts'
import { formatPercent } from '../format/percent.ts'
import { stripTags } from '../methods/markup.ts'
import { capitalize, center, strip } from '../methods/text.ts'
import { splitLines } from '../methods/text-split.ts'
import { lengthOf } from '../operators/iterate.ts'
import { typeName } from '../type-name.ts'
import { Dict } from '../values/dict.ts'
import { escapeHtml, Markup } from '../values/markup.ts'
import { findText, isText, plain, toText, toTracedText } from '../values/text.ts'
import { cut, joinTexts, replaceText } from '../values/traced.ts'
import { Tuple } from '../values/tuple.ts'
import { Undefined } from '../values/undefined.ts'
import type { TextValue, Value } from '../values/value.ts'
import { intOr, isSet, strictText } from './arguments.ts'
import { filter, type Arg, type FilterCall, type FilterTable } from './define.ts'
import { wrapText } from './wrap.ts'

/** Text, or Markup when the value was. */
function like(value: Value, text: string): Value {
  return value instanceof Markup ? new Markup(text) : text
}

function traced(value: Value): TextValue {
  return value instanceof Markup ? value.text : toTracedText(value)
}

function trim(value: Value, [chars]: readonly Arg[]): Value {
  if (value instanceof Markup) return new Markup(toText(strip(value.text, chars, 'both')))
  return strip(toTracedText(value), chars, 'both')
}

/** Indents all lines but the first, and none that is empty, unless told to; lines keep their origins. */
function indent(value: Value, [width, first, blank]: readonly Arg[]): Value {
  if (value instanceof Undefined) return value.fail()
  if (!isText(value)) return typeError(`text is expected, not ${typeName(value)}`)
  const prefix =
    width === undefined ? ' '.repeat(4) : (findText(width) ?? ' '.repeat(intOr(width, 4)))
  const lines = linesOf(traced(value))
  const indented = lines.map((line, index) => {
    const isIndented = index === 0 ? isSet(first) : isSet(blank) || line.length > 0
    return isIndented ? joinTexts([prefix, line]) : line
  })
  const text = joinTexts(indented, '\n')
  return value instanceof Markup ? new Markup(toText(text)) : text
}

/** As `splitlines`, but a text that ends with a line end has one more, empty line. */
function linesOf(text: TextValue): TextValue[] {
  const lines: TextValue[] = []
  let start = 0
  for (const whole of splitLines(`${plain(text)}\n`, true)) {
    const bare = splitLines(whole, false)[0] ?? ''
    lines.push(cut(text, start, start + bare.length))
    start += whole.length
  }
  return lines
}

function replace(value: Value, [from, to, count]: readonly Arg[], call: FilterCall): Value {
  const limit = count === undefined || count === null ? Number.MAX_SAFE_INTEGER : intOr(count, 0)
  const most = limit < 0 ? Number.MAX_SAFE_INTEGER : limit
  const search = from ?? null
  const replacement = to ?? null
  if (call.isEscaped) {
    const escape = (it: Value): string => (it instanceof Markup ? it.text : escapeHtml(toText(it)))
    return new Markup(toText(replaceText(escape(value), escape(search), escape(replacement), most)))
  }
  return replaceText(traced(value), toText(search), traced(replacement), most)
}

function truncate(value: Value, args: readonly Arg[]): Value {
  const length = intOr(args[0], 255)
  const end = args[2] === undefined ? '...' : strictText(args[2], 'end')
  const leeway = args[3] === undefined || args[3] === null ? 5 : intOr(args[3], 5)
  const size = countCodePoints(end)
  if (length < size || leeway < 0) {
    fail('invalid-value', {
      pythonType: 'AssertionError',
      problem: `the length must be at least ${size}`,
    })
  }
  if (lengthOf(value) <= length + leeway) return value
  const text = codePoints(strictText(value, 'the value'))
    .slice(0, length - size)
    .join('')
  const space = text.lastIndexOf(' ')
  const kept = isSet(args[1]) || space === -1 ? text : text.slice(0, space)
  return like(value, kept + end)
}

function title(value: Value): Value {
  const words = toText(value).match(/[-\s({[<]+|[^-\s({[<]+/g) ?? []
  const text = words.map((word) => {
    const [head = '', ...rest] = codePoints(word)
    return head.toUpperCase() + rest.join('').toLowerCase()
  })
  return text.join('')
}

function format(value: Value, _: readonly Arg[], { positional, named }: FilterCall): Value {
  if (positional.length > 0 && named.size > 0) {
    filterError('format() takes positional or named arguments, not both')
  }
  const text = value instanceof Markup ? value : toTracedText(value)
  return formatPercent(text, named.size > 0 ? new Dict(named) : new Tuple(positional))
}

function wordWrap(value: Value, args: readonly Arg[]): Value {
  const [width, breakLong, glue, breakHyphens] = args
  const joiner = glue === undefined || glue === null ? '\n' : strictText(glue, 'wrapstring')
  const options = {
    width: intOr(width, 79),
    breaksLongWords: breakLong === undefined || isSet(breakLong),
    breaksOnHyphens: breakHyphens === undefined || isSet(breakHyphens),
  }
  if (value instanceof Undefined) return value.isTolerant ? '' : value.fail()
  const text = findText(value) ?? attributeError(typeName(value), 'splitlines')
  return splitLines(text, false)
    .map((line) => wrapText(line, options).join(joiner))
    .join(joiner)
}

function asString(value: Value): Value {
  return value instanceof Markup ? value : toTracedText(value)
}

export const textFilters: FilterTable = [
  filter('capitalize', [], (value) => like(value, capitalize(toText(value)))),
  filter('center', ['width?'], (value, [width]) =>
    like(value, center(toText(value), width ?? 80, undefined)),
  ),
  ['format', (value, call) => format(value, [], call)],
  filter('indent', ['width?', 'first?', 'blank?'], indent),
  filter('lower', [], (value) => like(value, toText(value).toLowerCase())),
  filter('replace', ['old', 'new', 'count?'], replace),
  filter('string', [], asString),
  filter('striptags', [], (value) => stripTags(toText(value))),
  filter('title', [], (value) => title(value)),
  filter('trim', ['chars?'], trim),
  filter('truncate', ['length?', 'killwords?', 'end?', 'leeway?'], truncate),
  filter('upper', [], (value) => like(value, toText(value).toUpperCase())),
  filter('wordwrap', ['width?', 'break_long_words?', 'wrapstring?', 'break_on_hyphens?'], wordWrap),
]
