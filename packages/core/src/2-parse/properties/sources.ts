import { diagnostic } from '@btn/diagnostics'
import type { Json } from '../../types/index.ts'
import { readColumns } from './columns.ts'
import { readMergedConfig } from './config-patch.ts'
import type { Item } from './item.ts'
import { readTests } from './tests.ts'
import type { SourcePatch, SourceTablePatch, YamlText } from './types.ts'

export function readSource(item: Item): SourcePatch | undefined {
  const name = item.text('name')
  if (name === undefined) return undefined
  const [database, schema, overrides] = [
    item.text('database'),
    item.text('schema'),
    item.text('overrides'),
  ]
  if (overrides !== undefined) {
    const where = { span: item.spanOf(item.keyPlaceOf('overrides')) }
    item.reading.diagnostics.push(diagnostic('source-overrides', {}, where))
  }
  return {
    name,
    description: item.yamlText('description'),
    config: readMergedConfig(item),
    ...(database !== undefined && { database }),
    ...(schema !== undefined && { schema }),
    loader: item.text('loader') ?? '',
    quoting: item.object('quoting') ?? {},
    ...(overrides !== undefined && { overrides }),
    ...freshnessOf(item),
    tables: item.items('tables').flatMap((table) => readTable(table) ?? []),
    namePlace: item.placeOf('name'),
    place: item.place,
  }
}

function readTable(item: Item): SourceTablePatch | undefined {
  const name = item.text('name')
  if (name === undefined) return undefined
  const [identifier, loader, external] = [
    item.text('identifier'),
    item.text('loader'),
    item.object('external'),
  ]
  return {
    name,
    description: item.yamlText('description'),
    config: readMergedConfig(item),
    ...(identifier !== undefined && { identifier }),
    ...(loader !== undefined && { loader }),
    quoting: item.object('quoting') ?? {},
    ...freshnessOf(item),
    ...(external && { external }),
    columns: readColumns(item),
    tests: readTests(item) ?? [],
    namePlace: item.placeOf('name'),
    place: item.place,
  }
}

/** What `config:` says about freshness wins over what stands beside it. */
function freshnessOf(item: Item): {
  readonly freshness?: Json
  readonly loadedAtField?: string
  readonly loadedAtQuery?: YamlText
} {
  const config = item.item('config')
  const freshness = config?.value['freshness'] ?? item.value['freshness']
  const loadedAtField = config?.text('loaded_at_field') ?? item.text('loaded_at_field')
  const loadedAtQuery = config?.yamlText('loaded_at_query') ?? item.yamlText('loaded_at_query')
  return {
    ...(freshness !== undefined && { freshness }),
    ...(loadedAtField !== undefined && { loadedAtField }),
    ...(loadedAtQuery && { loadedAtQuery }),
  }
}
