import { describe, expect, it } from 'vitest'
import type { Manifest, Node, NodeCheck, NodeId, OriginHow } from '../types/index.ts'
import { keyOf } from './graph.ts'
import { tracePersonal, wayOf } from './personal.ts'

const id = (name: string) => `model.shop.${name}` as NodeId

/** A chain `first → second`: one column each, the second made of the first. */
function chain(how: OriginHow, type: string, said?: object, first: object = { class: 'email' }) {
  const place = { file: 'models/m.yml', start: 0, end: 0 }
  const node = (name: string, pii?: object) =>
    ({
      id: id(name),
      kind: 'model',
      name,
      columns: new Map(pii ? [['value', { name: 'value', pii, place }]] : []),
    }) as unknown as Node
  const nodes = new Map([
    [id('first'), node('first', first)],
    [id('second'), node('second', said)],
  ])
  const manifest = { nodes, order: [...nodes.keys()] } as unknown as Manifest
  const column = (from: NodeId[], of: string): NodeCheck => ({
    kind: 'checked',
    columns: [
      { name: 'value', type: of, from: from.map((it) => ({ node: it, column: 'value', how })) },
    ],
    uses: [],
  })
  const checked = new Map([
    [id('first'), column([], 'VARCHAR')],
    [id('second'), column([id('first')], type)],
  ])
  const personal = tracePersonal(manifest, { nodes: checked })
  const [trace] = personal.get(keyOf({ node: id('second'), column: 'VALUE' })) ?? []
  return { personal, trace }
}

describe('tracePersonal', () => {
  it.each<readonly [OriginHow, string, string | undefined]>([
    ['copied', 'VARCHAR', 'raw'],
    ['renamed', 'VARCHAR', 'raw'],
    ['computed', 'VARCHAR', 'raw'],
    ['computed', 'BIGINT', 'raw'],
    ['computed', 'BOOLEAN', undefined],
    ['aggregated', 'BIGINT', undefined],
    ['aggregated', 'HUGEINT', undefined],
    ['aggregated', 'DECIMAL(38,2)', undefined],
    ['aggregated', 'DOUBLE', undefined],
    ['aggregated', 'BOOLEAN', undefined],
    ['aggregated', 'VARCHAR', 'raw'],
    ['aggregated', 'DATE', 'raw'],
    ['aggregated', 'VARCHAR[]', 'raw'],
    ['aggregated', 'BIGINT[]', 'raw'],
    ['aggregated', 'STRUCT(a INTEGER)', 'raw'],
  ])('%s to %s: %s', (how, type, state) => {
    expect(chain(how, type).trace?.state).toBe(state)
  })

  it.each([
    [{ class: 'email', policy: 'hash' }, 'protected'],
    [{ class: 'email', release: 'they asked for it' }, 'released'],
    [{ release: 'they asked for it' }, 'released'],
    [{ class: 'email', release: ' ' }, 'raw'],
    [{ class: 'phone', policy: 'hash' }, 'raw'],
    [{ class: 'email' }, 'raw'],
  ])('what %j says of the column: %s', (said, state) => {
    expect(chain('computed', 'VARCHAR', said).trace).toMatchObject({ class: 'email', state })
  })

  it('follows what a policy has made of values, as that', () => {
    const first = { class: 'email', policy: 'tokenize' }
    expect(chain('copied', 'VARCHAR', undefined, first).trace?.state).toBe('protected')
  })

  it('knows the way back', () => {
    const { personal } = chain('computed', 'VARCHAR')
    const way = wayOf(personal, { node: id('second'), column: 'value' }, { class: 'email' })
    expect(way).toEqual([
      { node: id('second'), column: 'value', how: 'computed' },
      { node: id('first'), column: 'value' },
    ])
  })
})
