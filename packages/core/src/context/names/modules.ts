import { diagnostic } from '@btn/diagnostics'
import {
  callValue,
  hostFunction,
  isTruthy,
  iterate,
  raise,
  readArguments,
  SetValue,
  toText,
  Tuple,
  type Value,
} from '@btn/jinja'
import type { Context, NameBuilder } from '../context.ts'
import { datetimeModule } from '../python/datetime-module.ts'
import { reModule } from '../python/re-module.ts'
import { findZone, utc, ZoneValue } from '../python/zone.ts'
import { tellWarning } from '../tell-warning.ts'
import { lazyRecord, record } from '../values/record.ts'

const pytzMembers = record('module', {
  FixedOffset: hostFunction('FixedOffset', (args) => {
    const [minutes] = readArguments(args, 'FixedOffset', ['offset'])
    const fixedMinutes = typeof minutes === 'number' ? minutes : 0
    return new ZoneValue({ name: `pytz.FixedOffset(${fixedMinutes})`, fixedMinutes })
  }),
  utc: new ZoneValue(utc),
  UTC: new ZoneValue(utc),
  timezone: hostFunction('timezone', (args) => {
    const [name] = readArguments(args, 'timezone', ['zone'])
    return new ZoneValue(findZone(toText(name ?? null)))
  }),
})

const LISTS = ['all_timezones', 'common_timezones']
const SETS = ['all_timezones_set', 'common_timezones_set']

/** The lists of zones are long, and made when somebody asks. */
const pytz = lazyRecord(
  'module',
  [...(pytzMembers.attributeNames?.() ?? []), ...LISTS, ...SETS],
  (name) => {
    if (LISTS.includes(name)) return Intl.supportedValuesOf('timeZone')
    if (SETS.includes(name)) return SetValue.from(Intl.supportedValuesOf('timeZone'))
    return pytzMembers.getAttribute?.(name)
  },
)

function tuples(lists: readonly (readonly Value[])[]): Value[] {
  return lists.map((list) => new Tuple([...list]))
}

function product(lists: readonly (readonly Value[])[]): readonly (readonly Value[])[] {
  return lists.reduce<readonly (readonly Value[])[]>(
    (done, list) => done.flatMap((head) => list.map((item) => [...head, item])),
    [[]],
  )
}

function choose(
  items: readonly Value[],
  size: number,
  isOrdered: boolean,
): readonly (readonly Value[])[] {
  if (size === 0) return [[]]
  return items.flatMap((item, index) => {
    const rest = isOrdered ? items.filter((_, at) => at !== index) : items.slice(index + 1)
    return choose(rest, size - 1, isOrdered).map((tail) => [item, ...tail])
  })
}

function chooseAgain(items: readonly Value[], size: number): readonly (readonly Value[])[] {
  if (size === 0) return [[]]
  return items.flatMap((item, index) =>
    chooseAgain(items.slice(index), size - 1).map((tail) => [item, ...tail]),
  )
}

function synchronous(value: Value | Promise<Value>): Value {
  return value instanceof Promise
    ? raise('NotImplementedError', 'starmap() takes no function that asks the database')
    : value
}

function chooser(name: string, isOrdered: boolean): Value {
  return hostFunction(name, (args) => {
    const [items, size] = readArguments(args, name, ['iterable', 'r?'])
    const list = [...iterate(items ?? [])]
    return tuples(choose(list, typeof size === 'number' ? size : list.length, isOrdered))
  })
}

/** The lists as long as the longest, filled up. */
function zipLongest(lists: readonly (readonly Value[])[], filler: Value): readonly Value[][] {
  const length = Math.max(0, ...lists.map((list) => list.length))
  return Array.from({ length }, (_, at) => lists.map((list) => list[at] ?? filler))
}

const itertools: Readonly<Record<string, Value>> = {
  zip_longest: hostFunction('zip_longest', (args) =>
    tuples(
      zipLongest(
        args.positional.map((value) => [...iterate(value)]),
        args.named.get('fillvalue') ?? null,
      ),
    ),
  ),
  repeat: hostFunction('repeat', (args) => {
    const [item, times] = readArguments(args, 'repeat', ['object', 'times'])
    return Array.from({ length: typeof times === 'number' ? times : 0 }, () => item ?? null)
  }),
  compress: hostFunction('compress', (args) => {
    const [data, selectors] = readArguments(args, 'compress', ['data', 'selectors'])
    const wanted = [...iterate(selectors ?? [])].map(isTruthy)
    return [...iterate(data ?? [])].filter((_, at) => wanted[at])
  }),
  combinations_with_replacement: hostFunction('combinations_with_replacement', (args) => {
    const [items, size] = readArguments(args, 'combinations_with_replacement', ['iterable', 'r'])
    return tuples(chooseAgain([...iterate(items ?? [])], typeof size === 'number' ? size : 0))
  }),
  accumulate: hostFunction('accumulate', (args) => {
    const [items] = readArguments(args, 'accumulate', ['iterable'])
    let sum = 0
    return [...iterate(items ?? [])].map((item) => (sum += Number(toText(item))))
  }),
  starmap: hostFunction('starmap', (args) => {
    const [callee, items] = readArguments(args, 'starmap', ['function', 'iterable'])
    return [...iterate(items ?? [])].map((item) =>
      synchronous(
        callValue(callee ?? null, { ...args, positional: [...iterate(item)], named: new Map() }),
      ),
    )
  }),
  chain: hostFunction('chain', (args) => args.positional.flatMap((value) => [...iterate(value)])),
  product: hostFunction('product', (args) => {
    const repeat = args.named.get('repeat')
    const lists = args.positional.map((value) => [...iterate(value)])
    const count = typeof repeat === 'number' ? repeat : 1
    return tuples(product(Array.from({ length: count }, () => lists).flat()))
  }),
  permutations: chooser('permutations', true),
  combinations: chooser('combinations', false),
  islice: hostFunction('islice', (args) => {
    const [items, first, second] = readArguments(args, 'islice', ['iterable', 'start', 'stop?'])
    const list = [...iterate(items ?? [])]
    const [from, to] = typeof second === 'number' ? [first, second] : [0, first]
    return list.slice(typeof from === 'number' ? from : 0, typeof to === 'number' ? to : undefined)
  }),
}

/** The same, with dbt's warning at each call: it will take them away. */
function warning(context: Context): Value {
  const entries = Object.entries(itertools).map(([name, value]) => {
    const called = hostFunction(name, (args) => {
      tellWarning(context, diagnostic('itertools-used', {}, { span: args.callSite }))
      return callValue(value, args)
    })
    return [name, called] as const
  })
  return record('module', Object.fromEntries(entries))
}

const others: Readonly<Record<string, Value>> = { datetime: datetimeModule, re: reModule, pytz }

/** The parts of Python's library that dbt hands to templates. */
export const modulesValue: Value = record('dict', {
  ...others,
  itertools: record('module', itertools),
})

/** `modules`, as templates see it. */
export const modules: NameBuilder = (context) =>
  lazyRecord('dict', [...Object.keys(others), 'itertools'], (name) =>
    name === 'itertools' ? warning(context) : others[name],
  )
