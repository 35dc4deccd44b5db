import { renderText, span, type Source } from '@btn/diagnostics'
import { describe, expect, it } from 'vitest'
import type { Json, Manifest } from '../../types/index.ts'
import { projectOf } from '../test-support.ts'
import { selectNodes } from './select.ts'
import type { Selection } from './spec.ts'

const specs = {
  'seed.shop.raw': {},
  'model.shop.stg': { parents: ['seed.shop.raw'], tags: ['early'], folder: 'models/staging' },
  'model.shop.orders': { parents: ['model.shop.stg'], tags: ['late'] },
  'model.shop.blank': { code: ' \n' },
  'test.shop.unique_stg': { parents: ['model.shop.stg'], generic: 'unique' },
  'test.shop.both': { parents: ['model.shop.stg', 'model.shop.orders'] },
}

function withSelectors(definitions: Readonly<Record<string, Json>>, defaultName = ''): Manifest {
  const selectors = Object.entries(definitions).map(([name, definition]) => {
    return { name, definition, ...(name === defaultName && { default: true }) }
  })
  return projectOf(specs, { selectors })
}

function select(manifest: Manifest, selection: Partial<Selection>): string {
  const found = selectNodes(
    manifest,
    { select: [], exclude: [], ...selection },
    { command: 'list' },
  )
  const faults = found.diagnostics.map((it) => it.code)
  return [...found.value.map((id) => id.split('.').at(-1)), ...faults].join(' ')
}

describe('selectors.yml', () => {
  const manifest = withSelectors(
    {
      early: 'tag:early',
      kv: { tag: 'late' },
      graph: { method: 'fqn', value: 'orders', parents: true, indirect_selection: 'empty' },
      excluding: { method: 'fqn', value: '*', exclude: ['tag:early', { test_name: 'unique' }] },
      reused: { union: [{ method: 'selector', value: 'early' }, 'raw'] },
      wild: { method: 'selector', value: '[kr]*' },
      one: { method: 'selector', value: 'other' },
      other: { intersection: ['*', { method: 'selector', value: 'one' }] },
      self: { method: 'selector', value: 'self' },
      lost: { method: 'selector', value: 'eraly' },
    },
    'early',
  )
  const cases: readonly (readonly [string, Partial<Selection>, string])[] = [
    ['the default', {}, 'stg both unique_stg'],
    ['a default gives way to --select', { select: ['orders'] }, 'orders both'],
    [
      'a default gives way to --exclude',
      { exclude: ['early'] },
      'blank orders stg raw both unique_stg selector-matches-nothing',
    ],
    ['by name', { selector: 'kv' }, 'orders both'],
    ['graph operators', { selector: 'graph' }, 'orders stg raw'],
    ['exclude', { selector: 'excluding' }, 'blank orders raw'],
    ['one in another', { selector: 'reused' }, 'stg raw both unique_stg'],
    ['by pattern', { selector: 'wild' }, 'orders stg raw both unique_stg'],
    ['on the command line', { select: ['selector:early,+orders'] }, 'stg both unique_stg'],
    [
      '--select is ignored',
      { selector: 'kv', select: ['raw'] },
      'orders both selector-ignores-select',
    ],
    ['no such selector', { selector: 'krv' }, 'selector-not-found'],
    ['no such selector inside', { selector: 'lost' }, 'selector-matches-no-selector'],
    ['a cycle', { selector: 'one' }, 'selector-cycle'],
    ['a cycle of one', { selector: 'self' }, 'selector-cycle'],
  ]
  it.each(cases)('%s', (_, selection, expected) => {
    expect(select(manifest, selection)).toBe(expected)
  })
  it('names the way around a cycle', () => {
    const found = selectNodes(
      manifest,
      { select: [], exclude: [], selector: 'other' },
      { command: 'list' },
    )
    expect(found.diagnostics.map((it) => it.message)).toEqual([
      'these selectors use each other: one -> other -> one',
    ])
  })
})

describe('a faulty definition', () => {
  const cases: readonly (readonly [Json, string])[] = [
    [
      { union: ['a'], intersection: ['b'] },
      'selector "x": only one union or intersection may stand at its root, found union, intersection',
    ],
    [{ union: 'a' }, 'selector "x": expected a list below union'],
    [
      { union: [{ exclude: ['a'] }, { exclude: ['b'] }] },
      'selector "x": expected one exclude below union, found 2',
    ],
    [
      { method: 'tag', children: true },
      'selector "x": expected the keys method and value, found method, children',
    ],
    [{}, 'selector "x": expected the keys method and value, found nothing'],
    [{ union: [3] }, 'selector "x": expected a string or a mapping, found 3'],
    [{ method: 'tga', value: 'x' }, '"tga" is not a selection method'],
    ['tga:x', '"tga" is not a selection method'],
    [{ method: 'tag', value: 'x', exclude: 'y' }, 'selector "x": expected a list below exclude'],
    [
      { method: 'tag', value: 'x', indirect_selection: 'often' },
      'selector "x": indirect_selection is one of eager, cautious, buildable, empty',
    ],
    [
      { method: 'tag', value: 'x', children: true, childrens_parents: true },
      'selector "x": childrens_parents already takes the children, so it cannot go with children',
    ],
  ]
  it.each(cases)('%j', (definition, message) => {
    const manifest = withSelectors({ x: definition })
    for (const selection of [
      { select: [], exclude: [] },
      { select: [], exclude: [], selector: 'x' },
    ]) {
      const found = selectNodes(manifest, selection, { command: 'list' })
      expect(found.value).toEqual([])
      expect(found.diagnostics.map((it) => it.message)).toEqual([message])
    }
  })
  it('is shown at its place in selectors.yml', () => {
    const definition = { union: ['a', { intersection: ['b', 'tga:x'] }] }
    const manifest = withSelectors({ x: definition })
    const text =
      "selectors:\n  - name: x\n    definition: {union: [a, {intersection: [b, 'tga:x']}]}\n"
    const source: Source = { path: 'selectors.yml', text }
    const findSelectorSpan = (path: readonly (string | number)[]) => {
      const start = path.join('.').endsWith('union.1.intersection.1') ? text.indexOf("'tga") : 0
      return span(source, start, start + 7)
    }
    const options = { command: 'list', findSelectorSpan } as const
    const [fault] = selectNodes(manifest, { select: [], exclude: [] }, options).diagnostics
    expect(fault && renderText(fault)).toContain('--> selectors.yml:3:49')
    expect(text.slice(fault?.span?.start, fault?.span?.end)).toBe('tga')
  })
  it('two defaults', () => {
    const entry = { definition: 'a', default: true }
    const manifest = projectOf(specs, {
      selectors: [
        { name: 'a', ...entry },
        { name: 'b', ...entry },
      ],
    })
    expect(select(manifest, {})).toBe('selector-default-twice')
  })
})

describe('what is wrong, and what is only odd', () => {
  const manifest = projectOf(specs)
  const cases: readonly (readonly [Partial<Selection>, string])[] = [
    [{ select: ['orderz'] }, 'selector-matches-nothing nothing-selected'],
    [{ select: ['orders', 'nope'] }, 'orders both selector-matches-nothing'],
    [{ select: ['tag:early,tag:late'] }, 'both'],
    [{ select: ['orders'], exclude: ['orders'] }, 'nothing-selected'],
    [{ select: ['source:a.b.c.d'] }, 'selector-value'],
    [{ select: ['test_type:integration'] }, 'selector-value'],
    [{ select: ['version:newest'] }, 'selector-value'],
    [{ select: ['resource_type:table'] }, 'selector-value'],
    [{ select: ['exposure:a.b.c'] }, 'selector-value'],
    [{ select: ['state:changed'] }, 'selector-value'],
    [{ select: ['state:modified'] }, 'selector-needs-state'],
    [{ select: ['result:error'] }, 'selector-needs-state'],
    [{ select: ['source_status:fresher'] }, 'selector-needs-state'],
    [{ resourceTypes: ['modle'] }, 'resource-type-unknown'],
    [{ isEmpty: true }, ''],
    [{ select: [' '] }, 'nothing-selected'],
  ]
  it.each(cases)('%j', (selection, expected) => {
    expect(select(manifest, selection)).toBe(expected)
  })
  it('suggests the nearest name', () => {
    const found = selectNodes(manifest, { select: ['ordres'], exclude: [] }, { command: 'list' })
    expect(found.diagnostics[0]?.hint).toBe('Did you mean "orders"?')
  })
  it('says of a command that has nothing to do what dbt says', () => {
    const nothing = { select: ['orders'], exclude: ['orders'] }
    const found = selectNodes(manifest, nothing, { command: 'run' })
    expect(found.diagnostics.map((it) => it.code)).toEqual(['nothing-to-do'])
  })
  it('builds no model without text', () => {
    const found = selectNodes(
      manifest,
      { select: ['blank', 'stg'], exclude: [] },
      { command: 'run' },
    )
    expect(found.value).toEqual(['model.shop.stg'])
  })
})
