import type { ColumnPatch, ConfigPatch } from '../2-parse/properties/index.ts'
import { LazyMap } from '../lazy-map.ts'
import type { Column, Config, Json } from '../types/index.ts'
import { isObject, toStringList } from '../types/json.ts'
import type { Linking } from './linking.ts'

/**
 * Columns of a properties entry. Most commands look at none of them, so they are made on demand; those that could hold a
 * mistake are made at once.
 */
export function linkColumns(
  linking: Linking,
  columns: () => readonly ColumnPatch[],
  options: { readonly packageName: string; readonly arePlain: boolean },
): ReadonlyMap<string, Column> {
  const make = () => makeColumns(linking, columns(), options.packageName)
  return options.arePlain ? new LazyMap(make) : make()
}

export const noColumns: ReadonlyMap<string, Column> = new Map()

function makeColumns(
  linking: Linking,
  columns: readonly ColumnPatch[],
  packageName: string,
): ReadonlyMap<string, Column> {
  if (columns.length === 0) return noColumns
  const linked = new Map<string, Column>()
  for (const patch of columns) {
    const { text, docBlocks } = linking.descriptions.render(patch.description, packageName)
    const config = columnConfig(patch.config)
    const pii = piiOf(patch.config)
    linked.set(patch.name, {
      name: patch.name,
      description: text,
      docBlocks,
      ...(patch.dataType !== undefined && { dataType: patch.dataType }),
      ...(patch.quote !== undefined && { quote: patch.quote }),
      constraints: patch.constraints,
      config,
      meta: isObject(config['meta']) ? config['meta'] : {},
      tags: toStringList(config['tags']),
      ...(pii !== undefined && { pii }),
      ...(Object.keys(patch.extra).length > 0 && { extra: patch.extra }),
      place: patch.place,
    })
  }
  return linked
}

/** dbt keeps these two of a column's settings, and drops any other. */
function columnConfig({ rendered }: ConfigPatch): Config {
  const { meta = {}, tags = [] } = rendered
  return { meta: isObject(meta) ? meta : {}, tags: toStringList(tags) }
}

/** Also from `meta`, which dbt takes without a word. */
function piiOf({ rendered: { pii, meta } }: ConfigPatch): Json | undefined {
  const said = pii ?? (isObject(meta) ? meta['pii'] : undefined)
  return said === null || said === false ? undefined : said
}
