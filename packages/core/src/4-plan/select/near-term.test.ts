import { expect, it } from 'vitest'
import type { NodeId } from '../../types/index.ts'
import { findNearTerm } from './near-term.ts'
import type { Selectable } from './selectable.ts'

function node(kind: string, name: string, more: Partial<Selectable> = {}): Selectable {
  const id = `${kind}.p.${name}` as NodeId
  const rest = { packageName: 'p', fqn: [], originalPath: '', tags: [], config: {} }
  return { id, kind, name, ...rest, ...more }
}

const nodes = [
  node('model', 'orders', { tags: ['nightly'] }),
  node('source', 'events', { sourceName: 'raw' }),
  node('monitor', 'revenue'),
]

it.each([
  ['ordrs', 'orders'],
  ['2+ordrs+1', 'orders'],
  ['raw.events', 'source:raw.events'],
  ['raw.evnts', 'source:raw.events'],
  ['source:raw.evnts', 'source:raw.events'],
  ['+source:rew', 'source:raw'],
  ['tag:nigthly', 'tag:nightly'],
  ['monitor:revenu', 'monitor:revenue'],
  ['path:models/x', undefined],
  ['tag:something', undefined],
  ['elephants', undefined],
])('%s: did you mean %s?', (term, expected) => {
  expect(findNearTerm(term, nodes)).toBe(expected)
})
