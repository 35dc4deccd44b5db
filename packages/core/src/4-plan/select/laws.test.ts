import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Manifest, NodeId } from '../../types/index.ts'
import { projectOf, type NodeSpec } from '../test-support.ts'
import { selectNodes } from './select.ts'
import type { IndirectSelection, Selection } from './spec.ts'

type Chosen = ReadonlySet<NodeId>

/** Models in a chain of references that only look back, and tests of one or two of them. */
const projects: fc.Arbitrary<Manifest> = fc
  .array(
    fc.record({
      isTest: fc.boolean(),
      parents: fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 3 }),
      tags: fc.subarray(['a', 'b', 'c']),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((drafts) => {
    const models: string[] = []
    const specs: Record<string, NodeSpec> = {}
    for (const { isTest, parents, tags } of drafts) {
      const above = [...new Set(parents.flatMap((at) => models[at % (models.length || 1)] ?? []))]
      if (isTest && above.length > 0) {
        specs[`test.shop.t${Object.keys(specs).length}`] = { parents: above }
      } else {
        const id = `model.shop.m${models.length}`
        specs[id] = { parents: above, tags }
        models.push(id)
      }
    }
    return projectOf(specs)
  })

const plainTerms = fc.oneof(
  fc.constantFrom('tag:a', 'tag:b', 'tag:c', '*', 'm1*', 'resource_type:model', 't*'),
  fc.nat({ max: 9 }).map((at) => `m${at}`),
)
const terms = fc
  .tuple(fc.constantFrom('', '+', '1+', '2+'), plainTerms, fc.constantFrom('', '+', '+1'))
  .map((parts) => parts.join(''))

function select(
  manifest: Manifest,
  select: readonly string[],
  rest: Partial<Selection> = {},
): Chosen {
  const selection = { select, exclude: [], ...rest }
  return new Set(selectNodes(manifest, selection, { command: 'list' }).value)
}

const union = (a: Chosen, b: Chosen): Chosen => new Set([...a, ...b])
const intersection = (a: Chosen, b: Chosen): Chosen => new Set([...a].filter((id) => b.has(id)))
const difference = (a: Chosen, b: Chosen): Chosen => new Set([...a].filter((id) => !b.has(id)))
const isWithin = (a: Chosen, b: Chosen): boolean => difference(a, b).size === 0

function check(law: (manifest: Manifest, x: string, y: string) => void): void {
  fc.assert(fc.property(projects, terms, terms, law), { numRuns: 200 })
}

describe('what holds of every selection', () => {
  it('a space unites', () =>
    check((manifest, x, y) => {
      const both = union(select(manifest, [x]), select(manifest, [y]))
      expect(select(manifest, [`${x} ${y}`])).toEqual(both)
      expect(select(manifest, [x, y])).toEqual(both)
      expect(select(manifest, [y, x])).toEqual(both)
    }))

  it('a comma intersects', () =>
    check((manifest, x, y) => {
      const both = intersection(select(manifest, [x]), select(manifest, [y]))
      expect(select(manifest, [`${x},${y}`])).toEqual(both)
      expect(select(manifest, [`${y},${x}`])).toEqual(both)
    }))

  it('--exclude takes away', () =>
    check((manifest, x, y) => {
      const left = difference(select(manifest, [x]), select(manifest, [y]))
      expect(select(manifest, [x], { exclude: [y] })).toEqual(left)
      expect(select(manifest, [x], { exclude: [x] }).size).toBe(0)
    }))

  it('nothing said is everything', () =>
    check((manifest, x) => {
      const all = select(manifest, [])
      expect(all.size).toBe(manifest.nodes.size)
      expect(isWithin(select(manifest, [x]), all)).toBe(true)
      expect(select(manifest, [], { exclude: [x] })).toEqual(difference(all, select(manifest, [x])))
    }))

  it('graph operators only add, and more depth adds more', () => {
    const law = fc.property(projects, plainTerms, fc.nat({ max: 4 }), (manifest, x, depth) => {
      const plain = select(manifest, [x])
      for (const [less, more] of [
        [plain, select(manifest, [`${depth}+${x}`])],
        [select(manifest, [`${depth}+${x}`]), select(manifest, [`${depth + 1}+${x}`])],
        [select(manifest, [`${depth}+${x}`]), select(manifest, [`+${x}`])],
        [select(manifest, [`${x}+${depth}`]), select(manifest, [`${x}+`])],
        [select(manifest, [`${x}+`]), select(manifest, [`@${x}`])],
      ] as const) {
        expect(isWithin(less, more)).toBe(true)
      }
      expect(select(manifest, [`+${x}+`])).toEqual(select(manifest, [`+${x} ${x}+`]))
    })
    fc.assert(law, { numRuns: 200 })
  })

  it('the ways of taking tests are ordered, and differ only in tests', () => {
    const law = fc.property(projects, terms, (manifest, x) => {
      const by = (indirectSelection: IndirectSelection): Chosen =>
        select(manifest, [x], { indirectSelection })
      const [empty, cautious, buildable, eager] = [
        by('empty'),
        by('cautious'),
        by('buildable'),
        by('eager'),
      ]
      expect(isWithin(empty, cautious)).toBe(true)
      expect(isWithin(cautious, buildable)).toBe(true)
      expect(isWithin(buildable, eager)).toBe(true)
      const added = [...difference(eager, empty)]
      expect(added.every((id) => manifest.nodes.get(id)?.kind === 'test')).toBe(true)
    })
    fc.assert(law, { numRuns: 200 })
  })
})
