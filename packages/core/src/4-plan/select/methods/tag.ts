import { fnmatch } from '../fnmatch.ts'
import { nodeMethod } from './method.ts'

/** `tag:nightly` */
export const tag = nodeMethod(
  'tag',
  ({ value }) =>
    (node) =>
      node.tags.some((it) => fnmatch(it, value)),
)
