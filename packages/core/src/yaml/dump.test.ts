import { expect, test } from 'vitest'
import type { Json } from '../types/index.ts'
import { dumpYaml, type YamlData } from './dump.ts'
import { PlainScalar } from './dump-scalar.ts'
import { parseYaml } from './values.ts'

const long = 'long '.repeat(18).trim()

/** As `yaml.safe_dump(data, sort_keys=True)` of PyYAML 6.0 writes them. */
const cases: readonly (readonly [Json, string])[] = [
  [{ b: 1, a: [1, { c: null }] }, 'a:\n- 1\n- c: null\nb: 1\n'],
  [{ a: { b: {} }, c: [] }, 'a:\n  b: {}\nc: []\n'],
  [[['a'], [{ b: 1, c: [2] }]], '- - a\n- - b: 1\n    c:\n    - 2\n'],
  ['x', 'x\n...\n'],
  ['1', "'1'\n"],
  [null, 'null\n...\n'],
  [1.5, '1.5\n...\n'],
  [1e-7, '1.0e-07\n...\n'],
  [{ $float: '1.0' }, '1.0\n...\n'],
  [
    { a: 'yes', b: 'no way', c: '2024-01-31', d: '~', e: '=' },
    "a: 'yes'\nb: no way\nc: '2024-01-31'\nd: '~'\ne: '='\n",
  ],
  [
    { a: 'b: c', d: '# e', f: '- g', h: "it's", i: "'j'" },
    "a: 'b: c'\nd: '# e'\nf: '- g'\nh: it's\ni: '''j'''\n",
  ],
  [{ a: 'é', b: 'tab\t', c: 'x\n y' }, 'a: "\\xE9"\nb: "tab\\t"\nc: "x\\n y"\n'],
  [{ a: 'one\ntwo\n' }, "a: 'one\n\n  two\n\n  '\n"],
  [{ a: long }, `a: ${'long '.repeat(16).trim()}\n  long long\n`],
  [{ a: `${long}\t` }, `a: "${'long '.repeat(15).trim()} long\\\n  \\ long long\\t"\n`],
]

test.each(cases)('%j', (data, expected) => {
  expect(dumpYaml(data, true)).toBe(expected)
})

const day = new PlainScalar('2020-01-02')

test.each<readonly [YamlData, string]>([
  [day, '2020-01-02\n...\n'],
  [new Map([[day, [day]]]), '&id001 2020-01-02:\n- *id001\n'],
  [
    new Map<Json, YamlData>([
      [10, 1],
      [2, new Map([[true, null]])],
      [{ $float: '1.0' }, {}],
    ]),
    '1.0: {}\n2:\n  true: null\n10: 1\n',
  ],
  // Python cannot compare these.
  [
    new Map<Json, YamlData>([
      ['b', 1],
      [null, 2],
      ['1', 3],
    ]),
    "b: 1\nnull: 2\n'1': 3\n",
  ],
])('what only Python has, %#', (data, expected) => {
  expect(dumpYaml(data, true)).toBe(expected)
})

const collections = cases.filter(
  ([data]) => typeof data === 'object' && data !== null && !('$float' in data),
)

test.each(collections)('%j is read back', (data, text) => {
  expect(parseYaml(text)).toEqual(data)
})

test('keys keep their order unless they are to be sorted', () => {
  expect(dumpYaml({ b: 1, a: 2 }, false)).toBe('b: 1\na: 2\n')
})

const list: YamlData = [1]
const other: YamlData = [2]
const pair: YamlData = [1, 2]
const circle: YamlData[] = []
circle.push(circle)
const map = (...entries: readonly (readonly [YamlData, YamlData])[]): YamlData => new Map(entries)

test.each<readonly [YamlData, string]>([
  [{ a: [], b: {} }, 'a: []\nb: {}\n'],
  [map(['a', list], ['b', list]), 'a: &id001\n- 1\nb: *id001\n'],
  [[list, [list]], '- &id001\n  - 1\n- - *id001\n'],
  [circle, '&id001\n- *id001\n'],
  // Numbered as they come again.
  [[list, other, other, list], '- &id002\n  - 1\n- &id001\n  - 2\n- *id001\n- *id002\n'],
])('what comes again is named, %#', (data, expected) => {
  expect(dumpYaml(data, false)).toBe(expected)
})

test.each<readonly [YamlData, string]>([
  [new Set([1, 'a']), '!!set\n1: null\na: null\n'],
  [[new Set(['a'])], '- !!set\n  a: null\n'],
  [map(['a', new Set(['x'])], ['b', new Set()]), 'a: !!set\n  x: null\nb: !!set {}\n'],
  [new Set([pair]), '!!set\n? - 1\n  - 2\n: null\n'],
])('sets, %#', (data, expected) => {
  expect(dumpYaml(data, false)).toBe(expected)
})

test.each<readonly [YamlData, string]>([
  [map([[], 1]), '[]: 1\n'],
  [map([pair, 'x'], ['b', [1]]), '? - 1\n  - 2\n: x\nb:\n- 1\n'],
  [[map([pair, map(['b', 2])])], '- ? - 1\n    - 2\n  : b: 2\n'],
  [map([pair, map([pair, 2])]), '? &id001\n- 1\n- 2\n: *id001: 2\n'],
  [
    map(['k', map([pair, list], ['z', [list]])]),
    'k:\n  ? - 1\n    - 2\n  : &id001\n  - 1\n  z:\n  - *id001\n',
  ],
  [{ '': 1 }, "? ''\n: 1\n"],
  [{ 'a\nb': [1] }, "? 'a\n\n  b'\n: - 1\n"],
  [{ ['x'.repeat(122)]: 1 }, `${'x'.repeat(122)}: 1\n`],
  [{ ['x'.repeat(123)]: 1 }, `? ${'x'.repeat(123)}\n: 1\n`],
])('keys that are more than a word, %#', (data, expected) => {
  expect(dumpYaml(data, false)).toBe(expected)
})
