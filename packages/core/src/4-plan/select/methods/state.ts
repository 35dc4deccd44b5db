import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import { toNodeJson } from '../../../artifact/index.ts'
import type { EarlierManifest } from '../../../state/earlier-manifest.ts'
import type { PreviousState } from '../../../state/previous-state.ts'
import type { JsonObject, Manifest, Node, NodeId } from '../../../types/index.ts'
import { findChangedMacros } from '../state/changed-macros.ts'
import {
  sameBody,
  sameConfig,
  sameContents,
  sameDescription,
  sameRelation,
  type IsSame,
} from '../state/compare.ts'
import { findBreaks, findRemoval, sameContract } from '../state/contract.ts'
import { reportBigSeed } from '../state/big-seeds.ts'
import type { Method } from './method.ts'

interface Comparison {
  readonly node: Node
  readonly json: JsonObject
  readonly old: JsonObject | undefined
  readonly comparesWritten: boolean
  readonly hasChangedMacros: (node: Node) => boolean
}

type Check = (comparison: Comparison) => boolean

/** What was not there before is new, but nothing that could have been modified. */
const neverModifiedWhenNew: ReadonlySet<string> = new Set([
  'source',
  'exposure',
  'metric',
  'semantic_model',
  'saved_query',
])

const isModified: Check = ({ node, json, old, comparesWritten, hasChangedMacros }) =>
  hasChangedMacros(node) ||
  (old ? !sameContents(comparesWritten)(json, old) : !neverModifiedWhenNew.has(node.kind))

/** A part of a node changed, or the node is new; nodes that have no such part never match. */
function changed(isSame: IsSame, hasPart: (kind: string) => boolean): Check {
  return ({ node, json, old }) => hasPart(node.kind) && (!old || !isSame(json, old))
}

const withoutCode: ReadonlySet<string> = new Set([...neverModifiedWhenNew, 'unit_test'])
const hasCode = (kind: string): boolean => !withoutCode.has(kind)
const isRelational = (kind: string): boolean => kind === 'source' || hasCode(kind)
const isConfigured = (kind: string): boolean => kind !== 'unit_test'

const checks: ReadonlyMap<string, Check> = new Map([
  ['new', ({ old }) => !old],
  ['old', ({ old }) => old !== undefined],
  ['modified', isModified],
  ['unmodified', (comparison) => !isModified(comparison)],
  ['modified.body', changed(sameBody, hasCode)],
  ['modified.configs', changed(sameConfig, isConfigured)],
  ['modified.persisted_descriptions', changed(sameDescription, hasCode)],
  [
    'modified.relation',
    (comparison) => changed(sameRelation(comparison.comparesWritten), isRelational)(comparison),
  ],
  ['modified.macros', ({ node, hasChangedMacros }) => hasChangedMacros(node)],
  ['modified.contract', changed(sameContract, hasCode)],
])

/** The comparisons that look at what contracts promise, and tell when a promise is broken. */
const holdsContracts: ReadonlySet<string> = new Set(['modified', 'unmodified', 'modified.contract'])
const looksAtBodies: ReadonlySet<string> = new Set(['modified', 'unmodified', 'modified.body'])

/** `state:modified`: how a node of `manifest` differs from the one in the manifest that `--state` names. */
export function stateMethod(manifest: Manifest, previous: PreviousState | undefined): Method {
  return {
    name: 'state',
    search({ value, criterion, report }) {
      const check = checks.get(value)
      if (!check) {
        const expected = [...checks.keys()].join(', ')
        report(diagnostic('selector-value', { method: 'state', value, expected }, criterion))
        return []
      }
      const earlier = previous?.manifest
      if (!earlier) {
        const lacks = {
          artifact: 'manifest.json',
          fact: 'Got a state selector method, but no comparison manifest',
        }
        report(diagnostic('selector-needs-state', { method: 'state', ...lacks }, criterion))
        return []
      }
      return compare({ manifest, previous, earlier, value, check }, report)
    },
  }
}

interface Asked {
  readonly manifest: Manifest
  readonly previous: PreviousState
  readonly earlier: EarlierManifest
  readonly value: string
  readonly check: Check
}

function compare(asked: Asked, report: Report): readonly NodeId[] {
  const { manifest, previous, earlier, value, check } = asked
  if (holdsContracts.has(value)) reportRemovals(manifest, earlier, report)
  const hasChangedMacros = findChangedMacros(manifest, earlier, report)
  const { comparesWritten } = earlier
  const isMatch = (node: Node): boolean => {
    const json = toNodeJson(node)
    const old = earlier.findNode(node.id)
    if (old && holdsContracts.has(value)) reportBreaks(node, json, old, report)
    if (old && looksAtBodies.has(value)) reportBigSeed(json, old, previous, report)
    return check({ node, json, old, comparesWritten, hasChangedMacros })
  }
  return [...manifest.nodes.values()].filter(isMatch).map((node) => node.id)
}

type Report = (fault: Diagnostic) => void

function reportBreaks(node: Node, json: JsonObject, old: JsonObject, report: Report): void {
  const changes = findBreaks(json, old)
  if (changes.length > 0) reportBreak(json, node.originalPath, changes, report)
}

/** Models with a contract that are no longer there. */
function reportRemovals(manifest: Manifest, earlier: EarlierManifest, report: Report): void {
  for (const [id, old] of earlier.nodes()) {
    if (manifest.nodes.has(id as NodeId)) continue
    const [disabled] = manifest.disabled.get(id as NodeId) ?? []
    const json = disabled ? toNodeJson(disabled) : old
    const removal = findRemoval(json)
    if (removal === undefined) continue
    reportBreak(json, String(json['original_file_path']), [removal], report)
  }
}

/** Who pins a version relies on it: there it is an error. */
function reportBreak(
  node: JsonObject,
  file: string,
  changes: readonly string[],
  report: Report,
): void {
  const model = String(node['name'])
  const isVersioned = node['version'] !== undefined && node['version'] !== null
  const code = isVersioned ? 'contract-broken' : 'contract-broken-unversioned'
  report(diagnostic(code, { model, file, changes }))
}
