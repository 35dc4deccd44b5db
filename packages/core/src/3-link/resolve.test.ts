import { describe, expect, it } from 'vitest'
import type { Node } from '../types/index.ts'
import { createLookup } from './resolve.ts'

function model(packageName: string, name: string, version?: number, latestVersion?: number): Node {
  const id = `model.${packageName}.${name}${version === undefined ? '' : `.v${version}`}`
  // Only what the look-up reads.
  return { kind: 'model', id, name, packageName, version, latestVersion } as unknown as Node
}

const nodes = [
  model('shop', 'orders'),
  model('utils', 'orders'),
  model('utils', 'days'),
  model('shop', 'm', 1, 2),
  model('shop', 'm', 2, 2),
]
const options = { rootPackage: 'shop', prefersOwnPackage: false }
const lookup = createLookup(nodes, [model('shop', 'gone')], options)

describe('findRef', () => {
  const cases: readonly [string, Parameters<typeof lookup.findRef>, string | undefined][] = [
    ['the root project first', ['utils', 'orders', undefined, undefined], 'model.shop.orders'],
    ['the package that is named', ['shop', 'orders', 'utils', undefined], 'model.utils.orders'],
    [
      'another package where there is no other',
      ['shop', 'days', undefined, undefined],
      'model.utils.days',
    ],
    ['the latest version', ['shop', 'm', undefined, undefined], 'model.shop.m.v2'],
    ['the version that is asked for', ['shop', 'm', undefined, 1], 'model.shop.m.v1'],
    ['a version given as text', ['shop', 'm', undefined, '1'], 'model.shop.m.v1'],
    ['nothing', ['shop', 'ordres', undefined, undefined], undefined],
  ]
  it.each(cases)('finds %s', (_name, args, id) => {
    const found = lookup.findRef(...args)
    expect(found === 'disabled' ? found : found?.id).toBe(id)
  })

  it('finds the own node first where the flag says so', () => {
    const other = createLookup(nodes, [], { ...options, prefersOwnPackage: true })
    const found = other.findRef('utils', 'orders', undefined, undefined)
    expect(found).toMatchObject({ id: 'model.utils.orders' })
  })

  it('tells what is disabled from what is missing', () => {
    expect(lookup.findRef('shop', 'gone', undefined, undefined)).toBe('disabled')
  })
})
