import { diagnostic, findNearest, span, type Diagnostic } from '@btn/diagnostics'
import { knownConfigKeys } from '../config/known-keys.ts'
import { findEntry, type YamlEntry, type YamlNode } from '../yaml/index.ts'
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

/** Warns of settings in the config trees (`+materialised`) that are nearly those that exist. */
export function checkTreeKeys(file: SettingsFile): readonly Diagnostic[] {
  return treeKeys.flatMap((key) => {
    const tree = findEntry(file.root, key)?.value
    return tree ? [...misspelt(tree, file)] : []
  })
}

function* misspelt(node: YamlNode, file: SettingsFile): Iterable<Diagnostic> {
  if (node.kind !== 'map') return
  for (const entry of node.entries) {
    if (entry.key.startsWith('+')) yield* checkKey(entry, file)
    else yield* misspelt(entry.value, file)
  }
}

function* checkKey({ key, keyStart, keyEnd }: YamlEntry, file: SettingsFile): Iterable<Diagnostic> {
  const name = key.slice(1).trim()
  if (knownConfigKeys.has(name)) return
  const nearest = findNearest(name, knownConfigKeys)
  if (nearest === undefined) return
  const where = { span: span(file.source, keyStart, keyEnd) }
  yield diagnostic('config-key-unknown', { key, nearest: `+${nearest}` }, where)
}
