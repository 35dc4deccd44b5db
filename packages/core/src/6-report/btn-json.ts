import { toNodeJson } from '../artifact/index.ts'
import type {
  Json,
  JsonObject,
  LoadSpec,
  Manifest,
  Monitor,
  MonitorSpec,
  Node,
  PersonalColumns,
  RuleCheckSpec,
} from '../types/index.ts'

/** What a project has that dbt's manifest has no place for: loads, contracts of rows, personal data, monitors, reports, and their edges. */
export function toBtnJson(manifest: Manifest): JsonObject {
  const nodes: Record<string, Json> = {}
  const monitors: Record<string, Json> = {}
  const reports: Record<string, Json> = {}
  const parents: Record<string, Json> = {}
  for (const node of manifest.nodes.values()) {
    const said = ofNode(node)
    if (said) nodes[node.id] = said
    if (node.kind === 'monitor') monitors[node.id] = toMonitor(node)
    if (node.kind === 'report') reports[node.id] = { ...toNodeJson(node), format: node.format }
    const isOwn = node.kind === 'monitor' || node.kind === 'report' || node.kind === 'source'
    const edges = isOwn ? (manifest.parents.get(node.id) ?? []) : []
    if (edges.length > 0) parents[node.id] = edges
  }
  return { nodes, monitors, reports, parent_map: parents }
}

function ofNode(node: Node): JsonObject | undefined {
  const pii = personalOf(node)
  const load = node.kind === 'source' ? node.load : undefined
  if (!load && Object.keys(pii).length === 0) return undefined
  return { ...(load && { load: toLoad(load) }), ...(Object.keys(pii).length > 0 && { pii }) }
}

function personalOf(node: Node): JsonObject {
  const declared = 'columns' in node ? [...node.columns.values()] : []
  const said = declared.flatMap(({ name, pii }) =>
    pii === undefined ? [] : [[name, pii] as const],
  )
  const loaded: PersonalColumns = node.kind === 'source' ? (node.load?.personal ?? {}) : {}
  const policies = Object.entries(loaded).map(
    ([name, { class: it, policy }]) => [name, { class: it, policy }] as const,
  )
  return Object.fromEntries<Json>([...said, ...policies])
}

function toLoad({ from, format, strategy, contract }: LoadSpec): JsonObject {
  return {
    from,
    format: format ?? null,
    strategy: strategy.kind,
    key: strategy.kind === 'upsert' ? strategy.key : null,
    partition: strategy.kind === 'partition' ? strategy.column : null,
    rules: contract.rules.map(({ name, check, severity }) => ({
      name,
      says: says(check),
      severity: severity === 'error' ? 'error' : 'warn',
    })),
  }
}

function says(check: RuleCheckSpec): string {
  if (check.kind === 'sql') return check.sql
  const columns = check.columns.join(', ')
  if (check.kind === 'unique') return `unique: ${columns}`
  return `${columns} is found in ${check.to} (${check.toColumns.join(', ')})`
}

function toMonitor(node: Monitor): JsonObject {
  return { ...toNodeJson(node), definition: toDefinition(node.spec) }
}

function toDefinition({ measure, on, errorIf, warnIf, history, onError }: MonitorSpec): JsonObject {
  return {
    measures: measureOf(measure),
    on: on ?? null,
    error_if: errorIf?.text ?? null,
    warn_if: warnIf?.text ?? null,
    on_error: onError,
    history: history ? `${history.baseline} of the last ${history.last}, per ${history.per}` : null,
  }
}

function measureOf(measure: MonitorSpec['measure']): string {
  switch (measure.kind) {
    case 'value':
      return 'what its query gives'
    case 'freshness':
      return `how old the newest row is${measure.column ? `, by ${measure.column}` : ''}`
    case 'sla':
      return `ready by ${measure.by} (${measure.timezone})`
    case 'success-rate':
      return 'the share of loads that succeeded'
  }
}
