import { fnmatch } from '../fnmatch.ts'
import { nodeMethod } from './method.ts'

/** `group:finance`: by the setting, so tests of a grouped model are not in it. */
export const group = nodeMethod('group', ({ value }) => (node) => {
  const name = node.kind === 'source' ? undefined : node.config['group']
  return typeof name === 'string' && name !== '' && fnmatch(name, value)
})
