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
    ...uncheckedEntries(checked, nodes),
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

/** Something that was not checked, and how many others were not because of it. */
interface Cause {
  readonly of: Node
  readonly because: Because
  behind: number
}

function uncheckedEntries({ nodes: found, missing }: Checked, nodes: Nodes): readonly Entry[] {
  const causes = new Map<string, Cause>()
  for (const [id, it] of found) {
    const node = nodes.get(id)
    if (it.kind !== 'unchecked' || !node) continue
    if (it.because.why === 'parent') continue
    causes.set(id, { of: node, because: it.because, behind: 0 })
  }
  let orphans = 0
  for (const [id, it] of found) {
    if (it.kind !== 'unchecked' || it.because.why !== 'parent') continue
    const cause = causes.get(rootOf(found, id))
    if (cause) cause.behind++
    else if (nodes.has(id)) orphans++
  }
  return [
    ...missing.map((it) => line('NotChecked', 'Z095', `Not there: ${it}`)),
    ...causeEntries([...causes.values()]),
    ...(orphans > 0 ? [unchecked(`${count(orphans, 'node')} behind mistakes or doubts`)] : []),
  ]
}

/** Sources that nobody knows come in numbers: people are told of all in one line, and of each when they debug. */
function causeEntries(causes: readonly Cause[]): readonly Entry[] {
  const sources = causes.filter(({ because }) => because.why === 'source-unknown')
  if (sources.length < 2) return causes.map(causeEntry)
  const others = causes.filter((it) => !sources.includes(it))
  const details = sources.map((it) => ({ ...causeEntry(it), show: 'detail' as const }))
  return [manySources(sources), ...details, ...others.map(causeEntry)]
}

const MOST_NAMED = 3

function manySources(sources: readonly Cause[]): Entry {
  const names = sources.slice(0, MOST_NAMED).map(({ of }) => nameOf(of))
  const more = sources.length - names.length
  const list = `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  const behind = sources.reduce((sum, it) => sum + it.behind, 0)
  const text = `${sources.length} sources whose columns nobody tells (btn docs generate learns them): ${list}`
  return { ...unchecked(`${text}${behindWords(behind, 'them')}`), show: 'plain' }
}

function causeEntry({ of, because, behind }: Cause): Entry {
  return unchecked(`${causeOf(of, because)}${behindWords(behind, 'it')}`)
}

function behindWords(behind: number, what: 'it' | 'them'): string {
  return behind > 0 ? `, nor ${behind} behind ${what}` : ''
}

function unchecked(text: string): Entry {
  return line('NotChecked', 'Z095', `Not checked: ${text}`)
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
  const name = `${node.kind} ${nameOf(node)}`
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

function nameOf(node: Node): string {
  return node.kind === 'source' ? `${node.sourceName}.${node.name}` : node.name
}
