import { diagnostic, type Diagnostic, type Source, type Span } from '@btn/diagnostics'
import { findConfigCall } from '../config/find-config-call.ts'
import type { Json, Node } from '../types/index.ts'
import { isObject, toStringList } from '../types/json.ts'
import type { PartitionSpec } from './staging.ts'

/** Whether what a node makes is published at once, or only when its tests have passed. */
export function isAudited({ config }: Pick<Node, 'config'>): boolean {
  return settingOf(config, 'publish') === 'audited'
}

/** `partition: {by: ingest_date, order_by: [order_id]}`; undefined where there is none. */
export function readPartition({ config }: Pick<Node, 'config'>): PartitionSpec | undefined {
  const said = settingOf(config, 'partition')
  if (!isObject(said) || typeof said['by'] !== 'string') return undefined
  return { by: said['by'], orderBy: toStringList(said['order_by']) }
}

export function hasPublishSettings({ config }: Pick<Node, 'config'>): boolean {
  return settingOf(config, 'publish') !== undefined || settingOf(config, 'partition') !== undefined
}

/** What is wrong with the settings of a model that is about to run. */
export function findPublishMistakes(
  node: Node,
  date: string | undefined,
  source: Source | undefined,
): readonly Diagnostic[] {
  const { name, config } = node
  const publish = settingOf(config, 'publish')
  const partition = settingOf(config, 'partition')
  const found: Diagnostic[] = []
  const at = (key: string) => placeOf(node, source, key)
  if (publish !== undefined && publish !== 'audited' && publish !== 'direct')
    found.push(
      diagnostic('publish-unknown', { name, value: JSON.stringify(publish) }, at('publish')),
    )
  if (partition === undefined) return found
  const spec = readPartition(node)
  if (!spec) return [...found, diagnostic('partition-unclear', { name }, at('partition'))]
  if (config['materialized'] !== 'external') return found
  if (spec.orderBy.length === 0)
    found.push(diagnostic('partition-unordered', { name }, at('partition')))
  if (date === undefined) found.push(diagnostic('partition-undated', { name }, at('partition')))
  return found
}

function settingOf(config: Node['config'], key: string): Json | undefined {
  const meta = config['meta']
  const value = config[key] ?? (isObject(meta) ? meta[key] : undefined)
  return value === null ? undefined : value
}

/** Where the model's own file says a setting; else the file, as a whole. */
function placeOf(
  { file }: Node,
  source: Source | undefined,
  key: string,
): { readonly span?: Span } {
  if (!source) return {}
  const whole = { start: 0, end: source.text.length }
  const found = file.endsWith('.sql') ? findConfigCall(source, whole, key) : undefined
  return { span: found ?? { source, start: 0, end: 0 } }
}
