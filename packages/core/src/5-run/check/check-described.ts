import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import type { Node, NodeCheck } from '../../types/index.ts'
import { isContractEnforced } from '../../config/contract.ts'
import { spanIn } from '../user-place.ts'
import type { CheckInput } from './check-input.ts'
import { findUnknown } from './find-unknown.ts'

/** Columns that properties describe, and that what is built will not have. */
export function checkDescribed(
  { runtime, manifest }: CheckInput,
  node: Node,
  found: NodeCheck,
): readonly Diagnostic[] {
  if (node.kind !== 'model' && node.kind !== 'seed' && node.kind !== 'snapshot') return []
  // Nobody mends a package.
  if (node.packageName !== manifest.projectName) return []
  if (found.kind !== 'checked' || found.doubt || isSaidOtherwise(node)) return []
  return findUnknown([...node.columns.values()], found.columns).map(({ item, nearest }) => {
    const params = { column: item.name, name: node.name, nearest }
    return diagnostic('check-column-described', params, { span: spanIn(runtime, item.place) })
  })
}

/** A contract is an error's matter, and the table of an incremental model may keep columns of earlier days. */
function isSaidOtherwise(node: Extract<Node, { kind: 'model' | 'seed' | 'snapshot' }>): boolean {
  if (node.kind !== 'model') return false
  const keepsColumns =
    node.config['materialized'] === 'incremental' &&
    node.config['on_schema_change'] !== 'sync_all_columns'
  return keepsColumns || isContractEnforced(node)
}
