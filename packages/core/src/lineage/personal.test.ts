import { describe, expect, it } from 'vitest'
import type { ColumnOrigin, Manifest, Node, NodeCheck, NodeId, OriginHow } from '../types/index.ts'
import { keyOf } from './graph.ts'
import { tracePersonal, wayOf } from './personal.ts'

const id = (name: string) => `model.shop.${name}` as NodeId

/** A chain `first → second`: one column each, the second made of the first. */
function chain(
  origin: Pick<ColumnOrigin, 'how' | 'hidden'>,
  said?: object,
  first: object = { class: 'email' },
) {
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
  const column = (from: NodeId[]): NodeCheck => ({
    kind: 'checked',
    columns: [
      {
        name: 'value',
        type: 'VARCHAR',
        from: from.map((it) => ({ node: it, column: 'value', ...origin })),
      },
    ],
    uses: [],
  })
  const checked = new Map([
    [id('first'), column([])],
    [id('second'), column([id('first')])],
  ])
  const personal = tracePersonal(manifest, { nodes: checked })
  const [trace] = personal.get(keyOf({ node: id('second'), column: 'VALUE' })) ?? []
  return { personal, trace }
}

describe('tracePersonal', () => {
  it.each<readonly [OriginHow]>([['copied'], ['renamed'], ['computed'], ['aggregated']])(
    'what is %s is raw, unless no value can be read from it',
    (how) => {
      expect(chain({ how }).trace?.state).toBe('raw')
      expect(chain({ how, hidden: true }).trace).toBeUndefined()
    },
  )

  it.each([
    [{ class: 'email', policy: 'hash' }, 'protected'],
    [{ class: 'email', release: 'they asked for it' }, 'released'],
    [{ release: 'they asked for it' }, 'released'],
    [{ class: 'email', release: ' ' }, 'raw'],
    [{ class: 'phone', policy: 'hash' }, 'raw'],
    [{ class: 'email' }, 'raw'],
  ])('what %j says of the column: %s', (said, state) => {
    expect(chain({ how: 'computed' }, said).trace).toMatchObject({ class: 'email', state })
  })

  it('follows what a policy has made of values, as that', () => {
    const first = { class: 'email', policy: 'tokenize' }
    expect(chain({ how: 'copied' }, undefined, first).trace?.state).toBe('protected')
  })

  it('knows the way back', () => {
    const { personal } = chain({ how: 'computed' })
    const way = wayOf(personal, { node: id('second'), column: 'value' }, { class: 'email' })
    expect(way).toEqual([
      { node: id('second'), column: 'value', how: 'computed' },
      { node: id('first'), column: 'value' },
    ])
  })
})
