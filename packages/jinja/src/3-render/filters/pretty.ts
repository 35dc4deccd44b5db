import { Dict } from '../values/dict.ts'
import { SetValue } from '../values/set.ts'
import { toRepr } from '../values/text.ts'
import { Tuple } from '../values/tuple.ts'
import type { Value } from '../values/value.ts'
import { compareValues } from '../operators/compare.ts'
import { typeName } from '../type-name.ts'
import { DiagnosticError } from '@btn/diagnostics'

const WIDTH = 80

/** `pprint.pformat(value)`: on one line when it fits, else one item per line; dicts are sorted. */
export function formatPretty(value: Value): string {
  return write(value, 0, 0)
}

/** `indent` is where the value starts, `reserved` what must follow on its last line. */
function write(value: Value, indent: number, reserved: number): string {
  const flat = writeFlat(value)
  if (flat.length <= WIDTH - indent - reserved) return flat
  if (value instanceof Dict) return writeDict(value, indent, reserved)
  if (Array.isArray(value)) return writeItems('[', value, ']', indent, reserved)
  if (value instanceof Tuple) {
    return writeItems('(', value.items, value.items.length === 1 ? ',)' : ')', indent, reserved)
  }
  if (value instanceof SetValue)
    return writeItems('{', sorted([...value.iterate()]), '}', indent, reserved)
  return flat
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
  indent: number,
  reserved: number,
): string {
  const inner = indent + 1
  const lines = items.map((item, index) => {
    const isLast = index === items.length - 1
    return write(item, inner, isLast ? reserved + closing.length : 1)
  })
  return opening + lines.join(`,\n${' '.repeat(inner)}`) + closing
}

function writeDict(dict: Dict, indent: number, reserved: number): string {
  const entries = sortedEntries(dict)
  const lines = entries.map(([key, item], index) => {
    const name = `${toRepr(key)}: `
    const isLast = index === entries.length - 1
    return name + write(item, indent + 1 + name.length, isLast ? reserved + 1 : 1)
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
