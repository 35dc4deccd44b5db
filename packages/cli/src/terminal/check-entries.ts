import type { Checked, Manifest, Node, NodeId } from '@btn/core'
import { isError, type Diagnostic } from '@btn/diagnostics'
import { diagnosticEntries } from './diagnostic-entry.ts'
import { count, line, type Entry } from './entry.ts'

/** What a check found: each mistake in full, what was not checked and why, and how much was. */
export function checkEntries(
  checked: Checked,
  told: readonly Diagnostic[],
  { nodes }: Pick<Manifest, 'nodes'>,
): readonly Entry[] {
  return [
    ...diagnosticEntries(told),
    ...uncheckedLines(checked, nodes).map((text) => line('NotChecked', 'Z095', text)),
    line('Checked', 'Z096', summary(checked, told, nodes)),
  ]
}

type Nodes = ReadonlyMap<NodeId, Node>

function summary({ nodes: found }: Checked, told: readonly Diagnostic[], nodes: Nodes): string {
  const looked = [...found].flatMap(([id, it]) =>
    it.kind === 'unchecked' ? [] : (nodes.get(id) ?? []),
  )
  const kinds = new Map<string, number>()
  for (const { kind } of looked) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  const parts = [...kinds].map(([kind, number]) => countKind(number, kind.replace('_', ' ')))
  const errors = told.filter(isError).length
  const warnings = told.length - errors
  const ends = [count(errors, 'error'), ...(warnings > 0 ? [count(warnings, 'warning')] : [])]
  return `Checked ${parts.length === 0 ? 'nothing' : parts.join(', ')}: ${ends.join(', ')}.`
}

function uncheckedLines({ nodes: found, missing }: Checked, nodes: Nodes): readonly string[] {
  const causes = new Map<string, { readonly of: Node; readonly text: string; behind: number }>()
  for (const [id, it] of found) {
    const node = nodes.get(id)
    if (it.kind !== 'unchecked' || !node) continue
    if (it.because.why === 'parent') continue
    causes.set(id, { of: node, text: causeOf(node, it.because), behind: 0 })
  }
  const orphans: Node[] = []
  for (const [id, it] of found) {
    if (it.kind !== 'unchecked' || it.because.why !== 'parent') continue
    const root = rootOf(found, id)
    const cause = causes.get(root)
    const node = nodes.get(id)
    if (cause) cause.behind++
    else if (node) orphans.push(node)
  }
  const lines = [...causes.values()].map(
    ({ text, behind }) => `Not checked: ${text}${behind > 0 ? `, nor ${behind} behind it` : ''}`,
  )
  const tail =
    orphans.length > 0
      ? [`Not checked: ${count(orphans.length, 'node')} behind mistakes or doubts`]
      : []
  const had = missing.map((it) => `Not there: ${it}`)
  return [...had, ...lines, ...tail]
}

/** A query becomes queries, an analysis analyses. */
function countKind(number: number, noun: string): string {
  return count(number, noun, noun.replace(/y$/, 'ie').replace(/sis$/, 'se') + 's')
}

function rootOf(found: Checked['nodes'], id: NodeId): NodeId {
  const seen = new Set<NodeId>()
  for (let at = id; ;) {
    const it = found.get(at)
    if (seen.has(at) || it?.kind !== 'unchecked' || it.because.why !== 'parent') return at
    seen.add(at)
    at = it.because.node
  }
}

type Because = Extract<
  Checked['nodes'] extends ReadonlyMap<NodeId, infer C> ? C : never,
  { kind: 'unchecked' }
>['because']

function causeOf(node: Node, because: Because): string {
  const name =
    node.kind === 'source' ? `source ${node.sourceName}.${node.name}` : `${node.kind} ${node.name}`
  switch (because.why) {
    case 'source-unknown':
      return `${name}, whose columns nobody tells (btn docs generate learns them)`
    case 'relation-unknown':
      return `${name}, which reads ${because.name}`
    case 'not-here':
      return `${name}: ${because.problem.split('\n')[0]}`
    case 'python':
      return `${name}, a program; its columns are not declared with types`
    case 'parent':
      return name
  }
}
