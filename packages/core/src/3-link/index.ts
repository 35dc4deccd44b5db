import { declaresPersonal } from '../privacy/declares-personal.ts'
import type { Outcome } from '@btn/diagnostics'
import type { Project } from '../1-load/index.ts'
import type { ParseResult } from '../2-parse/index.ts'
import type { Manifest, Node, NodeId } from '../types/index.ts'
import { reportMicrobatchInputs } from './check-microbatch.ts'
import { checkTestLimits } from './check-test-limits.ts'
import { checkSettings } from './check-settings.ts'
import { linkAnalyses, linkInline } from './analyses.ts'
import { linkModels } from './models.ts'
import { linkSingularTests } from './singular-tests.ts'
import { reportDeprecated } from './deprecated-models.ts'
import { findAsk } from './find-ask.ts'
import { linkFunctions } from './functions.ts'
import { linkDescribed } from './described/index.ts'
import { linkGenericTests } from './generic-tests.ts'
import { connect, type Disabled, type Nodes } from './graph.ts'
import { linkGroups } from './groups.ts'
import { startLinking, type Linking } from './linking.ts'
import { checkDispatches } from './dispatches.ts'
import { linkMacros } from './macros.ts'
import { reportDuplicate, reportSharedRelations } from './mistakes.ts'
import { linkAlerts, linkMonitors, reportUnheard } from './monitors.ts'
import { inReadingOrder } from './node-order.ts'
import { linkOperations } from './operations.ts'
import type { Lookup } from '../context/lookup.ts'
import { createLookup } from './resolve.ts'
import { linkReports } from './reports.ts'
import { resolveLoads } from './resolve-loads.ts'
import { reportSharedNames, reportVersionClashes } from './shared-names.ts'
import { checkSemantics } from './semantic-checks/index.ts'
import { linkSeeds } from './seeds.ts'
import { linkSnapshots } from './snapshots.ts'
import { reportSpacedNames } from './spaced-names.ts'
import { applySourceOverrides } from './source-overrides.ts'
import { linkSources } from './sources.ts'
import { linkUnitTests } from './unit-tests.ts'
import { reportUnusedConfigs } from './unused-configs.ts'

export interface LinkResult {
  readonly manifest: Manifest
  readonly lookup: Lookup
  /** The node of `--inline`. */
  readonly inline?: NodeId | undefined
  /** Why a node's SQL can only be rendered while running: what of the database it asks; undefined when nothing. */
  asksDatabase(node: Node): string | undefined
  findDoc(packageName: string, name: string): string | undefined
}

/** Phase 3: the files become one graph. */
export function link(project: Project, parsed: ParseResult): Outcome<LinkResult> {
  const overridden = applySourceOverrides(project, parsed)
  const linking = startLinking(project, overridden.value)
  linking.diagnostics.push(...overridden.diagnostics)
  linkSources(linking)
  linkSeeds(linking)
  linkModels(linking)
  linkSnapshots(linking)
  linkFunctions(linking)
  linkAnalyses(linking)
  linkSingularTests(linking)
  checkDispatches(linking)
  const macros = linkMacros(linking)
  linkGenericTests(linking, macros)
  linkOperations(linking)
  linkReports(linking)
  linkMonitors(linking)
  const alerts = linkAlerts(linking)
  const inline = linkInline(linking)
  linkGroups(linking)
  const { enabled, disabled } = separate(linking)
  const lookup = createLookup(enabled.values(), [...disabled.values()].flat(), {
    rootPackage: project.name,
    prefersOwnPackage: project.flags.require_ref_searches_node_package_before_root,
  })
  resolveLoads(linking, enabled, lookup)
  addAll(linkUnitTests(linking, lookup, enabled), linking, enabled, disabled)
  addAll(linkDescribed(linking, lookup), linking, enabled, disabled)
  const graph = connect(linking, enabled, disabled, lookup)
  checkSettings(linking, enabled)
  checkTestLimits(linking, graph.nodes)
  checkSemantics(linking, graph.nodes)
  reportSharedNames(linking, graph.nodes)
  reportVersionClashes(linking, graph.nodes)
  reportSpacedNames(linking, graph.nodes.values())
  reportSharedRelations(linking, graph.nodes)
  reportUnheard(linking, [...graph.nodes.values(), ...[...disabled.values()].flat()])
  reportUnusedConfigs(linking, enabled.values(), [...disabled.values()].flat())
  reportDeprecated(linking, graph)
  reportMicrobatchInputs(linking, graph)
  const manifest: Manifest = {
    projectName: project.name,
    adapterType: parsed.invocation.adapterType,
    ...graph,
    disabled,
    macros,
    docs: linking.docs,
    groups: linking.groups,
    ...(alerts && { alerts }),
    ...(declaresPersonal(parsed) && { hasPersonal: true as const }),
    selectors: project.selectors?.value ?? {},
  }
  const value: LinkResult = {
    manifest,
    lookup,
    inline,
    asksDatabase: (node) => findAsk(linking, manifest, node),
    findDoc: (packageName, name) => linking.descriptions.find(packageName, name)?.contents,
  }
  return { value, diagnostics: linking.diagnostics }
}

/** Adds nodes that needed the others to be known. */
function addAll(
  nodes: readonly Node[],
  linking: Linking,
  enabled: Nodes,
  disabled: Disabled,
): void {
  for (const node of nodes) {
    if (node.config['enabled'] === false) addDisabled(disabled, node)
    else addEnabled(linking, enabled, node)
  }
}

function addDisabled(disabled: Disabled, node: Node): void {
  const others = disabled.get(node.id)
  if (others) others.push(node)
  else disabled.set(node.id, [node])
}

function addEnabled(linking: Linking, enabled: Nodes, node: Node): void {
  const first = enabled.get(node.id)
  if (first) reportDuplicate(linking, node, first)
  else enabled.set(node.id, node)
}

function separate(linking: Linking): { readonly enabled: Nodes; readonly disabled: Disabled } {
  const enabled: Nodes = new Map()
  const disabled: Disabled = new Map()
  for (const node of inReadingOrder(linking.project, linking.nodes)) {
    if (node.config['enabled'] === false) addDisabled(disabled, node)
    else addEnabled(linking, enabled, node)
  }
  return { enabled, disabled }
}
