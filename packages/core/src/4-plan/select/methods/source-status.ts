import { diagnostic } from '@btn/diagnostics'
import { nodeMethod } from './method.ts'

/** `source_status:fresher`: sources that have newer rows than at the earlier run. */
export const sourceStatus = nodeMethod('source_status', ({ value, criterion, state, report }) => {
  const { loadedAtBefore: before, loadedAtNow: now } = state ?? {}
  if (!before || !now) {
    const which = before ? 'current' : 'previous'
    const lacks = {
      artifact: before ? 'sources.json of this project' : 'sources.json',
      fact: `No ${which} state comparison freshness results in sources.json`,
    }
    report(diagnostic('selector-needs-state', { method: 'source_status', ...lacks }, criterion))
    return undefined
  }
  return (node) => {
    const newest = now.get(node.id)
    if (value !== 'fresher' || newest === undefined) return false
    const oldest = before.get(node.id)
    return oldest === undefined || newest > oldest
  }
})
