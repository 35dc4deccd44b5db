import {
  hows,
  piiStates,
  uses as useWords,
  type How,
  type Json,
  type JsonObject,
  type PiiInfo,
  type Use,
} from '../data/index.ts'
import { entriesAt, isObject, numberAt, objectAt, objectsAt, settled, textAt } from './json.ts'
import { pushTo } from './push-to.ts'

/** A column, by node and name as `columnKey` writes it. */
export interface Origin {
  readonly node: string
  readonly column: string
}

export interface LineageEdge extends Origin {
  readonly how: How
}

export interface LineageUse extends Origin {
  readonly use: Use
}

export interface LineageColumn {
  readonly name: string
  readonly type?: string
  readonly from: readonly LineageEdge[]
  readonly pii?: PiiInfo
}

export interface NodeLineage {
  /** In the order of the relation. */
  readonly columns: readonly LineageColumn[]
  readonly uses: readonly LineageUse[]
}

export interface Lineage {
  readonly nodes: ReadonlyMap<string, NodeLineage>
  /** What comes from each column, by `columnKey`. */
  readonly to: ReadonlyMap<string, readonly LineageEdge[]>
  /** Whose rows each column decides, by `columnKey`. */
  readonly decides: ReadonlyMap<string, readonly Decided[]>
  /** Personal data that gets out although nobody let it. */
  readonly leaks: readonly Leak[]
}

export interface Decided {
  readonly node: string
  readonly use: Use
}

export interface Leak {
  readonly class: string
  /** What it gets out through. */
  readonly by: string
  readonly exit: string
  /** From the column that is seen back to where the data enters. */
  readonly way: readonly Origin[]
}

/** Names of columns are the same whatever their case, as in DuckDB and in dbt's own site. */
export function columnKey(node: string, column: string): string {
  return `${node}\n${column.toLowerCase()}`
}

export function readLineage(lineage: JsonObject | undefined): Lineage {
  const nodes = new Map<string, NodeLineage>()
  const to = new Map<string, LineageEdge[]>()
  const decides = new Map<string, Decided[]>()
  for (const [id, json] of entriesAt(lineage, 'nodes')) {
    const node = toNode(json)
    nodes.set(id, node)
    for (const { node: origin, column, use } of node.uses)
      pushTo(decides, columnKey(origin, column), { node: id, use })
    for (const column of node.columns) {
      for (const { node: origin, column: name, how } of column.from) {
        pushTo(to, columnKey(origin, name), { node: id, column: column.name, how })
      }
    }
  }
  return { nodes, to, decides, leaks: objectsAt(objectAt(lineage, 'pii'), 'leaks').map(toLeak) }
}

function toLeak(json: JsonObject): Leak {
  return {
    class: textAt(json, 'class') ?? '',
    by: textAt(json, 'by') ?? '',
    exit: textAt(json, 'exit') ?? '',
    way: objectsAt(json, 'way').flatMap((it) => toOrigin(it) ?? []),
  }
}

function toNode(json: JsonObject): NodeLineage {
  const columns = entriesAt(json, 'columns')
    .map(([name, it]) => ({ index: numberAt(it, 'index') ?? 0, column: toColumn(name, it) }))
    .sort((a, b) => a.index - b.index)
    .map(({ column }) => column)
  const uses = objectsAt(json, 'uses').flatMap((it): readonly LineageUse[] => {
    const origin = toOrigin(it)
    const use = useWords.find((word) => word === it['how'])
    return origin && use ? [{ ...origin, use }] : []
  })
  return { columns, uses }
}

function toColumn(name: string, json: JsonObject): LineageColumn {
  const from = objectsAt(json, 'from').flatMap((it): readonly LineageEdge[] => {
    const origin = toOrigin(it)
    const how = hows.find((word) => word === it['how'])
    return origin && how ? [{ ...origin, how }] : []
  })
  const type = textAt(json, 'type')
  return settled<LineageColumn>({ name, type, from, pii: toPii(json['pii']) })
}

function toOrigin(json: JsonObject): Origin | undefined {
  const [node, column] = [textAt(json, 'node'), textAt(json, 'column')]
  return node && column ? { node, column } : undefined
}

function toPii(json: Json | undefined): PiiInfo | undefined {
  if (!isObject(json)) return undefined
  const found = textAt(json, 'class')
  if (!found) return undefined
  const state = piiStates.find((it) => it === json['state'])
  return settled<PiiInfo>({
    class: found,
    policy: textAt(json, 'policy'),
    state,
    release: textAt(json, 'release'),
    isDeclared: json['by'] !== 'lineage',
  })
}
