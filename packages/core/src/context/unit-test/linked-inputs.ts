import type { Node } from '../../types/index.ts'
import type { Linked } from '../context.ts'
import type { StandIn } from './stand-in.ts'
import type { UnitTestCase } from './unit-test-case.ts'

/** The graph as a unit test sees it: nothing but its inputs can be referred to. */
export function linkInputs(linked: Linked, test: UnitTestCase, rootPackage: string): Linked {
  const inputs = [...test.standIns.values()]
  return {
    nodes: linked.nodes,
    spanOf: (place) => linked.spanOf(place),
    findDoc: (packageName, name) => linked.findDoc(packageName, name),
    toJson: (node) => linked.toJson(node),
    get graph() {
      return linked.graph
    },
    // The model is not what runs.
    noteCall: () => undefined,
    selected: linked.selected,
    settings: linked.settings,
    deferral: linked.deferral,
    readsTables: linked.readsTables,
    staging: undefined,
    findRef(from, name, packageName, version) {
      const named = inputs.filter((it) => isNamed(it, name, version))
      const owners = packageName !== undefined ? [packageName] : [rootPackage, from.packageName]
      return pick(named, owners) ?? (packageName === undefined ? named[0]?.node : undefined)
    },
    findSource(_from, source, table) {
      return inputs.find((it) => it.sourceName === source && it.node.name === table)?.node
    },
    findFunction: (from, name, packageName) => linked.findFunction(from, name, packageName),
    findMetric: (from, name, packageName) => linked.findMetric(from, name, packageName),
    refNames: () => inputs.filter((it) => it.sourceName === undefined).map((it) => it.node.name),
    sourceNames: () =>
      inputs.flatMap((it) =>
        it.sourceName === undefined ? [] : `${it.sourceName}.${it.node.name}`,
      ),
  }
}

function pick(inputs: readonly StandIn[], owners: readonly string[]): Node | undefined {
  for (const owner of owners) {
    const found = inputs.find((it) => it.node.packageName === owner)
    if (found) return found.node
  }
  return undefined
}

function isNamed(
  { node, sourceName }: StandIn,
  name: string,
  version: string | number | undefined,
): boolean {
  if (sourceName !== undefined || node.name !== name) return false
  const wanted = version ?? node.latestVersion
  return node.version === undefined
    ? version === undefined
    : String(node.version) === String(wanted)
}
