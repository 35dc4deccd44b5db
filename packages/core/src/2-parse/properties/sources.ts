import { diagnostic } from '@btn/diagnostics'
import { readColumns } from './columns.ts'
import { toPythonText } from '../../names/python-text.ts'
import { readMergedConfig, toList } from './config-patch.ts'
import type { Item } from './item.ts'
import { readLoadSettings } from './load-settings.ts'
import { readTests } from './tests.ts'
import type { ConfigPatch, SourcePatch, SourceTablePatch } from './types.ts'

export function readSource(item: Item): SourcePatch | undefined {
  const name = item.text('name')
  if (name === undefined) return undefined
  const [database, schema, overrides] = [
    item.text('database'),
    item.text('schema'),
    item.text('overrides'),
  ]
  const [writtenDatabase, writtenSchema] = [written(item, 'database'), written(item, 'schema')]
  if (overrides !== undefined) {
    const where = { span: item.spanOf(item.keyPlaceOf('overrides')) }
    item.reading.diagnostics.push(diagnostic('source-overrides', {}, where))
  }
  const load = readLoadSettings(item)
  return {
    name,
    description: item.yamlText('description'),
    config: readSourceConfig(item, name),
    ...(load && { load }),
    ...(database !== undefined && { database }),
    ...(schema !== undefined && { schema }),
    ...(writtenDatabase !== undefined && { writtenDatabase }),
    ...(writtenSchema !== undefined && { writtenSchema }),
    loader: item.text('loader') ?? '',
    quoting: item.object('quoting') ?? {},
    ...(overrides !== undefined && { overrides, given: Object.keys(item.value) }),
    ...timingOf(item),
    tables: item
      .items('tables')
      .flatMap((table) => readTable(table, overrides !== undefined) ?? []),
    namePlace: item.placeOf('name'),
    place: item.place,
  }
}

function readTable(item: Item, overrides: boolean): SourceTablePatch | undefined {
  const name = item.text('name')
  if (name === undefined) return undefined
  const [identifier, loader, external] = [
    item.text('identifier'),
    item.text('loader'),
    item.object('external'),
  ]
  const load = readLoadSettings(item)
  return {
    name,
    description: item.yamlText('description'),
    config: readSourceConfig(item, name),
    ...(load && { load }),
    ...(identifier !== undefined && { identifier }),
    ...(loader !== undefined && { loader }),
    quoting: item.object('quoting') ?? {},
    ...timingOf(item),
    ...(external && { external }),
    columns: readColumns(item),
    tests: readTests(item) ?? [],
    ...(overrides && { given: Object.keys(item.value) }),
    namePlace: item.placeOf('name'),
    place: item.place,
  }
}

/** As in dbt, tags that are no texts are left out, with a warning. */
function readSourceConfig(item: Item, name: string): ConfigPatch {
  const config = readMergedConfig(item)
  const tags = toList(config.rendered['tags'])
  const texts = tags.filter((tag) => typeof tag === 'string')
  if (texts.length === tags.length) return config
  const own = item.item('config')
  const written = toPythonText(own?.value['tags'] ?? null)
  const where = { span: item.spanOf((own ?? item).placeOf('tags')) }
  item.reading.diagnostics.push(diagnostic('source-tag-no-text', { name, written }, where))
  return { ...config, rendered: { ...config.rendered, tags: texts } }
}

/** What stands beside `config:` about the age of data; what `config:` says is among the settings. */
function timingOf(item: Item) {
  const freshness = item.value['freshness']
  const [loadedAtField, loadedAtQuery] = [
    item.text('loaded_at_field'),
    item.yamlText('loaded_at_query'),
  ]
  if (item.value['loaded_at_field'] === '') {
    const where = { span: item.spanOf(item.placeOf('loaded_at_field')) }
    item.reading.diagnostics.push(diagnostic('loaded-at-empty', {}, where))
  }
  return {
    ...(freshness !== undefined && { freshness }),
    ...(loadedAtField !== undefined && { loadedAtField }),
    ...(loadedAtQuery && { loadedAtQuery }),
    ...(Object.hasOwn(item.value, 'loaded_at_field') && { hasLoadedAtField: true as const }),
  }
}

/** A text of the file before its templates are rendered. */
function written(item: Item, key: string): string | undefined {
  const value = item.raw[key]
  return typeof value === 'string' ? value : undefined
}
