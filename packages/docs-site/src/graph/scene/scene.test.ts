import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { startState } from '../state.ts'
import { curvesOf, distinctCurves } from './curves.ts'
import { above, below, centre, dim, lightNode } from './lit.ts'
import { hitTest, portOf, reopenScene } from './scene.ts'
import { isTouching, SpatialIndex, type Rect } from './spatial.ts'
import { projectOf, sceneOf } from './test-support.ts'
import { findVisible } from './visible.ts'
import { walkTo } from '../view/walk.ts'
import { searchNodes } from '../view/search.ts'

const shop = {
  'source:raw': [],
  staged: ['source:raw'],
  orders: ['staged'],
  customers: ['staged'],
  'test:unique': ['orders'],
  alone: [],
}

describe('what is drawn', () => {
  const project = projectOf(shop)
  const namesOf = (part: Partial<typeof startState>, kind: 'whole' | 'near' = 'whole'): string => {
    const { rows } = findVisible(project, { ...startState, ...part }, kind)
    return rows.map((row) => project.names.name[row]).join(' ')
  }
  const cases: readonly (readonly [string, Partial<typeof startState>, string])[] = [
    ['all but tests', {}, 'raw staged orders customers alone'],
    ['tests on demand', { tests: true }, 'raw staged orders customers unique alone'],
    ['a selection', { select: '+orders' }, 'raw staged orders'],
    ['less what is excluded', { exclude: 'staged+' }, 'raw alone'],
    ['less what the legend leaves out', { without: ['source'] }, 'staged orders customers alone'],
    ['nothing, where the selection is wrong', { select: 'tga:x' }, ''],
    [
      'a test that is looked at',
      { focus: 'test.shop.unique' },
      'raw staged orders customers unique alone',
    ],
  ]
  it.each(cases)('%s', (_, part, names) => expect(namesOf(part)).toBe(names))
  it('the neighbourhood of a node, by steps', () => {
    const focus = 'model.shop.orders'
    expect(namesOf({ focus }, 'near')).toBe('staged orders')
    expect(namesOf({ focus, up: 2 }, 'near')).toBe('raw staged orders')
    expect(namesOf({ focus: 'model.shop.staged', up: 0 }, 'near')).toBe('staged orders customers')
    expect(namesOf({ focus: 'model.shop.gone' }, 'near')).toBe('')
  })
  it('tells what is wrong', () => {
    const { problems } = findVisible(project, { ...startState, select: 'ordrs' }, 'whole')
    expect(problems).toMatchObject([{ hint: expect.stringContaining('orders') }])
  })
})

describe('a scene', () => {
  const scene = sceneOf(shop)
  const node = (name: string): number =>
    scene.rows.findIndex((row) => scene.project.names.name[row] === name)

  it('lights ancestors and descendants', () => {
    const { nodes, up, down } = lightNode(scene, node('staged'))
    expect([...nodes]).toEqual([above, centre, below, below, below, dim])
    expect(up).toHaveLength(1)
    expect(down).toHaveLength(3)
  })
  it('draws a way that edges share once', () => {
    const { pairs } = sceneOf({ a: [], b: ['a'], c: ['b'], d: ['c', 'a'], e: ['c', 'a'] })
    const long = sceneOf({ a: [], b: ['a'], c: ['b'], d: ['c', 'a'], e: ['c', 'a'] })
    const all = pairs.flatMap((_, edge) => curvesOf(long, edge))
    expect(distinctCurves(long, pairs.keys()).length).toBeLessThan(all.length)
  })
  it('makes room for columns, and leaves order and columns of nodes as they are', () => {
    const open = reopenScene(scene, new Map([[1, ['id', 'amount']]]))
    expect(open.boxes[1]!.bottom - open.boxes[1]!.top).toBeGreaterThan(44 + 40)
    expect([...open.layout.x]).toEqual([...scene.layout.x])
    const { left, top } = open.boxes[1]!
    expect(hitTest(open, left + 20, top + 10)).toEqual({
      node: 1,
      column: undefined,
      isFold: false,
    })
    expect(hitTest(open, left + 20, top + 44 + 30)).toMatchObject({ node: 1, column: 1 })
    expect(hitTest(open, open.boxes[1]!.right - 5, top + 40)).toMatchObject({ isFold: true })
    expect(hitTest(open, left - 5, top)).toBeUndefined()
    expect(portOf(open, 1, 'amount')).toBe(top + 44 + 30)
    expect(portOf(open, 1, 'unknown')).toBe(portOf(open, 1))
  })
  it('is walked along its edges', () => {
    const walk = (from: string, to: Parameters<typeof walkTo>[2]): string | undefined => {
      const next = walkTo(scene, node(from), to)
      return next === undefined ? undefined : scene.project.names.name[scene.rows[next]!]
    }
    expect(walk('orders', 'parent')).toBe('staged')
    expect(walk('raw', 'parent')).toBeUndefined()
    expect(walk('orders', 'child')).toBe('unique')
    expect(['orders', 'customers']).toContain(walk('staged', 'child'))
    const ordersAreAbove = scene.layout.y[node('orders')]! < scene.layout.y[node('customers')]!
    expect(walk('orders', ordersAreAbove ? 'below' : 'above')).toBe('customers')
    expect(walkTo(scene, undefined, 'child')).toBeDefined()
  })
  it('is searched by all words, exact names first', () => {
    const found = (text: string): readonly string[] =>
      searchNodes(scene, text).map((at) => scene.project.names.name[scene.rows[at]!]!)
    expect(found('o')).toEqual(['orders', 'customers', 'alone'])
    expect(found('ALONE')).toEqual(['alone'])
    expect(found('or er')).toEqual(['orders'])
    expect(found('  ')).toEqual([])
  })
})

describe('the spatial index', () => {
  const rects = fc
    .tuple(
      fc.integer({ min: -3000, max: 3000 }),
      fc.integer({ min: -3000, max: 3000 }),
      fc.nat(900),
      fc.nat(900),
    )
    .map(([left, top, width, height]): Rect => ({
      left,
      top,
      right: left + width,
      bottom: top + height,
    }))
  it('finds what a look at every box finds', () => {
    fc.assert(
      fc.property(fc.array(rects, { maxLength: 60 }), rects, (boxes, area) => {
        const expected = boxes.flatMap((box, at) => (isTouching(box, area) ? [at] : []))
        expect(new SpatialIndex(boxes).search(area)).toEqual(expected)
      }),
    )
  })
})
