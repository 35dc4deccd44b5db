import { diagnostic } from '@btn/diagnostics'
import type { Selectable } from '../selectable.ts'
import { nodeMethod } from './method.ts'

const checks: ReadonlyMap<string, (model: Selectable) => boolean> = new Map([
  ['latest', (model) => model.version !== undefined && model.version === model.latestVersion],
  ['prerelease', (model) => compareToLatest(model) > 0],
  ['old', (model) => compareToLatest(model) < 0],
  ['none', (model) => model.version === undefined],
])

/** `version:latest` */
export const version = nodeMethod('version', ({ value, criterion, report }) => {
  const isMatch = checks.get(value)
  if (!isMatch) {
    const expected = [...checks.keys()].join(', ')
    report(diagnostic('selector-value', { method: 'version', value, expected }, criterion))
    return undefined
  }
  return (node) => node.kind === 'model' && isMatch(node)
})

/** As numbers where both are, else as text. */
function compareToLatest({ version: own, latestVersion: latest }: Selectable): number {
  if (!own || !latest) return 0
  const difference = Number(own) - Number(latest)
  if (!Number.isNaN(difference)) return difference
  const [left, right] = [String(own), String(latest)]
  return left < right ? -1 : left > right ? 1 : 0
}
