import type { EarlierManifest } from '../../../state/earlier-manifest.ts'
import type { MacroId, Manifest, Node } from '../../../types/index.ts'
import { isObject } from '../../../types/json.ts'

/**
 * Tells whether a node reaches a macro that is new or reads otherwise than in the earlier manifest. Where dbt itself
 * wrote that manifest, its built-in macros are other texts of the same meaning: they count as unchanged.
 */
export function findChangedMacros(
  manifest: Manifest,
  earlier: EarlierManifest,
): (node: Node) => boolean {
  const builtIn = new Set(earlier.isOurs ? [] : ['dbt', `dbt_${manifest.adapterType}`])
  const before = earlier.macros
  const known = new Map<MacroId, boolean>()
  const isChanged = (id: MacroId): boolean => {
    const memo = known.get(id)
    if (memo !== undefined) return memo
    known.set(id, false)
    const macro = manifest.macros.get(id)
    if (macro && builtIn.has(macro.packageName)) return false
    const old = before[id]
    const isSame = macro && isObject(old) && old['macro_sql'] === macro.code
    const changed = !isSame || (macro?.dependsOn.some(isChanged) ?? false)
    known.set(id, changed)
    return changed
  }
  return (node) => 'dependsOn' in node && node.dependsOn.macros.some(isChanged)
}
