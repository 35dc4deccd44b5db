import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseLine } from '../../../../core/conformance/plan/parse-line.ts'
import { readExpected, toManifest } from '../../../../core/conformance/plan/read-manifest.ts'
import { normalizeSelectors, selectNodes } from '../../../../core/src/4-plan/index.ts'
import { resourceTypes } from '../../../../core/src/4-plan/select/resource-types.ts'
import { idOf } from '../../data/index.ts'
import { selectRows, type Query } from './select-rows.ts'
import { toSiteGraph } from './site-graph.ts'
import { dataOf } from './test-support.ts'

const manifest = toManifest(readExpected('manifest.json'))
const { names, graph } = dataOf(manifest)
const site = toSiteGraph(names, graph, manifest.projectName)
const selectors = normalizeSelectors(manifest.selectors)

function select(query: Partial<Query>, on = site) {
  const { rows, problems } = selectRows(on, selectors, { select: '', exclude: '', ...query })
  return { ids: [...rows].map((row) => idOf(names, row)).sort(), problems }
}

/** Recorded from dbt; core's tests hold it to them. What a page cannot know is left out. */
const lines = readFileSync(
  new URL('../../../../core/conformance/plan/cases.txt', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => ({ line, ...parseLine(line) }))
  .filter(
    ({ line, usesState }) =>
      !usesState && !/state:|result:|source_status:|--selector|indirect|resource-type/.test(line),
  )

describe('the same nodes as core, which takes the same as dbt', () => {
  it('has enough to compare', () => expect(lines.length).toBeGreaterThan(120))
  it.each(lines.map((it) => [it.line, it.selection] as const))('%s', (_, selection) => {
    const options = { command: 'list' } as const
    const wanted = selectNodes(
      manifest,
      { ...selection, resourceTypes: [...resourceTypes] },
      options,
    )
    const isSaid = selection.select.length + selection.exclude.length > 0
    const own = select({ select: selection.select.join(' '), exclude: selection.exclude.join(' ') })
    expect(isSaid).toBe(true)
    expect(own.ids).toEqual(wanted.value.filter((id) => site.rowOf.has(id)))
    const said = wanted.diagnostics.filter((it) => it.code !== 'nothing-selected')
    expect(own.problems.map((it) => it.message)).toEqual(said.map((it) => it.message))
  })
})

describe('problems', () => {
  it('has a nearest method, at its place', () => {
    expect(select({ select: 'stg_orders tga:x' })).toEqual({
      ids: [],
      problems: [
        {
          message: '"tga" is not a selection method',
          hint: expect.stringContaining('tag'),
          box: 'select',
          isWrong: true,
          start: 11,
          end: 14,
        },
      ],
    })
  })
  it('says where a term of the second box matches nothing, and goes on', () => {
    const { ids, problems } = select({ select: 'stg_orders', exclude: '2+stg_ordrs+' })
    expect(ids).toContain('model.rich.stg_orders')
    expect(problems).toMatchObject([
      { box: 'exclude', start: 0, end: 12, hint: expect.stringContaining('stg_orders') },
    ])
  })
  it.each([
    ['state:modified+', 'state: compares with an earlier manifest, and a page has none'],
    [
      'source_status:fresher',
      'source_status: compares two looks at the sources, and a page knows the last one only',
    ],
    [
      'result:error',
      'result: asks how nodes ended, and no results were known when these pages were made',
    ],
  ])('%s', (text, message) => {
    const { ids, problems } = select({ select: `stg_orders ${text}` })
    expect(ids).toEqual([])
    expect(problems).toMatchObject([{ message, box: 'select', start: 11 }])
  })
})

it('finds nodes by their last result', () => {
  const data = dataOf(
    manifest,
    new Map([
      ['model.rich.stg_orders', 'error'],
      ['model.rich.fct_orders', 'success'],
    ]),
  )
  const on = toSiteGraph(data.names, data.graph, manifest.projectName)
  const rows = selectRows(on, selectors, {
    select: 'result:error,resource_type:model',
    exclude: '',
  }).rows
  expect([...rows].map((row) => idOf(data.names, row))).toEqual(['model.rich.stg_orders'])
})
