import type { Json } from '../../../types/index.ts'
import { isObject } from '../../../types/json.ts'
import { nodeMethod } from './method.ts'

/** `config.materialized:table`, `config.meta.owner:sales`; a list matches when one of its entries does. */
export const config = nodeMethod('config', ({ criterion }) => {
  const { methodArguments: keys, value: wanted } = criterion
  const ignoresCase = keys.length === 1 && keys[0] === 'severity'
  const isEqual = (value: Json): boolean => equals(value, wanted, ignoresCase)
  return (node) => {
    // dbt does not count unit tests among what can be configured.
    if (keys.length === 0 || node.kind === 'unit_test') return false
    const value = keys.reduce<Json | undefined>(descend, node.config)
    if (value === undefined) return false
    return Array.isArray(value) ? value.some(isEqual) : isEqual(value)
  }
})

function descend(value: Json | undefined, key: string): Json | undefined {
  if (!isObject(value)) return undefined
  // Hooks are stored under names with a hyphen, which the grammar cannot say.
  return value[key] ?? value[key.replace('_hook', '-hook')]
}

function equals(value: Json, wanted: Json, ignoresCase: boolean): boolean {
  if (value === wanted) return true
  const text = String(wanted)
  if (typeof value === 'boolean') return text.toLowerCase() === String(value)
  return ignoresCase && typeof value === 'string' && value.toLowerCase() === text.toLowerCase()
}
