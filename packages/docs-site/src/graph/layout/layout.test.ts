import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toAcyclic } from './acyclic.ts'
import type { Pair } from './adjacency.ts'
import { countCrossings } from './crossings.ts'
import { arrange, place, type Layout } from './layout.ts'
import type { Metrics } from './metrics.ts'
import type { Waypoint } from './route.ts'
import { startRanking } from './order.ts'
import { toRising } from './place.ts'

const metrics: Metrics = {
  nodeWidth: 200,
  nodeHeight: 40,
  gap: 14,
  edgeGap: 10,
  columnGap: 72,
  slotGap: 40,
  laneRoom: 12,
  partGap: 48,
}

function draw(count: number, pairs: readonly Pair[], height = 40): Layout {
  return place(arrange(count, pairs, metrics), new Float64Array(count).fill(height), metrics)
}

/** Pairs of nodes that lie on each other. */
function overlaps({ x, y }: Layout, heights: ArrayLike<number>): readonly string[] {
  const byColumn = new Map<number, number[]>()
  x.forEach((left, v) => byColumn.set(left, [...(byColumn.get(left) ?? []), v]))
  const found: string[] = []
  for (const column of byColumn.values()) {
    column.sort((a, b) => y[a]! - y[b]!)
    for (let at = 1; at < column.length; at++) {
      const [upper, lower] = [column[at - 1]!, column[at]!]
      if (y[lower]! - y[upper]! < (heights[upper]! + heights[lower]!) / 2 - 1e-6)
        found.push(`${upper} on ${lower}`)
    }
  }
  return found
}

/** How far the nearest node is from a way, above or below; nodes beside it do not count. */
function nearestTo({ x, y }: Layout, { left, right, y: level }: Waypoint): number {
  let least = Infinity
  for (let v = 0; v < x.length; v++) {
    if (x[v]! >= right || x[v]! + metrics.nodeWidth <= left) continue
    least = Math.min(least, Math.abs(y[v]! - level))
  }
  return least
}

/** A graph like a project: edges from lower to higher numbers, most of them short. */
const graphs = fc.integer({ min: 1, max: 60 }).chain((count) =>
  fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: count * 2 }).map((ends) => {
    const pairs = ends
      .filter(([a, b]) => a !== b)
      .map(([a, b]): Pair => [Math.min(a, b), Math.max(a, b)])
    return { count, pairs }
  }),
)

describe('a layout', () => {
  it('has no nodes on each other, whatever their heights', () => {
    fc.assert(
      fc.property(
        graphs,
        fc.array(fc.integer({ min: 20, max: 600 }), { minLength: 60, maxLength: 60 }),
        ({ count, pairs }, heights) => {
          const layout = place(arrange(count, pairs, metrics), heights, metrics)
          expect(overlaps(layout, heights)).toEqual([])
          for (let v = 0; v < count; v++) {
            expect(layout.y[v]! - heights[v]! / 2).toBeGreaterThanOrEqual(-1e-6)
            expect(layout.y[v]! + heights[v]! / 2).toBeLessThanOrEqual(layout.height + 1e-6)
            expect(layout.x[v]! + metrics.nodeWidth).toBeLessThanOrEqual(layout.width + 1e-6)
          }
        },
      ),
    )
  })
  it('leads every edge from left to right', () => {
    fc.assert(
      fc.property(graphs, ({ count, pairs }) => {
        const layout = draw(count, pairs)
        pairs.forEach(([from, to], edge) => {
          const stops = layout.routes[edge]!
          const lefts = [layout.x[from]!, ...stops.map((it) => it.left), layout.x[to]!]
          for (let at = 1; at < lefts.length; at++)
            expect(lefts[at]! - lefts[at - 1]!).toBeGreaterThanOrEqual(metrics.nodeWidth)
        })
      }),
    )
  })
  it('lets no edge run through a node', () => {
    fc.assert(
      fc.property(graphs, ({ count, pairs }) => {
        const layout = draw(count, pairs)
        for (const stop of layout.routes.flat()) expect(nearestTo(layout, stop)).toBeGreaterThan(20)
      }),
    )
  })
  it('is the same each time', () => {
    fc.assert(
      fc.property(graphs, ({ count, pairs }) => {
        expect(draw(count, pairs)).toEqual(draw(count, pairs))
      }),
    )
  })
  it('comes to an end where edges form cycles', () => {
    const anyGraph = fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { maxLength: 40 })
    fc.assert(
      fc.property(anyGraph, (pairs) => {
        expect(overlaps(draw(13, pairs), new Float64Array(13).fill(40))).toEqual([])
      }),
    )
    expect(
      toAcyclic(3, [
        [0, 1],
        [1, 2],
        [2, 0],
        [1, 1],
        [0, 1],
      ]),
    ).toEqual([
      [0, 1],
      [1, 2],
      [0, 2],
    ])
  })
  it('draws a chain, and an edge past it, straight', () => {
    const { y, routes } = draw(5, [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [0, 4],
    ])
    expect(new Set(y)).toHaveProperty('size', 1)
    expect(new Set(routes[4]!.map((it) => it.y))).toHaveProperty('size', 1)
  })
  it('puts a source next to what first reads it', () => {
    const { x } = draw(4, [
      [0, 1],
      [1, 2],
      [3, 2],
    ])
    expect(x[3]).toBe(x[1])
  })
  it('is empty where there is nothing', () => {
    expect(draw(0, [])).toMatchObject({ width: 0, height: 0, routes: [] })
  })
})

describe('a project with hundreds of nodes in a layer', () => {
  const { count, pairs } = wideProject(8, 250)
  const layout = draw(count, pairs)

  it('is a picture, and no strip', () => {
    const shape = layout.width / layout.height
    expect(shape).toBeGreaterThan(1.1)
    expect(shape).toBeLessThan(2.2)
  })
  it('has no nodes on each other, whatever their heights', () => {
    const heights = Float64Array.from({ length: count }, (_, v) => 40 + (v % 7) * 30)
    const uneven = place(arrange(count, pairs, metrics), heights, metrics)
    expect(overlaps(uneven, heights)).toEqual([])
  })
  it('has lanes for edges between its shelves', () => {
    const near = layout.routes.flat().map((it) => nearestTo(layout, it))
    expect(Math.min(...near)).toBeGreaterThan(20)
  })
  it('leads every edge from left to right', () => {
    pairs.forEach(([from, to], edge) => {
      let at = layout.x[from]! + metrics.nodeWidth
      for (const { left, right } of layout.routes[edge]!) {
        expect(left).toBeGreaterThan(at)
        expect(right).toBeGreaterThan(left)
        at = right
      }
      expect(layout.x[to]).toBeGreaterThan(at)
    })
  })
})

describe('the order of layers', () => {
  it('crosses nothing in a tree', () => {
    const pairs = Array.from({ length: 60 }, (_, v): Pair => [Math.floor(v / 3), v + 1])
    const [part] = arrange(61, pairs, metrics).parts
    expect(countCrossings(part!.ladder.next, part!.ranking)).toBe(0)
  })
  it('crosses far less than the order of names', () => {
    const { count, pairs } = madeProject(600)
    for (const { ladder, ranking } of arrange(count, pairs, metrics).parts.slice(0, 1)) {
      const naive = countCrossings(ladder.next, startRanking(ladder))
      expect(countCrossings(ladder.next, ranking)).toBeLessThan(naive * 0.5)
    }
  })
  it('never crosses more than where it started', () => {
    fc.assert(
      fc.property(graphs, ({ count, pairs }) => {
        for (const { ladder, ranking } of arrange(count, pairs, metrics).parts) {
          const naive = countCrossings(ladder.next, startRanking(ladder))
          expect(countCrossings(ladder.next, ranking)).toBeLessThanOrEqual(naive)
        }
      }),
    )
  })
  it('counts crossings as they are', () => {
    const crossing: readonly Pair[] = [
      [0, 2],
      [1, 3],
    ]
    const { ladder, ranking } = arrange(4, crossing, metrics).parts[0]!
    const crossed = {
      rows: [Int32Array.of(0, 1), Int32Array.of(1, 0)],
      places: Int32Array.of(0, 1),
    }
    expect([ladder.count, ranking.rows.length]).toEqual([2, 2])
    const next = { starts: Int32Array.of(0, 1, 2, 2, 2), items: Int32Array.of(3, 2) }
    const places = Int32Array.of(0, 1, 0, 1)
    expect(countCrossings(next, { rows: crossed.rows, places })).toBe(1)
  })
})

describe('toRising', () => {
  it('gives the nearest rising numbers', () => {
    const rise = (values: number[], weights = values.map(() => 1)) => [
      ...toRising(Float64Array.from(values), Float64Array.from(weights)),
    ]
    expect(rise([1, 2, 3])).toEqual([1, 2, 3])
    expect(rise([3, 1])).toEqual([2, 2])
    expect(rise([3, 1], [3, 1])).toEqual([2.5, 2.5])
    expect(rise([4, 5, 0, 6])).toEqual([3, 3, 3, 6])
  })
})

/** Areas of a business, each with sources, staging and marts of its own, and a few tables that all use. */
function madeProject(count: number): { readonly count: number; readonly pairs: readonly Pair[] } {
  const pairs: Pair[] = []
  const areas = 12
  const random = makeRandom()
  for (let v = areas; v < count; v++) {
    const area = v % areas
    const own = Math.floor(v / areas)
    for (let times = 0; times < 2; times++) {
      const back = 1 + random(Math.min(own, 8))
      pairs.push([(own - back) * areas + area, v])
    }
    if (random(20) === 0) pairs.push([random(areas), v])
  }
  return { count, pairs }
}

/** Layers of many nodes, each of which uses two of those before, mostly of the last layer. */
function wideProject(
  layers: number,
  width: number,
): { readonly count: number; readonly pairs: readonly Pair[] } {
  const random = makeRandom()
  const pairs: Pair[] = []
  const count = layers * width
  for (let v = width; v < count; v++) {
    const before = v - (v % width)
    pairs.push([before - 1 - random(width), v])
    pairs.push([random(6) === 0 ? random(before) : before - 1 - random(width), v])
  }
  return { count, pairs }
}

/** The same numbers below a limit each time. */
function makeRandom(): (limit: number) => number {
  let seed = 7
  return (limit) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return Math.floor((seed / 2147483648) * limit)
  }
}
