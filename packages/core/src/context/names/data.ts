import { createHash } from 'node:crypto'
import {
  Dict,
  dumpJson,
  Float,
  fromJs,
  hostFunction,
  isTruthy,
  raise,
  readArguments,
  SetValue,
  toJs,
  toText,
  Tuple,
  type Value,
} from '@btn/jinja'
import type { Json } from '../../types/index.ts'
import {
  floatMarker,
  intMarker,
  parseYaml,
  PlainScalar,
  stringifyYaml,
  type YamlData,
} from '../../yaml/index.ts'
import { parsePythonJson } from '../python/json.ts'

/** `fromjson(text, default)` */
export const fromjson = (): Value =>
  hostFunction('fromjson', (args) => {
    const [text, otherwise] = readArguments(args, 'fromjson', ['string', 'default?'])
    return orDefault(() => fromJs(parsePythonJson(toText(text ?? null))), otherwise)
  })

/** `tojson(value, default, sort_keys)`, spaced as Python writes it. */
export const tojson = (): Value =>
  hostFunction('tojson', (args) => {
    const [value, otherwise, sort] = readArguments(args, 'tojson', [
      'value',
      'default?',
      'sort_keys?',
    ])
    return orDefault(
      () => dumpJson(value ?? null, { sortKeys: isTruthy(sort ?? false) }),
      otherwise,
    )
  })

export const fromyaml = (): Value =>
  hostFunction('fromyaml', (args) => {
    const [text, otherwise] = readArguments(args, 'fromyaml', ['value', 'default?'])
    return orDefault(() => fromJs(parseYaml(toText(text ?? null))), otherwise)
  })

export const toyaml = (): Value =>
  hostFunction('toyaml', (args) => {
    const [value, otherwise, sort] = readArguments(args, 'toyaml', [
      'value',
      'default?',
      'sort_keys?',
    ])
    return orDefault(
      () => stringifyYaml(toYamlData(value ?? null), isTruthy(sort ?? false)),
      otherwise,
    )
  })

/** What YAML holds of a value. The same list or dict is the same data, and is known before what is in it. */
function toYamlData(value: Value, known = new Map<Value, YamlData>()): YamlData {
  const note = <T extends YamlData>(data: T): T => {
    known.set(value, data)
    return data
  }
  const inner = (item: Value): YamlData => toYamlData(item, known)
  const same = known.get(value)
  if (same !== undefined) return same
  if (value instanceof Dict) {
    const map = note(new Map<YamlData, YamlData>())
    for (const [key, item] of value.entries()) map.set(inner(key), inner(item))
    return map
  }
  if (value instanceof SetValue) return note(new Set([...value.iterate()].map(inner)))
  const items = value instanceof Tuple ? value.items : value
  if (!Array.isArray(items)) return note(toYamlScalar(value))
  // PyYAML writes an empty tuple wherever it comes.
  const list: YamlData[] = []
  if (Array.isArray(value) || items.length > 0) note(list)
  for (const item of items) list.push(inner(item))
  return list
}

/** Python's numbers stay what they are. */
function toYamlScalar(value: Value): Json | PlainScalar {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value
  if (typeof value === 'bigint') return intMarker(value)
  if (typeof value === 'string') return value
  if (value instanceof Float) return floatMarker(value.value)
  if (Array.isArray(value) || !('typeName' in value)) return toText(value)
  const isDay = value.typeName === 'datetime.date' || value.typeName === 'datetime.datetime'
  return isDay ? new PlainScalar(toText(value)) : raise('TypeError', 'YAML cannot hold this value')
}

/** dbt gives the default for text that cannot be read, whatever is wrong with it. */
function orDefault(make: () => Value, otherwise: Value | undefined): Value {
  try {
    return make()
  } catch {
    return otherwise ?? null
  }
}

function items(value: Value | undefined): Iterable<Value> | undefined {
  if (typeof value === 'string') return [...value]
  if (Array.isArray(value)) return value
  return typeof value === 'object' && value !== null && 'iterate' in value
    ? value.iterate?.()
    : undefined
}

/** `set(values, default)`: null, or the default, for what is no sequence. */
export const set = (): Value =>
  hostFunction('set', (args) => {
    const [value, otherwise] = readArguments(args, 'set', ['value', 'default?'])
    const found = items(value)
    return found ? SetValue.from(found) : (otherwise ?? null)
  })

export const setStrict = (): Value =>
  hostFunction('set_strict', (args) => {
    const [value] = readArguments(args, 'set_strict', ['value'])
    return SetValue.from(items(value) ?? notIterable(value))
  })

export const zip = (): Value =>
  hostFunction('zip', (args) => {
    const lists = args.positional.map(items)
    if (lists.some((list) => list === undefined)) return args.named.get('default') ?? null
    return zipped(lists.map((list) => [...(list ?? [])]))
  })

export const zipStrict = (): Value =>
  hostFunction('zip_strict', (args) =>
    zipped(args.positional.map((value) => [...(items(value) ?? notIterable(value))])),
  )

function zipped(lists: readonly (readonly Value[])[]): Value {
  const length = lists.length === 0 ? 0 : Math.min(...lists.map((list) => list.length))
  return Array.from({ length }, (_, index) => new Tuple(lists.map((list) => list[index] ?? null)))
}

function notIterable(value: Value | undefined): never {
  return raise('CompilationError', `${toText(value ?? null)} is no sequence`)
}

/** `local_md5(text)`: the digest, computed here and not in the database. */
export const localMd5 = (): Value =>
  hostFunction('local_md5', (args) => {
    const [value] = readArguments(args, 'local_md5', ['value'])
    return createHash('md5')
      .update(toText(value ?? null))
      .digest('hex')
  })

/** The entries of the first dict of lists that the second one lacks; keys and values compared without case. */
export const diffOfTwoDicts = (): Value =>
  hostFunction('diff_of_two_dicts', (args) => {
    const [first, second] = readArguments(args, 'diff_of_two_dicts', ['dict_a', 'dict_b'])
    const others = new Map(
      Object.entries(toLists(second)).map(([key, values]) => [key.toLowerCase(), lowered(values)]),
    )
    const difference: Record<string, readonly string[]> = {}
    for (const [key, values] of Object.entries(toLists(first))) {
      const known = others.get(key.toLowerCase())
      const missing = known ? values.filter((value) => !known.has(value.toLowerCase())) : values
      if (missing.length > 0) difference[key] = missing
    }
    return fromJs(difference)
  })

function lowered(values: readonly string[]): ReadonlySet<string> {
  return new Set(values.map((value) => value.toLowerCase()))
}

function toLists(value: Value | undefined): Readonly<Record<string, readonly string[]>> {
  const plain = toJs(value ?? null)
  if (typeof plain !== 'object' || plain === null) return {}
  return Object.fromEntries(
    Object.entries(plain).map(([key, list]) => [
      key,
      (Array.isArray(list) ? list : [list]).map(String),
    ]),
  )
}
