import { fnmatch } from '../fnmatch.ts'
import { nodeMethod } from './method.ts'

/** `test_name:unique`: the name of the generic test, not of the node. */
export const testName = nodeMethod(
  'test_name',
  ({ value }) =>
    (node) =>
      node.kind === 'test' && node.generic !== undefined && fnmatch(node.generic.name, value),
)
