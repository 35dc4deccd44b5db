import { hostFunction, iterate, readArguments, toText, Tuple, type Value } from '@btn/jinja'
import type { NameBuilder } from '../context.ts'
import { datetimeModule } from '../python/datetime-module.ts'
import { reModule } from '../python/re-module.ts'
import { findZone, utc, ZoneValue } from '../python/zone.ts'
import { record } from '../values/record.ts'

const pytz = record('module', {
  utc: new ZoneValue(utc),
  UTC: new ZoneValue(utc),
  timezone: hostFunction('timezone', (args) => {
    const [name] = readArguments(args, 'timezone', ['zone'])
    return new ZoneValue(findZone(toText(name ?? null)))
  }),
})

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

function chooser(name: string, isOrdered: boolean): Value {
  return hostFunction(name, (args) => {
    const [items, size] = readArguments(args, name, ['iterable', 'r?'])
    const list = [...iterate(items ?? [])]
    return tuples(choose(list, typeof size === 'number' ? size : list.length, isOrdered))
  })
}

const itertools = record('module', {
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
})

/** `modules`: the parts of Python's library that dbt hands to templates. */
export const modules: NameBuilder = () =>
  record('dict', { datetime: datetimeModule, re: reModule, pytz, itertools })
