import type { Relation } from '@btn/adapter'
import type { Value } from '@btn/jinja'
import type { Build } from './build.ts'

/** Further arguments of `create_table_as`: how a table is partitioned and sorted, in databases that can do that. */
export type Layout = Readonly<Record<string, Value>>

const LAYOUT_KEYS = ['partitioned_by', 'partition_by', 'sorted_by', 'sort_by']

export async function findLayout({ node, scope }: Build, target: Relation): Promise<Layout> {
  if (LAYOUT_KEYS.every((key) => node.config[key] === undefined)) return {}
  const found = await scope.callMacro('btn_table_layout', [{ relation: target }])
  const [partitionedBy, sortedBy] = Array.isArray(found) ? found : []
  return {
    ...(partitionedBy && { partitioned_by: partitionedBy }),
    ...(sortedBy && { sorted_by: sortedBy }),
  }
}
