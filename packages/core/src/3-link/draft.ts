import type { Config, JsonObject } from '../types/index.ts'
import { isObject, toStringList } from '../types/json.ts'
import type { Linking } from './linking.ts'

/** A node that is still being put together, by this phase alone. */
export type Draft<T> = { -readonly [K in keyof T]: T[K] }

/** Tags of the settings, each once. */
export function tagsOf(config: Config): readonly string[] {
  const tags = toStringList(config['tags'])
  return tags.length < 2 ? tags : [...new Set(tags)]
}

const nothing: JsonObject = {}

export function metaOf(config: Config): JsonObject {
  return isObject(config['meta']) ? config['meta'] : nothing
}

/** dbt repeats the group of the settings on the node itself. */
export function setGroup(node: { config: Config; group?: string | undefined }): void {
  const group = node.config['group']
  if (typeof group === 'string') node.group = group
}

/** Where a node seems to be until its names are generated: where the target is. */
export function defaultPlace(linking: Linking, name: string) {
  const { target } = linking.parsed.invocation
  return {
    database: String(target['database'] ?? ''),
    schema: String(target['schema'] ?? ''),
    alias: name,
  }
}

/** True for a test whose failing rows are kept. */
export function storesFailures(linking: Linking, test: { readonly config: Config }): boolean {
  return test.config['store_failures'] === true || linking.project.flags.store_failures
}
