import { diagnostic, span, type Diagnostic } from '@btn/diagnostics'
import type { JsonObject } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { knownKeyNear } from '../config/known-keys.ts'
import { checkConfig, findEntry, type YamlEntry, type YamlNode } from '../yaml/index.ts'
import type { ConfigTreeKey } from './project.ts'
import type { SettingsFile } from './read-file.ts'

const treeKeys: readonly (ConfigTreeKey | 'tests')[] = [
  'models',
  'seeds',
  'snapshots',
  'analyses',
  'sources',
  'data_tests',
  'tests',
  'unit_tests',
  'exposures',
  'functions',
]

/** Settings whose values are held against the schema wherever they are written. */
const checkedKeys: ReadonlySet<string> = new Set([
  'latest_version_pointer',
  'post-hook',
  'post_hook',
  'pre-hook',
  'pre_hook',
])

/** Warns of settings in the config trees (`+materialised`) that are nearly those that exist; refuses values that cannot be. */
export function checkTreeKeys(file: SettingsFile): readonly Diagnostic[] {
  return treeKeys.flatMap((key) => {
    const tree = findEntry(file.root, key)?.value
    if (!tree) return []
    return [...misspelt(tree, file), ...misfits(tree, mappingAt(file.value, key), file)]
  })
}

function* misspelt(node: YamlNode, file: SettingsFile): Iterable<Diagnostic> {
  if (node.kind !== 'map') return
  for (const entry of node.entries) {
    if (entry.key.startsWith('+')) yield* checkKey(entry, file)
    else yield* misspelt(entry.value, file)
  }
}

function* misfits(node: YamlNode, tree: JsonObject, file: SettingsFile): Iterable<Diagnostic> {
  if (node.kind !== 'map') return
  for (const entry of node.entries) {
    const name = entry.key.replace(/^\+/, '').trim()
    const value = tree[entry.key] ?? null
    // A template says only when it is rendered what it gives.
    const isTemplate = typeof value === 'string' && value.includes('{')
    if (checkedKeys.has(name)) {
      const where = span(file.source, entry.keyStart, entry.keyEnd)
      if (!isTemplate) yield* checkConfig({ [name]: value }, where)
    } else if (!entry.key.startsWith('+'))
      yield* misfits(entry.value, mappingAt(tree, entry.key), file)
  }
}

const nothing: JsonObject = {}

function mappingAt(tree: JsonObject, key: string): JsonObject {
  const value = tree[key]
  return isObject(value) ? value : nothing
}

function* checkKey({ key, keyStart, keyEnd }: YamlEntry, file: SettingsFile): Iterable<Diagnostic> {
  const name = key.slice(1).trim()
  const nearest = knownKeyNear(name)
  if (nearest === undefined) return
  const where = { span: span(file.source, keyStart, keyEnd) }
  yield diagnostic('config-key-unknown', { key, nearest: `+${nearest}` }, where)
}
