import { isFloatMarker } from '../../yaml/index.ts'
import type { Json } from '../../types/index.ts'
import { readColumn, readColumns, readConstraints, texts } from './columns.ts'
import { readConfig, settingKeys } from './config-patch.ts'
import type { Item } from './item.ts'
import { readTests } from './tests.ts'
import type { ColumnSelection } from '../../config/inherited-columns.ts'
import type { NodePatch, VersionPatch } from './types.ts'

const nodeKeys = new Set<string>([
  ...settingKeys,
  'name',
  'description',
  'config',
  'columns',
  'tests',
  'data_tests',
  'constraints',
  'latest_version',
  'deprecation_date',
  'versions',
  'time_spine',
  'relation',
])

/** A model, a seed, a snapshot or an analysis. */
export function readNode(item: Item): NodePatch | undefined {
  const name = item.text('name')
  if (name === undefined) return undefined
  const latestVersion = toVersion(item.value['latest_version'])
  const deprecationDate = item.text('deprecation_date')
  const timeSpine = item.object('time_spine')
  const relation = item.yamlText('relation')
  return {
    name,
    description: item.yamlText('description'),
    config: readConfig(item),
    columns: readColumns(item),
    tests: readTests(item) ?? [],
    constraints: readConstraints(item),
    ...(latestVersion !== undefined && { latestVersion }),
    ...(deprecationDate !== undefined && { deprecationDate }),
    versions: item.items('versions').flatMap((version) => readVersion(version) ?? []),
    ...(timeSpine && { timeSpine }),
    ...(relation && { relation }),
    extra: item.rest(nodeKeys),
    namePlace: item.placeOf('name'),
    place: item.place,
  }
}

function readVersion(item: Item): VersionPatch | undefined {
  const v = toVersion(item.value['v'])
  if (v === undefined) return undefined
  const [definedIn, deprecationDate] = [item.text('defined_in'), item.text('deprecation_date')]
  const columns = item.items('columns')
  const selections = columns.filter((column) => !column.has('name'))
  return {
    v,
    ...(definedIn !== undefined && { definedIn }),
    description: item.yamlText('description'),
    config: readConfig(item),
    ...(item.has('constraints') && { constraints: readConstraints(item) }),
    ...(deprecationDate !== undefined && { deprecationDate }),
    columnSelection: selections[0] && readSelection(selections[0]),
    columns: columns.flatMap((column) => readColumn(column) ?? []),
    tests: readTests(item),
    place: item.place,
  }
}

function readSelection(item: Item): ColumnSelection {
  const include = item.value['include']
  const isAll = include === undefined || include === null || include === 'all' || include === '*'
  return {
    include: isAll ? 'all' : typeof include === 'string' ? [include] : texts(item.list('include')),
    exclude: texts(item.list('exclude')),
  }
}

/** `v: 1.0` is what is written: `1.0`. */
export function toVersion(value: Json | undefined): string | number | undefined {
  if (typeof value === 'string' || typeof value === 'number') return value
  return value !== undefined && isFloatMarker(value) ? value.$float : undefined
}
