import { expect, it } from 'vitest'
import type { Json } from './types/index.ts'
import { toPythonJson } from './python-json.ts'

// What Python's json.dumps gives.
it.each<[Json, string]>([
  [{ a: 1, b: [true, null, 'x'] }, '{"a": 1, "b": [true, null, "x"]}'],
  [{}, '{}'],
  [[], '[]'],
  ['é→💛\u007f', '"\\u00e9\\u2192\\ud83d\\udc9b\\u007f"'],
  ['"\\\n', '"\\"\\\\\\n"'],
  [1.5, '1.5'],
  [[{ $float: 'inf' }, { $float: '-inf' }, { $float: 'nan' }], '[Infinity, -Infinity, NaN]'],
  [[{ $float: '1.0' }, { $int: '12345678901234567890' }], '[1.0, 12345678901234567890]'],
])('%j', (value, expected) => {
  expect(toPythonJson(value)).toBe(expected)
})
