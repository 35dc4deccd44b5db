import { toSavedQueryDefinition } from '../../described/saved-query.ts'
import type { NodeId, SavedQuery } from '../../types/index.ts'
import { toStringList } from '../../types/json.ts'
import { baseOf, complainOf, configOf, type Definition } from './definition.ts'

/** A question to the metrics that somebody keeps, and where its answers would go. */
export function makeSavedQuery(definition: Definition): SavedQuery {
  const { linking, file, patch } = definition
  const { config, unrendered } = configOf(definition, 'saved_query', patch)
  const placeOf = (name: string, exportConfig: SavedQuery['config']) => {
    const id = `saved_query.${file.packageName}.${patch.name}.${name}` as NodeId
    const toJson = () => ({ name, unique_id: id, package_name: file.packageName })
    const subject = {
      id,
      name,
      packageName: file.packageName,
      kind: 'saved_query',
      toJson,
    } as const
    return linking.names.generate({ subject, config: exportConfig, toJson })
  }
  const base = baseOf(definition, 'saved_query', {
    name: patch.name,
    config,
    unrendered,
    definition: toSavedQueryDefinition(patch.entry, {
      config,
      placeOf,
      complain: complainOf(definition, 'saved_query'),
    }),
  })
  const tags = [...toStringList(patch.entry['tags']), ...toStringList(config['tags'])]
  return { ...base, kind: 'saved_query', tags: [...new Set(tags)].sort() }
}
