import { toMacroModelJson, toModelJson } from '../artifact/index.ts'
import { isDescribed } from '../described/is-described.ts'
import type { MacroInfo, Node } from '../types/index.ts'
import type { Subject } from './context.ts'

/** The macro that is called by itself, where the node stands for such a call. */
export function macroOf(node: Node): MacroInfo | undefined {
  return node.kind === 'operation' ? node.macro : undefined
}

/** A node as the subject of a rendering. */
export function subjectOf(node: Node): Subject {
  return {
    id: node.id,
    name: node.name,
    packageName: node.packageName,
    kind: node.kind,
    ...placeOf(node),
    toJson: (made) => {
      const macro = macroOf(node)
      return macro ? toMacroModelJson(macro) : toModelJson(node, made)
    },
  }
}

function placeOf(node: Node): Pick<Subject, 'database' | 'schema' | 'alias' | 'unnamed'> {
  // Where a unit test would be is that of the model that it tests; see `openUnitTest`.
  if (node.kind === 'unit_test' || node.kind === 'report' || isDescribed(node))
    return { database: '', schema: '', alias: node.name }
  const { database, schema } = node
  if (node.kind === 'source') return { database, schema, alias: node.identifier }
  return { database, schema, alias: node.alias, unnamed: node.unnamed }
}
