import { fnmatch } from '../fnmatch.ts'
import { nodeMethod } from './method.ts'

/** `file:orders.sql`, `file:orders` */
export const file = nodeMethod('file', ({ value }) => (node) => {
  const name = node.originalPath.slice(node.originalPath.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  return fnmatch(name, value) || fnmatch(dot > 0 ? name.slice(0, dot) : name, value)
})
