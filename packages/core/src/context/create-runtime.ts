import { diagnostic } from '@btn/diagnostics'
import type { Project } from '../1-load/index.ts'
import { toModelJson } from '../artifact/index.ts'
import { findBuiltinSource } from '../builtin/index.ts'
import type { MacroDefinition } from '../macros/macro.ts'
import { GLOBAL_PACKAGE } from '../macros/registry.ts'

import type { Deferral, Manifest, NodeId } from '../types/index.ts'
import type { Staging } from '../publish/index.ts'
import type { Invocation, Linked } from './context.ts'
import { LiveGraph } from './graph-value.ts'
import { LiveSettings } from './live-settings.ts'
import type { Lookup } from './lookup.ts'
import { createCommentWriter } from './query-comment.ts'
import { renderReport } from './open-report.ts'
import { openScope } from './open-scope.ts'
import type { TemplateRuntime } from './runtime.ts'
import { logWarning } from './tell-warning.ts'
import { openUnitTest } from './unit-test/open-unit-test.ts'

export interface RuntimeOptions {
  readonly project: Project
  readonly manifest: Manifest
  readonly invocation: Invocation
  readonly lookup: Lookup
  readonly findDoc: (packageName: string, name: string) => string | undefined
  readonly selected: readonly NodeId[]
  readonly deferral?: Deferral | undefined
  readonly staging?: Staging | undefined
  /** Every source is a table, also one that is a file: the database has empty ones only. */
  readonly readsTables?: boolean
}

/** Templates over a linked project, as the runner uses them. */
export function createRuntime(options: RuntimeOptions): TemplateRuntime {
  const { project, manifest, invocation, lookup } = options
  const graph = new LiveGraph(manifest)
  const settings = new LiveSettings()
  const linked: Linked = {
    nodes: manifest.nodes,
    findRef: (from, name, owner, version) => lookup.findRef(from.packageName, name, owner, version),
    findSource: (from, source, table) => lookup.findSource(from.packageName, source, table),
    findFunction: (from, name, owner) => lookup.findFunction(from.packageName, name, owner),
    findMetric(from, name, owner) {
      const found = lookup.findMetric(from.packageName, name, owner)
      // The lookup knows metrics as they were before their parents were found.
      return found && found !== 'disabled' ? manifest.nodes.get(found.id) : found
    },
    refNames: () => lookup.refNames(),
    sourceNames: () => lookup.sourceNames(),
    findDoc: options.findDoc,
    spanOf: (place) => project.sources.spanOf(place),
    toJson: (node) => toModelJson(node),
    get graph() {
      return graph.value
    },
    noteCall: (node, macro) => graph.noteCall(node, macro),
    selected: options.selected,
    settings,
    deferral: options.deferral,
    readsTables: options.readsTables ?? false,
    staging: options.staging,
  }
  const { queryComment } = project.rootPackage
  const writeComment = createCommentWriter(options, linked, queryComment)
  return {
    queryComment: (node, session) => {
      const written = writeComment(node, session)
      const toComment = (text: string) =>
        text === '' ? undefined : { text, append: queryComment.append }
      return written instanceof Promise ? written.then(toComment) : toComment(written)
    },
    open: (node, session, extras) => openScope(options, linked, node, session, extras),
    renderReport: (work) => renderReport(options, linked, work),
    openUnitTest: (test, session) => openUnitTest(options, linked, test, session),
    isOverridden: (macros) => macros.some((name) => isOverridden(invocation, name)),
    isBuiltin: (macro) => {
      const found = invocation.macros.findAnywhere(macro)
      return found !== undefined && invocation.macros.isInternal(found.packageName)
    },
    findMaterialization: (name, node, session) => {
      const { macro, overrides } = findMaterialization(invocation, name)
      const params = overrides && { packageName: overrides, materialization: name }
      if (params)
        logWarning(invocation, session, diagnostic('package-materialization', params), node.id)
      return macro
    },
    changedSettings: () => settings.changes(),
    findSource: (file) => findBuiltinSource(file) ?? project.sources.read(file).value,
  }
}

function isOverridden(invocation: Invocation, name: string): boolean {
  const { macros, dialect } = invocation
  const names = [
    name,
    ...[...dialect.macroPrefixes, 'default'].map((prefix) => `${prefix}__${name}`),
  ]
  return [...invocation.packages.keys()].some((owner) =>
    names.some((candidate) => {
      const found = macros.findIn(owner, candidate)
      return found !== undefined && !macros.isInternal(found.packageName)
    }),
  )
}

interface Candidate {
  readonly macro: MacroDefinition
  readonly from: 'root' | 'imported' | 'core'
}

/**
 * The materialization that a project or package brings, by dbt's rules: what is made for this database comes before what
 * is made for any; then the root project comes before packages, and these before what is built in. A package replaces a
 * built-in one only where the project allows it.
 */
function findMaterialization(
  invocation: Invocation,
  name: string,
): { readonly macro?: string; readonly overrides?: string } {
  const all = [...invocation.dialect.macroPrefixes, 'default'].flatMap((adapter) =>
    candidates(invocation, `materialization_${name}_${adapter}`),
  )
  const isCore = ({ from }: Candidate): boolean => from === 'core'
  const mustBeExplicit =
    invocation.flags['REQUIRE_EXPLICIT_PACKAGE_OVERRIDES_FOR_BUILTIN_MATERIALIZATIONS'] !== false
  const replaces = all[0]?.from === 'imported' && all.some(isCore)
  const best = replaces && mustBeExplicit ? all.find(({ from }) => from !== 'imported') : all[0]
  if (!best || isCore(best)) return {}
  const { packageName, name: macro } = best.macro
  return {
    macro: `${packageName}.${macro}`,
    ...(replaces && !mustBeExplicit && { overrides: packageName }),
  }
}

function candidates({ macros, rootPackage, packages }: Invocation, name: string): Candidate[] {
  const find = (owner: string, from: Candidate['from']): Candidate[] => {
    const macro = macros.findIn(owner, name)
    return macro ? [{ macro, from }] : []
  }
  const others = [...packages.keys()].filter((it) => it !== rootPackage && !macros.isInternal(it))
  return [
    ...find(rootPackage, 'root'),
    ...others.flatMap((owner) => find(owner, 'imported')),
    ...find(GLOBAL_PACKAGE, 'core'),
  ]
}
