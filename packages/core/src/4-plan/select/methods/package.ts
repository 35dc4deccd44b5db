import { fnmatch } from '../fnmatch.ts'
import { nodeMethod } from './method.ts'

/** `package:dbt_utils`; `this` is the project itself. */
export const packageMethod = nodeMethod('package', ({ value, manifest }) => {
  const wanted = value === 'this' ? manifest.projectName : value
  return (node) => fnmatch(node.packageName, wanted)
})
