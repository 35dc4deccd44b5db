import { expect, test } from 'vitest'
import type { Json } from '../types/index.ts'
import { withoutMarkers } from './markers.ts'
import { resolveScalar } from './resolve-scalar.ts'

const cases: readonly (readonly [string, Json])[] = [
  ['', null],
  ['~', null],
  ['Null', null],
  ['nULL', 'nULL'],
  ['yes', true],
  ['Yes', true],
  ['yEs', 'yEs'],
  ['y', 'y'],
  ['OFF', false],
  ['true', true],
  ['0', 0],
  ['-7', -7],
  ['+7', 7],
  ['0777', 511],
  ['08', '08'],
  ['0o7', '0o7'],
  ['0x1F', 31],
  ['0b101', 5],
  ['1_000', 1000],
  ['1:30', 90],
  ['-1:30:00', -5400],
  ['12345678901234567890', { $int: '12345678901234567890' }],
  ['1.5', 1.5],
  ['1.0', { $float: '1.0' }],
  ['-2.', { $float: '-2.0' }],
  ['.5', 0.5],
  ['1e5', '1e5'],
  ['1.0e5', '1.0e5'],
  ['1.0e+5', { $float: '100000.0' }],
  ['1.0e+22', { $float: '1e+22' }],
  ['1:30.5', 90.5],
  ['.inf', { $float: 'inf' }],
  ['-.INF', { $float: '-inf' }],
  ['.NaN', { $float: 'nan' }],
  ['2024-01-31', '2024-01-31'],
  ['2001-12-14t21:59:43.10-05:00', '2001-12-14T21:59:43.100000-05:00'],
  ['2001-12-14 21:59:43', '2001-12-14T21:59:43'],
  ['2001-12-14 1:59:43 Z', '2001-12-14T01:59:43+00:00'],
  ['1.2.3', '1.2.3'],
  ['-', '-'],
  ['...x', '...x'],
]

test.each(cases)('%s', (text, expected) => {
  expect(resolveScalar(text)).toEqual(expected)
})

test('markers become plain numbers for artifacts', () => {
  const data = { a: [{ $float: '1.0' }, 'x'], b: { $int: '12345678901234567890' }, c: { d: 1 } }
  expect(withoutMarkers(data)).toEqual({ a: [1, 'x'], b: 12345678901234567890, c: { d: 1 } })
  const plain = { a: [1], b: { c: 'd' } }
  expect(withoutMarkers(plain)).toBe(plain)
})
