import { diagnostic, findNearest } from '@btn/diagnostics'
import type { Lookup } from '../context/lookup.ts'
import { readReference } from '../names/read-reference.ts'
import type { Node, RuleSpec, SourceTable, UserFunction } from '../types/index.ts'
import { callsFunction, isLoadedSource, sqlTextsOf } from '../loads/index.ts'
import type { Nodes } from './graph.ts'
import type { Linking } from './linking.ts'

/** Finds what loads look at besides their files: the tables that their foreign keys point to, and the project's functions that they call. */
export function resolveLoads(linking: Linking, nodes: Nodes, lookup: Lookup): void {
  const all = [...nodes.values()]
  const loaded = all.filter(isLoadedSource)
  if (loaded.length === 0) return
  const functions = all.filter((it): it is UserFunction => it.kind === 'function')
  for (const source of loaded) {
    const rules = source.load.contract.rules.map((it) => resolveRule(linking, source, it, lookup))
    const load = { ...source.load, contract: { ...source.load.contract, rules } }
    const texts = sqlTextsOf(load)
    const called = functions.filter((it) => texts.some((text) => callsFunction(text, it.name)))
    const tables = rules.flatMap(({ check }) =>
      check.kind === 'foreign-key' && check.node && check.node !== source.id ? [check.node] : [],
    )
    const dependsOn = { nodes: [...new Set([...tables, ...called.map((it) => it.id)])], macros: [] }
    Object.assign(source, { load, dependsOn })
  }
}

function resolveRule(
  linking: Linking,
  source: SourceTable,
  rule: RuleSpec,
  lookup: Lookup,
): RuleSpec {
  const { check } = rule
  if (check.kind !== 'foreign-key') return rule
  const found = findTable(source, check.to, lookup)
  if (found) return { ...rule, check: { ...check, node: found.id } }
  const names = [...lookup.sourceNames(), ...lookup.refNames()]
  const params = { name: rule.name, to: check.to, nearest: findNearest(check.to, names) }
  const span = linking.project.sources.spanOf(rule.place)
  linking.diagnostics.push(diagnostic('load-foreign-key-target', params, { span }))
  return rule
}

/** `ref('x')` and `source('a', 'x')` as in dbt; else a table of the same source, `source.table`, or a model or seed. */
function findTable(source: SourceTable, to: string, lookup: Lookup): Node | undefined {
  const { packageName, sourceName } = source
  const call = readReference(to)
  const parts = to.split('.')
  const found = call
    ? call.kind === 'ref'
      ? lookup.findRef(packageName, call.name, call.package, call.version)
      : lookup.findSource(packageName, call.source, call.table)
    : parts.length === 2
      ? lookup.findSource(packageName, parts[0] ?? '', parts[1] ?? '')
      : (lookup.findSource(packageName, sourceName, to) ??
        lookup.findRef(packageName, to, undefined, undefined))
  return found === 'disabled' ? undefined : found
}
