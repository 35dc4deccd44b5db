import { DiagnosticError, type Source } from '@btn/diagnostics'
import {
  compileTemplate,
  hostFunction,
  parse,
  raise,
  readArguments,
  renderSync,
  scopeOf,
  toJs,
  toText,
  type HostObject,
  type Value,
} from '@btn/jinja'
import { grains } from './enumerations.ts'

/** What a filter or a saved query names: `Dimension('order__is_large')`, and what hangs on it. */
export interface QueryItem {
  readonly kind: 'Dimension' | 'TimeDimension' | 'Entity' | 'Metric'
  readonly name: string
  readonly path: readonly string[]
  readonly grain: string | null
  readonly datePart: string | null
  readonly groupBy: readonly string[]
  readonly isDescending: boolean | null
}

/** The items in a template; a text where it cannot be read. */
export function readItems(template: string, isOrder: boolean): readonly QueryItem[] | string {
  const items = new Map<string, QueryItem>()
  const problem = renderItems(template, isOrder, (item) => {
    items.set(JSON.stringify(item), item)
    return ''
  }).problem
  return problem ?? [...items.values()]
}

/** A template whose items are written by somebody, or why it cannot be read. */
export function renderItems(
  template: string,
  isOrder: boolean,
  write: Write,
): { readonly text: string; readonly problem?: string } {
  const source: Source = { path: '', text: template }
  const { value, diagnostics } = parse(source)
  const [first] = diagnostics
  if (first) return { text: '', problem: reasonOf(first.params) }
  try {
    return { text: renderSync(compileTemplate(value), scopeOf(builders(isOrder, write))).text }
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error
    const [cause] = error.diagnostics
    return { text: '', problem: cause ? reasonOf(cause.params) : error.message }
  }
}

function reasonOf(params: object): string {
  const [first] = Object.values(params).filter((it) => typeof it === 'string')
  return String(first ?? 'it is no template')
}

type Write = (item: QueryItem) => string

function builders(isOrder: boolean, write: Write): Record<string, Value> {
  const make = (kind: QueryItem['kind'], signature: readonly string[]): Value =>
    hostFunction(kind, (args) => {
      const values = readArguments(args, kind, signature)
      const at = (name: string): Value => values[signature.indexOf(name)] ?? null
      const text = (name: string): string | null => (at(name) === null ? null : toText(at(name)))
      const item: QueryItem = {
        kind,
        name: toText(values[0] ?? null),
        path: texts(at('entity_path?')),
        grain: text('time_granularity_name?'),
        datePart: text('date_part_name?'),
        groupBy: texts(at('group_by?')),
        isDescending: at('descending?') === null ? null : at('descending?') === true,
      }
      return builder(item, isOrder, write)
    })
  return {
    Dimension: make('Dimension', ['name', 'entity_path?']),
    TimeDimension: make('TimeDimension', [
      'time_dimension_name',
      'time_granularity_name?',
      'entity_path?',
      'descending?',
      'date_part_name?',
    ]),
    Entity: make('Entity', ['entity_name', 'entity_path?']),
    Metric: make('Metric', ['metric_name', 'group_by?']),
  }
}

function texts(value: Value): readonly string[] {
  const list = toJs(value)
  return Array.isArray(list) ? list.map(String) : []
}

/** It is written when it prints: whatever was called on it is known then. */
function builder(item: QueryItem, isOrder: boolean, write: Write): HostObject {
  const method = (name: string, change: (value: Value) => Partial<QueryItem>): Value =>
    hostFunction(name, (args) => {
      const mayOrder = name === 'descending' && isOrder
      if (item.kind !== 'Dimension' && !mayOrder)
        raise('TypeError', `${item.kind} has no ${name}()`)
      const [value] = readArguments(args, name, ['value'])
      return builder({ ...item, ...change(value ?? null) }, isOrder, write)
    })
  const methods: Readonly<Record<string, Value>> = {
    descending: method('descending', (value) => ({ isDescending: value === true })),
    grain: method('grain', (value) => ({ grain: toText(value) })),
    date_part: method('date_part', (value) => ({ datePart: toText(value) })),
  }
  return {
    typeName: item.kind,
    getAttribute: (name) => (Object.hasOwn(methods, name) ? methods[name] : undefined),
    toText: () => write(item),
  }
}

const dateParts = ['year', 'quarter', 'month', 'day', 'dow', 'doy']

/** The element that an item names, without entities and granularity; and what is wrong with how it is written. */
export function elementOf(
  item: QueryItem,
  customGrains: readonly string[],
): { readonly element: string; readonly grain: string | null; readonly problem?: string } {
  const isTime = item.kind === 'TimeDimension' || item.grain !== null || item.datePart !== null
  if (item.kind === 'Metric') return { element: item.name, grain: null }
  const parts = item.name.split('__')
  const known = isTime ? [...grains, ...customGrains] : grains
  const last = parts.at(-1) ?? ''
  const grain = parts.length > 1 && known.includes(last) ? last : null
  const rest = grain === null ? parts : parts.slice(0, -1)
  const element = rest.at(-1) ?? ''
  const wrong = (problem: string) => ({ element, grain, problem })
  if (item.kind === 'Entity') {
    return grain === null
      ? { element, grain }
      : wrong(`"${item.name}" must not end in a granularity`)
  }
  if (rest.length !== 2 && element !== 'metric_time') {
    return wrong(`"${item.name}" should be an entity, "__" and a dimension`)
  }
  if (grain !== null && item.grain !== null && grain !== item.grain) {
    return wrong(`"${item.name}" ends in another granularity than "${item.grain}"`)
  }
  if (item.datePart !== null && !dateParts.includes(item.datePart.toLowerCase())) {
    return wrong(`"${item.datePart}" is none of ${dateParts.join(', ')}`)
  }
  return { element, grain: isTime ? (grain ?? item.grain) : null }
}
