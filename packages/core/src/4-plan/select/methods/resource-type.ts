import { diagnostic } from '@btn/diagnostics'
import { resourceTypes } from '../resource-types.ts'
import { nodeMethod } from './method.ts'

/** `resource_type:seed` */
export const resourceType = nodeMethod('resource_type', ({ value, criterion, report }) => {
  if (!resourceTypes.has(value)) {
    const expected = [...resourceTypes].join(', ')
    report(diagnostic('selector-value', { method: 'resource_type', value, expected }, criterion))
    return undefined
  }
  return (node) => node.kind === value
})
