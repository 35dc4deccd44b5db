import { describe, expect, it } from 'vitest'
import type { Json } from '../../types/index.ts'
import { normalizeSelectors } from './normalize.ts'

describe('the long form of a definition', () => {
  const cases: readonly (readonly [Json, Json])[] = [
    ['tag:a', { method: 'tag', value: 'a' }],
    [
      '1+orders+',
      { parents: true, parents_depth: '1', method: 'fqn', value: 'orders', children: true },
    ],
    ['@config.meta.x:y', { childrens_parents: true, method: 'config.meta.x', value: 'y' }],
    [{ tag: 'a' }, { method: 'tag', value: 'a' }],
    [
      { method: 'tag', value: 'a', children: true },
      { method: 'tag', value: 'a', children: true },
    ],
    [
      { union: ['a/b', { intersection: ['x.sql', { tag: 'c' }] }, { exclude: ['d'] }] },
      {
        union: [
          { method: 'path', value: 'a/b' },
          {
            intersection: [
              { method: 'file', value: 'x.sql' },
              { method: 'tag', value: 'c' },
            ],
          },
          { exclude: [{ method: 'fqn', value: 'd' }] },
        ],
      },
    ],
  ]
  it.each(cases)('%j', (definition, expected) => {
    const file = { selectors: [{ name: 's', description: 'd', definition }] }
    const long = normalizeSelectors(file)
    expect(JSON.stringify(long)).toBe(
      JSON.stringify({ s: { name: 's', description: 'd', definition: expected } }),
    )
  })
})
