import { diagnostic } from '@btn/diagnostics'
import { toNodeJson } from '../../../artifact/index.ts'
import type { JsonObject, Node } from '../../../types/index.ts'
import { isObject } from '../../../types/json.ts'
import { findChangedMacros } from '../state/changed-macros.ts'
import {
  sameBody,
  sameConfig,
  sameContents,
  sameContract,
  sameDescription,
  sameRelation,
  type IsSame,
} from '../state/compare.ts'
import { nodeMethod } from './method.ts'

interface Comparison {
  readonly node: Node
  readonly old: JsonObject | undefined
  readonly hasChangedMacros: (node: Node) => boolean
}

type Check = (comparison: Comparison) => boolean

const isModified: Check = ({ node, old, hasChangedMacros }) =>
  // A source that was not there before is new, but nothing that could have been modified.
  (old ? !sameContents(toNodeJson(node), old) : node.kind !== 'source') || hasChangedMacros(node)

/** A part of a node changed, or the node is new; nodes that have no such part never match. */
function changed(isSame: IsSame, hasPart: (node: Node) => boolean): Check {
  return ({ node, old }) => hasPart(node) && (!old || !isSame(toNodeJson(node), old))
}

const always = (): boolean => true
const isNoSource = (node: Node): boolean => node.kind !== 'source' && node.kind !== 'unit_test'

const checks: ReadonlyMap<string, Check> = new Map([
  ['new', ({ old }) => !old],
  ['old', ({ old }) => old !== undefined],
  ['modified', isModified],
  ['unmodified', (comparison) => !isModified(comparison)],
  ['modified.body', changed(sameBody, isNoSource)],
  ['modified.configs', changed(sameConfig, always)],
  ['modified.persisted_descriptions', changed(sameDescription, isNoSource)],
  ['modified.relation', changed(sameRelation, always)],
  ['modified.macros', ({ node, hasChangedMacros }) => hasChangedMacros(node)],
  ['modified.contract', changed(sameContract, isNoSource)],
])

/** `state:modified`: how a node differs from the one in the manifest that `--state` names. */
export const state = nodeMethod(
  'state',
  ({ value, criterion, manifest, state: previous, report }) => {
    const check = checks.get(value)
    if (!check) {
      const expected = [...checks.keys()].join(', ')
      report(diagnostic('selector-value', { method: 'state', value, expected }, criterion))
      return undefined
    }
    const earlier = previous?.manifest
    if (!earlier) {
      const artifact = 'manifest.json'
      report(diagnostic('selector-needs-state', { method: 'state', artifact }, criterion))
      return undefined
    }
    const hasChangedMacros = findChangedMacros(manifest, earlier)
    return (node) => {
      const old = findNode(earlier, sections[node.kind] ?? 'nodes', node.id)
      return check({ node, old, hasChangedMacros })
    }
  },
)

/** Where the manifest has kinds that do not stand below `nodes`. */
const sections: Partial<Record<Node['kind'], string>> = {
  source: 'sources',
  unit_test: 'unit_tests',
}

function findNode(manifest: JsonObject, section: string, id: string): JsonObject | undefined {
  const nodes = manifest[section]
  const node = isObject(nodes) ? nodes[id] : undefined
  return isObject(node) ? node : undefined
}
