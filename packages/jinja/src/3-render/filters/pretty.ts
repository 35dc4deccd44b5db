import { Dict } from '../values/dict.ts'
import { Markup } from '../values/markup.ts'
import { SetValue } from '../values/set.ts'
import { splitLines } from '../methods/text-split.ts'
import { findText, toRepr } from '../values/text.ts'
import { Tuple } from '../values/tuple.ts'
import type { Value } from '../values/value.ts'
import { compareValues } from '../operators/compare.ts'
import { typeName } from '../type-name.ts'
import { DiagnosticError } from '@btn/diagnostics'

const WIDTH = 80

interface Place {
  /** The column where the value starts. */
  readonly indent: number
  /** How many characters must follow on its last line. */
  readonly reserved: number
  readonly isTop: boolean
}

/** `pprint.pformat(value)`: on one line when it fits, else one item per line; dicts are sorted. */
export function formatPretty(value: Value): string {
  return write(value, { indent: 0, reserved: 0, isTop: true })
}

function write(value: Value, place: Place): string {
  const flat = writeFlat(value)
  if (flat.length <= WIDTH - place.indent - place.reserved) return flat
  if (value instanceof Dict) return writeDict(value, place)
  if (Array.isArray(value)) return writeItems('[', value, ']', place)
  if (value instanceof Tuple) {
    return writeItems('(', value.items, value.items.length === 1 ? ',)' : ')', place)
  }
  if (value instanceof SetValue) {
    return writeItems('{', sorted([...value.iterate()]), '}', place)
  }
  const text = value instanceof Markup ? undefined : findText(value)
  return text === undefined ? flat : writeText(text, place)
}

/** A long text in pieces that end at white space, in parentheses when it stands alone. */
function writeText(text: string, { indent, reserved, isTop }: Place): string {
  const inner = isTop ? indent + 1 : indent
  const width = WIDTH - inner
  const lastWidth = width - (isTop ? reserved + 1 : reserved)
  const lines = splitLines(text, true)
  const pieces = lines.flatMap((line, index) => {
    const isLast = index === lines.length - 1
    return splitLine(line, width, isLast ? lastWidth : width)
  })
  const joined = pieces.map(toRepr).join(`\n${' '.repeat(inner)}`)
  return isTop && pieces.length > 1 ? `(${joined})` : joined
}

function splitLine(line: string, width: number, lastWidth: number): string[] {
  if (toRepr(line).length <= lastWidth) return [line]
  const words = line.match(/\S+\s*|\s+/g) ?? []
  const pieces: string[] = []
  let current = ''
  for (const [index, word] of words.entries()) {
    const limit = index === words.length - 1 ? lastWidth : width
    if (toRepr(current + word).length <= limit) current += word
    else {
      if (current !== '') pieces.push(current)
      current = word
    }
  }
  return current === '' ? pieces : [...pieces, current]
}

function writeFlat(value: Value): string {
  if (value instanceof Dict) {
    const items = sortedEntries(value).map(([key, item]) => `${writeFlat(key)}: ${writeFlat(item)}`)
    return `{${items.join(', ')}}`
  }
  if (Array.isArray(value)) return `[${value.map(writeFlat).join(', ')}]`
  if (value instanceof Tuple) {
    const items = value.items.map(writeFlat).join(', ')
    return value.items.length === 1 ? `(${items},)` : `(${items})`
  }
  if (value instanceof SetValue && value.size() > 0) {
    return `{${sorted([...value.iterate()])
      .map(writeFlat)
      .join(', ')}}`
  }
  return toRepr(value)
}

function writeItems(
  opening: string,
  items: readonly Value[],
  closing: string,
  { indent, reserved }: Place,
): string {
  const inner = indent + 1
  const lines = items.map((item, index) => {
    const isLast = index === items.length - 1
    const after = isLast ? reserved + closing.length : 1
    return write(item, { indent: inner, reserved: after, isTop: false })
  })
  return opening + lines.join(`,\n${' '.repeat(inner)}`) + closing
}

function writeDict(dict: Dict, { indent, reserved }: Place): string {
  const entries = sortedEntries(dict)
  const lines = entries.map(([key, item], index) => {
    const name = `${toRepr(key)}: `
    const after = index === entries.length - 1 ? reserved + 1 : 1
    return name + write(item, { indent: indent + 1 + name.length, reserved: after, isTop: false })
  })
  return `{${lines.join(`,\n${' '.repeat(indent + 1)}`)}}`
}

function sortedEntries(dict: Dict): (readonly [Value, Value])[] {
  return [...dict.entries()].sort(([left], [right]) => orderOf(left, right))
}

function sorted(items: Value[]): Value[] {
  return items.sort(orderOf)
}

/** What cannot be compared goes by the name of its type, as pprint does. */
function orderOf(left: Value, right: Value): number {
  try {
    return compareValues(left, right)
  } catch (thrown) {
    if (!(thrown instanceof DiagnosticError)) throw thrown
    const [first, second] = [pythonClass(left), pythonClass(right)]
    return first < second ? -1 : first > second ? 1 : 0
  }
}

function pythonClass(value: Value): string {
  return `<class '${typeName(value)}'>`
}
