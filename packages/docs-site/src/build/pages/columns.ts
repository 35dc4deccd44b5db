import type {
  ColumnEdge,
  ColumnInfo,
  ColumnUse,
  ConstraintInfo,
  JsonObject,
} from '../../data/index.ts'
import type { KnownColumn } from '../../read/columns.ts'
import type { Entry } from '../../read/entries.ts'
import { objectsAt, settled, textAt, textsAt } from '../../read/json.ts'
import { columnKey, type LineageEdge } from '../../read/lineage.ts'
import type { Reading } from '../../read/reading.ts'
import { noTests } from '../../read/tests.ts'
import { metaOf } from './base.ts'

export function columnInfos(entry: Entry, reading: Reading): readonly ColumnInfo[] {
  const hasCatalog = reading.catalog.has(entry.id)
  return (reading.columns.get(entry.id) ?? []).map((it) => toInfo(entry, it, reading, hasCatalog))
}

function toInfo(
  { id }: Entry,
  column: KnownColumn,
  reading: Reading,
  hasCatalog: boolean,
): ColumnInfo {
  const { name, type, json, text } = column
  const key = columnKey(id, name)
  const inherited = text === undefined ? reading.inherited.get(key) : undefined
  const words = text ?? inherited?.text
  const tests = (reading.tests.ofNode.get(id) ?? noTests).columns.get(name.toLowerCase())
  return settled<ColumnInfo>({
    name,
    type,
    description: words === undefined ? undefined : reading.markdown(words),
    inheritedFrom: inherited && { node: reading.linkOf(inherited.node), column: inherited.column },
    tests: tests ?? [],
    from: (column.lineage?.from ?? []).map((it) => toEdge(it, reading)),
    to: (reading.lineage.to.get(key) ?? []).map((it) => toEdge(it, reading)),
    decides: (reading.lineage.decides.get(key) ?? []).map(({ node, use }) => ({
      node: reading.linkOf(node),
      use,
    })),
    pii: reading.pii.get(key),
    constraints: objectsAt(json, 'constraints').map((it) => toConstraint(it, reading)),
    tags: [...new Set(textsAt(json, 'tags'))].sort(),
    meta: json && metaOf(json),
    isDeclared: json !== undefined,
    isInDatabase: hasCatalog ? column.catalog !== undefined : undefined,
  })
}

function toEdge({ node, column, how }: LineageEdge, { linkOf }: Reading): ColumnEdge {
  return { node: linkOf(node), column, how }
}

export function usesOf({ id }: Entry, { lineage, linkOf }: Reading): readonly ColumnUse[] {
  const uses = lineage.nodes.get(id)?.uses ?? []
  return uses.map(({ node, column, use }) => ({ node: linkOf(node), column, use }))
}

export function toConstraint(json: JsonObject, { targetOf }: Reading): ConstraintInfo {
  const [columns, toColumns] = [textsAt(json, 'columns'), textsAt(json, 'to_columns')]
  return settled<ConstraintInfo>({
    type: textAt(json, 'type') ?? 'custom',
    name: textAt(json, 'name'),
    expression: textAt(json, 'expression'),
    columns: columns.length > 0 ? columns : undefined,
    to: targetOf(textAt(json, 'to')),
    toColumns: toColumns.length > 0 ? toColumns : undefined,
  })
}
