import { diagnostic } from '@btn/diagnostics'
import type { Selectable } from '../selectable.ts'
import { nodeMethod } from './method.ts'

const isGeneric = (node: Selectable): boolean => node.kind === 'test' && node.generic !== undefined
const isSingular = (node: Selectable): boolean => node.kind === 'test' && node.generic === undefined

const types: ReadonlyMap<string, (node: Selectable) => boolean> = new Map([
  ['generic', isGeneric],
  ['schema', isGeneric],
  ['singular', isSingular],
  ['data', (node) => node.kind === 'test'],
  ['unit', (node) => node.kind === 'unit_test'],
])

/** `test_type:singular` */
export const testType = nodeMethod('test_type', ({ value, criterion, report }) => {
  const isMatch = types.get(value)
  if (!isMatch) {
    const expected = [...types.keys()].join(', ')
    report(diagnostic('selector-value', { method: 'test_type', value, expected }, criterion))
  }
  return isMatch
})
