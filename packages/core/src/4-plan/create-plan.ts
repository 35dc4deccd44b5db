import type { Outcome } from '@btn/diagnostics'
import type {
  Command,
  Manifest,
  Node,
  NodeId,
  Operation,
  Plan,
  Rendering,
  RunHook,
  Step,
} from '../types/index.ts'
import { orderSteps, type Ordered } from './order/order-steps.ts'
import { placeReports, tellsOfChecks } from './order/place-reports.ts'
import { findGates } from './order/monitor-gates.ts'
import { selectNodes, type SelectOptions } from './select/select.ts'
import type { Selection } from './select/spec.ts'

interface PlanOptions extends SelectOptions {
  /**
   * What in a node's template asks the database (`run_query`), so that its SQL can only be known at run time;
   * undefined when nothing does.
   */
  readonly asksDatabase?: (node: Node) => string | undefined
}

/** What a command will do, in the order that dbt would take. */
export function createPlan(
  manifest: Manifest,
  selection: Selection,
  options: PlanOptions,
): Outcome<Plan> {
  const { command } = options
  const found = selectNodes(manifest, selection, options)
  const isBuild = command === 'build' || command === 'plan'
  const before = isBuild ? findUnitTests(manifest, found.value) : new Map()
  const wanted = command === 'load' ? withFunctions(manifest, found.value) : found.value
  const selected = new Set(isBuild ? wanted.filter((id) => !isUnitTest(id)) : wanted)
  const isOnlyPassed = (id: NodeId): boolean =>
    !rendersOnly(command) && isEphemeral(manifest.nodes.get(id))
  const gates = isBuild ? findGates(manifest, found.value) : new Map()
  const ordered = runsSteps(command)
    ? orderSteps(manifest, { selected, passesThrough: isOnlyPassed, gates, before })
    : []
  const made = ordered.flatMap((it) => toStep(manifest, it, options) ?? [])
  const steps = placeReports(manifest, made)
  const hooks = selected.size > 0 && runsHooks(command) ? findHooks(manifest) : []
  const value: Plan = {
    command,
    selected: found.value,
    onRunStart: toHooks(hooks, 'on-run-start'),
    steps,
    onRunEnd: toHooks(hooks, 'on-run-end'),
  }
  return { value, diagnostics: found.diagnostics }
}

/** Functions of the project that contracts call are made before the loads, whoever selected these. */
function withFunctions({ nodes, parents }: Manifest, loads: readonly NodeId[]): readonly NodeId[] {
  const called = loads.flatMap((id) =>
    (parents.get(id) ?? []).filter((parent) => nodes.get(parent)?.kind === 'function'),
  )
  return [...new Set([...loads, ...called])]
}

function isUnitTest(id: NodeId): boolean {
  return id.startsWith('unit_test.')
}

/** By model: its unit tests, which run before it. As in dbt, those of a model that is not built are left out. */
function findUnitTests(
  manifest: Manifest,
  selected: readonly NodeId[],
): ReadonlyMap<NodeId, readonly NodeId[]> {
  const found = new Map<NodeId, NodeId[]>()
  for (const id of selected.filter(isUnitTest)) {
    for (const model of manifest.parents.get(id) ?? []) {
      const list = found.get(model)
      if (list) list.push(id)
      else found.set(model, [id])
    }
  }
  return found
}

function rendersOnly(command: Command): boolean {
  return command === 'compile' || command === 'generate' || command === 'show'
}

function runsSteps(command: Command): boolean {
  return command !== 'list' && command !== 'parse'
}

function runsHooks(command: Command): boolean {
  return runsSteps(command) && !rendersOnly(command) && command !== 'clone' && command !== 'monitor'
}

function isEphemeral(node: Node | undefined): boolean {
  return node?.kind === 'model' && node.config['materialized'] === 'ephemeral'
}

function toStep(manifest: Manifest, base: Ordered, options: PlanOptions): Step | undefined {
  const node = manifest.nodes.get(base.node)
  if (!node) return undefined
  const rendering = toRendering(options.asksDatabase?.(node))
  // Clones read nothing of each other: none waits.
  if (options.command === 'clone') return { kind: 'clone-node', ...base, after: [] }
  if (node.kind === 'source')
    return { kind: options.command === 'freshness' ? 'check-freshness' : 'load-source', ...base }
  if (rendersOnly(options.command)) return { kind: 'compile-node', ...base, rendering }
  if (node.kind === 'seed') return { kind: 'load-seed', ...base }
  if (node.kind === 'test') return { kind: 'run-test', ...base, rendering }
  if (node.kind === 'exposure' || node.kind === 'saved_query') return { kind: 'pass-over', ...base }
  if (node.kind === 'report')
    return { kind: 'write-report', ...base, tellsOfChecks: tellsOfChecks(node) }
  if (node.kind === 'monitor') return { kind: 'run-monitor', ...base }
  if (node.kind === 'unit_test') return { kind: 'run-unit-test', ...base, rendering: atRun }
  if (node.kind === 'function') return { kind: 'build-function', ...base, rendering }
  if (node.kind !== 'model' && node.kind !== 'snapshot') return undefined
  const materialization = String(node.config['materialized'] ?? 'view')
  return { kind: 'materialize', ...base, materialization, rendering }
}

/** Inputs take the types of their columns from the database. */
const atRun: Rendering = { when: 'at-run', because: 'get_columns_in_relation()' }

function toRendering(because: string | undefined): Rendering {
  return because === undefined ? { when: 'at-plan' } : { when: 'at-run', because }
}

/** The project's own hooks first, then those of packages by their names, each in the order of writing: dbt means it the other way round, and does this. */
function findHooks(manifest: Manifest): readonly Operation[] {
  const hooks = [...manifest.nodes.values()].filter((node) => node.kind === 'operation')
  const isOwn = (hook: Operation): number => (hook.packageName === manifest.projectName ? 0 : 1)
  return hooks.sort(
    (a, b) =>
      isOwn(a) - isOwn(b) ||
      (a.packageName < b.packageName ? -1 : a.packageName > b.packageName ? 1 : a.index - b.index),
  )
}

function toHooks(hooks: readonly Operation[], when: Operation['when']): readonly RunHook[] {
  const due = hooks.filter((it) => it.when === when)
  return due.map(({ id, packageName }, at) => ({
    kind: 'run-hook',
    node: id,
    after: [],
    name: `${packageName}.${when}.${at}`,
  }))
}
