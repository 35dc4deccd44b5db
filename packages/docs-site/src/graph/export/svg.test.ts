import { describe, expect, it } from 'vitest'
import type { Look } from '../draw/look.ts'
import type { Theme } from '../draw/theme.ts'
import type { ColumnWay } from '../scene/columns.ts'
import { lightNode } from '../scene/lit.ts'
import { sceneOf } from '../scene/test-support.ts'
import { fileName } from './save.ts'
import { toSvg } from './svg.ts'

const theme: Theme = {
  ground: '#fff',
  soft: '#f7f7f7',
  line: '#eee',
  edge: '#888',
  ink: '#111',
  faint: '#555',
  accent: '#33c',
  mark: '#fc0',
  up: '#077',
  down: '#b40',
  sans: '"Some Font", sans-serif',
  of: () => '#123456',
}
/** Every letter is ten wide. */
const measure = { font: '', measureText: (text: string) => ({ width: text.length * 10 }) }

function lookOf(part: Partial<Look>): Look {
  const scene = part.scene ?? sceneOf({ a: [], b: ['a'] })
  const plain = {
    scene,
    theme,
    colourOf: () => '#33c',
    lit: undefined,
    way: undefined,
    hasColumns: () => true,
    marked: new Set<number>(),
  }
  return { ...plain, ...part }
}

describe('an SVG', () => {
  it('has a card for every node and a path for every edge', () => {
    const svg = toSvg(lookOf({ scene: sceneOf({ a: [], b: ['a'], c: ['a'] }) }), measure)
    expect(svg.match(/font-weight="600"/g)).toHaveLength(3)
    expect(svg.match(/<path d="M/g)).toHaveLength(2)
  })
  it('escapes every name', () => {
    const bad = '<script>alert("&")</script>'
    const svg = toSvg(lookOf({ scene: sceneOf({ [bad]: [] }, new Map([[0, ['<b>']]])) }), {
      ...measure,
      measureText: () => ({ width: 1 }),
    })
    expect(svg).not.toMatch(/<script|<b>/)
    expect(svg).toContain('&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;')
    expect(svg).toContain('&quot;Some Font&quot;')
  })
  it('shortens names in the middle, as cards do', () => {
    const svg = toSvg(
      lookOf({ scene: sceneOf({ a_name_that_is_far_too_long_for_a_card: [] }) }),
      measure,
    )
    expect(svg).toMatch(/>a_name_that…a_card</)
  })
  it('lights what is lit', () => {
    const scene = sceneOf({ a: [], b: ['a'], c: ['b'], d: [] })
    const svg = toSvg(lookOf({ scene, lit: lightNode(scene, 1) }), measure)
    expect(svg).toContain('stroke="#077"')
    expect(svg).toContain('stroke="#b40"')
    expect(svg.match(/<g opacity="0.2">/g)).toHaveLength(1)
  })
  it('draws columns, and how one comes from another', () => {
    const scene = sceneOf(
      { a: [], b: ['a'] },
      new Map([
        [0, ['id', 'x']],
        [1, ['id']],
      ]),
    )
    const step = { from: 0, fromColumn: 'id', to: 1, toColumn: 'id', how: 'computed' } as const
    const way: ColumnWay = {
      row: 1,
      column: 'id',
      steps: [step],
      columns: new Map([
        [0, ['id']],
        [1, ['id']],
      ]),
      up: new Set([0]),
      down: new Set(),
    }
    const svg = toSvg(lookOf({ scene, way }), measure)
    expect(svg).toContain('stroke-dasharray="4 4"')
    expect(svg.match(/font-size="12"/g)).toHaveLength(3)
  })
})

describe('the name of a file', () => {
  it.each([
    ['+orders+ tag:nightly', 'shop-lineage-orders-tag-nightly.svg'],
    ['', 'shop-lineage.svg'],
    ['path:models/größe', 'shop-lineage-path-models-größe.svg'],
    ['../../etc', 'shop-lineage-..-..-etc.svg'],
  ])('%s', (subject, name) => expect(fileName('shop', subject, 'svg')).toBe(name))
})
