import { fnmatch } from '../fnmatch.ts'
import { nodeMethod } from './method.ts'

/** `test_name:unique`: the name of the generic test, not of the node; a unit test has one name only. */
export const testName = nodeMethod(
  'test_name',
  ({ value }) =>
    (node) =>
      node.kind === 'unit_test'
        ? fnmatch(node.name, value)
        : node.kind === 'test' && node.generic !== undefined && fnmatch(node.generic.name, value),
)
