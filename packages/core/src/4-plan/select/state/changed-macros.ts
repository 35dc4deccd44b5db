import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import type { EarlierManifest } from '../../../state/earlier-manifest.ts'
import type { MacroId, Manifest, Node } from '../../../types/index.ts'
import { isObject } from '../../../types/json.ts'

/**
 * Tells whether a node reaches a macro that is new or reads otherwise than in the earlier manifest. Where dbt itself
 * wrote that manifest, its built-in macros are other texts of the same meaning: they count as unchanged. As in dbt, a
 * test that is gone is a mistake here, once any macro is new, gone or changed.
 */
export function findChangedMacros(
  manifest: Manifest,
  earlier: EarlierManifest,
  report: (fault: Diagnostic) => void,
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
  const isGone = (id: string): boolean =>
    !manifest.macros.has(id as MacroId) && !builtIn.has(id.split('.')[1] ?? '')
  const isAnyChanged = (): boolean =>
    [...manifest.macros.keys()].some(isChanged) || Object.keys(before).some(isGone)
  return (node) => {
    const test = missingTest(node)
    if (test !== undefined && isAnyChanged())
      report(diagnostic('state-test-missing', { node: node.name, file: node.originalPath, test }))
    return 'dependsOn' in node && node.dependsOn.macros.some(isChanged)
  }
}

/** The name of a test that no macro defines, if the node is one. */
function missingTest(node: Node): string | undefined {
  if (node.kind !== 'test' || !node.generic) return undefined
  const { name } = node.generic
  const isThere = node.dependsOn.macros.some((id) => id.endsWith(`.test_${name}`))
  return isThere ? undefined : name
}
