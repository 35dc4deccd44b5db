import { diagnostic } from '@btn/diagnostics'
import { nodeMethod } from './method.ts'

/** `result:error`: how the node ended in the earlier run. */
export const result = nodeMethod('result', ({ value, criterion, state, report }) => {
  if (!state?.statusById) {
    const lacks = { artifact: 'run_results.json', fact: 'No comparison run_results' }
    report(diagnostic('selector-needs-state', { method: 'result', ...lacks }, criterion))
    return undefined
  }
  const { statusById } = state
  return (node) => statusById.get(node.id) === value
})
