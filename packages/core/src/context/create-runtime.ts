import type { Value } from '@btn/jinja'
import type { Project } from '../1-load/index.ts'
import { toModelJson } from '../artifact/index.ts'
import { findBuiltinSource } from '../builtin/index.ts'
import type { Manifest, Node, NodeId } from '../types/index.ts'
import type { Invocation, Linked } from './context.ts'
import { graphValue } from './graph-value.ts'
import type { Lookup } from './lookup.ts'
import { openScope } from './open-scope.ts'
import type { TemplateRuntime } from './runtime.ts'
import { openUnitTest } from './unit-test/open-unit-test.ts'

export interface RuntimeOptions {
  readonly project: Project
  readonly manifest: Manifest
  readonly invocation: Invocation
  readonly lookup: Lookup
  readonly findDoc: (packageName: string, name: string) => string | undefined
  readonly selected: readonly NodeId[]
}

/** Templates over a linked project, as the runner uses them. */
export function createRuntime(options: RuntimeOptions): TemplateRuntime {
  const { project, manifest, invocation, lookup } = options
  let graph: Value | undefined
  const linked: Linked = {
    nodes: manifest.nodes,
    findRef: (from, name, owner, version) => lookup.findRef(from.packageName, name, owner, version),
    findSource: (from, source, table) => lookup.findSource(from.packageName, source, table),
    refNames: () => lookup.refNames(),
    sourceNames: () => lookup.sourceNames(),
    findDoc: options.findDoc,
    toJson: (node) => toModelJson(node),
    get graph() {
      return (graph ??= graphValue(manifest))
    },
    selected: options.selected,
  }
  return {
    open: (node, session, extras) => openScope(options, linked, node, session, extras),
    openUnitTest: (test, session) => openUnitTest(options, linked, test, session),
    isOverridden: (macros) => macros.some((name) => isOverridden(invocation, name)),
    findMaterialization: (node, name) => findMaterialization(invocation, node, name),
    findSource: (file) => findBuiltinSource(file) ?? project.sources.read(file).value,
  }
}

function isOverridden(invocation: Invocation, name: string): boolean {
  const { macros, dialect } = invocation
  const names = [
    name,
    ...[...dialect.macroPrefixes, 'default'].map((prefix) => `${prefix}__${name}`),
  ]
  return [...invocation.packages].some((owner) =>
    names.some((candidate) => {
      const found = macros.findIn(owner, candidate)
      return found !== undefined && !macros.isInternal(found.packageName)
    }),
  )
}

/** A materialization of the project, or of the node's own package; other packages' are only for themselves. */
function findMaterialization(invocation: Invocation, node: Node, name: string): string | undefined {
  const { macros, dialect, rootPackage } = invocation
  for (const owner of new Set([rootPackage, node.packageName, ...invocation.packages])) {
    for (const adapter of [...dialect.macroPrefixes, 'default']) {
      const macro = macros.findIn(owner, `materialization_${name}_${adapter}`)
      if (!macro) continue
      // A package may bring new materializations, but not replace a built-in one behind the project's back.
      const replacesBuiltin = macros.findIn('dbt', macro.name) !== undefined
      if (owner === rootPackage || !replacesBuiltin) return macro.name
    }
  }
  return undefined
}
