import { diagnostic, findNearest, type Outcome } from '@btn/diagnostics'
import type { Invocation } from '../context/context.ts'
import type { MacroDefinition } from '../macros/macro.ts'
import type { JsonObject, MacroInfo, Manifest, NodeId, Operation, Plan } from '../types/index.ts'
import { calledOperation } from './called-operation.ts'

interface Planned {
  readonly plan: Plan
  /** The manifest with the operation among its nodes. */
  readonly manifest: Manifest
}

/** The plan of `run-operation <macro>`: that one call. */
export function planMacro(
  manifest: Manifest,
  invocation: Invocation,
  call: { readonly macro: string; readonly args: JsonObject },
): Outcome<Planned | undefined> {
  const found = findMacro(invocation, call.macro)
  const info = found && manifest.macros.get(found.id)
  if (!found || !info) {
    const nearest = findNearest(call.macro, invocation.macros.names(manifest.projectName))
    const missing = diagnostic('operation-not-found', { name: call.macro, nearest })
    return { value: undefined, diagnostics: [missing] }
  }
  const isQualified = call.macro.includes('.')
  const owner = isQualified ? found.packageName : manifest.projectName
  const node = toOperation(info, owner, invocation.target)
  const step = {
    kind: 'run-operation',
    node: node.id,
    after: [],
    macro: `${found.packageName}.${found.name}`,
    args: call.args,
  } as const
  const value = { plan: planOf(step), manifest: withNode(manifest, node) }
  return { value, diagnostics: [] }
}

/** The plan of `run-operation --sql`: the inline query, which is sent and not read. */
export function planSql(node: NodeId): Plan {
  return planOf({ kind: 'run-operation', node, after: [], args: {} })
}

function planOf(step: Plan['steps'][number]): Plan {
  return { command: 'run-operation', selected: [], onRunStart: [], steps: [step], onRunEnd: [] }
}

/** As dbt looks: in the package that is named, else in the root project, then in the others and the built-in ones. */
function findMacro({ macros }: Invocation, name: string): MacroDefinition | undefined {
  const dot = name.indexOf('.')
  return dot < 0
    ? macros.findAnywhere(name)
    : macros.findIn(name.slice(0, dot), name.slice(dot + 1))
}

function withNode(manifest: Manifest, node: Operation): Manifest {
  return { ...manifest, nodes: new Map([...manifest.nodes, [node.id, node]]) }
}

/** The macro as the node that runs; its templates are those of `owner`. */
function toOperation(macro: MacroInfo, owner: string, target: JsonObject): Operation {
  const called = calledOperation(
    {
      id: String(macro.id) as NodeId,
      name: macro.name,
      packageName: owner,
      path: macro.path,
      originalPath: macro.originalPath,
      file: macro.file,
      fqn: String(macro.id).split('.'),
    },
    target,
  )
  const { description, meta, createdAt } = macro
  const dependsOn = { nodes: [], macros: macro.dependsOn }
  return { ...called, description, meta, createdAt, dependsOn, macro }
}
