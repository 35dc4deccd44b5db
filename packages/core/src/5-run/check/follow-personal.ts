import type { Diagnostic } from '@btn/diagnostics'
import { findLeaks, findLost, tellLeak, tellLost } from '../../lineage/find-leaks.ts'
import { tracePersonal } from '../../lineage/personal.ts'
import type { Checked, Leak, NodeId, PersonalMap } from '../../types/index.ts'
import type { CheckInput } from './check-input.ts'

interface Followed {
  readonly personal?: PersonalMap
  readonly leaks?: readonly Leak[]
  readonly diagnostics: readonly (Diagnostic & { readonly node: NodeId })[]
}

/** Follows personal data through what was checked, and tells where it gets out as it is. */
export function followPersonal(
  { manifest, runtime, wanted: ids }: CheckInput,
  checked: Pick<Checked, 'nodes'>,
): Followed {
  if (!manifest.hasPersonal) return { diagnostics: [] }
  const personal = tracePersonal(manifest, checked)
  const sight = { nodes: manifest.nodes, checked, personal }
  const wanted = new Set(ids)
  const isWanted = (id: NodeId) => wanted.has(id)
  const findSource = (file: string) => runtime.findSource(file)
  const leaks = findLeaks(sight, isWanted)
  const lost = findLost(sight, isWanted)
  const diagnostics = [
    ...leaks.map((it) => ({ ...tellLeak(sight, it, findSource), node: it.by })),
    ...lost.map((it) => ({ ...tellLost(sight, it, findSource), node: it.in })),
  ]
  return { personal, leaks, diagnostics }
}
