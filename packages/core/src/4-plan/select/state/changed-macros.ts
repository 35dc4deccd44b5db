import type { JsonObject, MacroId, Manifest, Node } from '../../../types/index.ts'
import { isObject } from '../../../types/json.ts'

/** Tells whether a node reaches a macro that is new or reads otherwise than in the earlier manifest. */
export function findChangedMacros(manifest: Manifest, old: JsonObject): (node: Node) => boolean {
  const before = isObject(old['macros']) ? old['macros'] : {}
  const known = new Map<MacroId, boolean>()
  const isChanged = (id: MacroId): boolean => {
    const memo = known.get(id)
    if (memo !== undefined) return memo
    known.set(id, false)
    const macro = manifest.macros.get(id)
    const earlier = before[id]
    const isSame = macro && isObject(earlier) && earlier['macro_sql'] === macro.code
    const changed = !isSame || (macro?.dependsOn.some(isChanged) ?? false)
    known.set(id, changed)
    return changed
  }
  return (node) => 'dependsOn' in node && node.dependsOn.macros.some(isChanged)
}
