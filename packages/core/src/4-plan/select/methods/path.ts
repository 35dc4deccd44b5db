import { compilePattern } from '../fnmatch.ts'
import type { Selectable, SelectableGraph } from '../selectable.ts'
import { nodeMethod } from './method.ts'

/** `path:models/staging`, `path:models/*.sql`, `path:models/schema.yml`; folders mean all that lies below. */
export const path = nodeMethod('path', ({ value, manifest }) => {
  const steps = toSteps(value)
  const known = knownPaths(manifest)
  const memo = new Map<string, boolean>()
  const isNamed = (candidate: string): boolean => {
    let named = memo.get(candidate)
    if (named === undefined) {
      named = known.has(candidate) && matchSteps(toSteps(candidate), steps)
      memo.set(candidate, named)
    }
    return named
  }
  return (node) =>
    pathsOf(node).some((it) => isNamed(it)) || ancestors(node.originalPath).some(isNamed)
})

function pathsOf(node: Selectable): readonly string[] {
  const own = toSteps(node.originalPath).join('/')
  const patch = node.patchPath?.split('://')[1]
  return patch === undefined ? [own] : [own, patch]
}

/** Folders above a path, up to the root, which is the empty text. */
function ancestors(file: string): string[] {
  const steps = toSteps(file)
  return steps.map((_, index) => steps.slice(0, index).join('/'))
}

/**
 * dbt looks into the project's own folder, never into a package's; a package's file is found only where the project
 * has a folder or file of that name, too.
 */
function knownPaths(manifest: SelectableGraph): ReadonlySet<string> {
  const known = new Set<string>([''])
  const own = [...manifest.nodes.values(), ...[...manifest.disabled.values()].flat()]
  for (const node of own) {
    if (node.packageName !== manifest.projectName) continue
    for (const file of pathsOf(node)) {
      known.add(file)
      for (const folder of ancestors(file)) known.add(folder)
    }
  }
  return known
}

function toSteps(value: string): readonly string[] {
  return value.split('/').filter((step) => step !== '' && step !== '.')
}

/** Step by step; `**` stands for any number of folders. */
function matchSteps(steps: readonly string[], pattern: readonly string[]): boolean {
  const [first, ...rest] = pattern
  if (first === undefined) return steps.length === 0
  if (first === '**') {
    if (rest.length === 0) return true
    return steps.some((_, index) => matchSteps(steps.slice(index), rest))
  }
  const [step, ...left] = steps
  return step !== undefined && compilePattern(first).test(step) && matchSteps(left, rest)
}
