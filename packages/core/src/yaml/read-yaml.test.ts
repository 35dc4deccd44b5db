import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFast } from './fast-reader.ts'
import { readWithLibrary } from './library-reader.ts'
import { toData, type YamlNode } from './node.ts'

const texts: readonly string[] = [
  '',
  '\n# nothing\n',
  'a: 1',
  'a: 1\n',
  '---\na: b\n',
  '--- # start\na: b\n',
  'version: 2\n\nmodels:\n  - name: orders\n    columns:\n      - name: id\n        data_tests: [unique, not_null]\n',
  'models:\n- name: orders\n  description: text\n- name: b\n',
  'a:\n  b:\n    c: d\n  e: f\ng:\n',
  'a: # comment\n  b: 1 # comment\n  # comment\n\n  c: "x # y"\n',
  "a: 'it''s'\nb: 'x: y'\n\"c d\": e\n'f': g\n",
  'a: "x\\ty\\u00e9\\x41\\\\"\n',
  'a: "one\n  two\n\n  three"\nb: \'one\n  two\n\n\n  three\'\n',
  'a: one\n  two\n\n  three\nb: 1\n',
  'a: one # comment\nb: two\n',
  'a: x#y\nb: c#\n',
  'a: |\n  select 1\n    from x\n\n  where y\nb: 1\n',
  'a: >\n  one\n  two\n\n  three\n    more\n    more\n  four\n\n\nb: 1\n',
  'a: |-\n  x\nb: |+\n  y\n\nc: >-\n  z\n  z\n\n',
  'a: |\n\n\n  x\nb: |\nc: 1\n',
  'a: |\n  x\n # comment\nb: 1\n',
  'a: [1, two, "three, 3", [4, 5], {six: 6}]\nb: {c: d, e: [f], "g": h, i: "j: k"}\nc: []\nd: {}\n',
  'a: [\n  1,\n  2, # two\n]\nb: {\n  c: d,\n}\n',
  'a: [x y, -1, 1.5, ~]\n',
  '- a\n- b: c\n  d: e\n-\n- - f\n  - g\n',
  '- a: 1\n\n  b: 2\n- c\n',
  'a: yes\nb: No\nc: 0777\nd: 1_000\ne: 1.0\nf: 2024-01-31\ng: 1e5\nh: 1.5e+3\ni: .inf\nj: 0x1F\nk: 1:30\nl: ~\nm: null\n',
  'a: 12345678901234567890\nb: -0\nc: 0o7\nd: "1"\n',
  'a: http://x.y/z?a=b\nb: 10:20\nc: a:b\nd: :x\n',
  'a: -x\nb: --\n',
  'a: it\'s "quoted" inside\nb: x, y\nc: x [y] {z}\n',
  'a: 1\nb: 2\na: 3\n',
  'on: 1\n2: 3\ntrue: 4\nnull: 5\n',
  'a:\n- 1\n- 2\nb:\n- 3\n',
  'a:\n  - b:\n      - c\n    d:\n    - e\n',
  'key with blanks: value with blanks  \nx :  y\n',
  'a: "{{ var(\'x\') }}"\nb: "{% if x %}{% endif %}"\n',
  'a: &x {b: 1}\nc: *x\nd:\n  <<: *x\n  e: 2\n',
  '__proto__: 1\nconstructor: 2\n',
]

/** The data and every place, but those of what is left out: they differ by a blank. */
function shape(node: YamlNode | undefined): unknown {
  return node && { data: toData(node), places: places(node) }
}

function places(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.start === node.end ? 'empty' : [node.start, node.end]
  if (node.kind === 'list') return [node.start, node.items.map(places)]
  return [node.start, node.entries.map((it) => [it.keyStart, it.keyEnd, places(it.value)])]
}

describe('the fast reader reads as the library', () => {
  test.each(texts)('%j', (text) => {
    const slow = readWithLibrary({ path: 'x.yml', text })
    expect(slow.diagnostics).toEqual([])
    const fast = readFast(text)
    if (fast) expect(shape(fast.root)).toEqual(shape(slow.root))
  })

  test('and does read all of these but the last ones', () => {
    const refused = texts.filter((text) => readFast(text) === undefined)
    expect(refused).toEqual([texts.find((text) => text.includes('&x'))])
  })

  // Without lone quotes: what they enclose may be indented in ways that PyYAML takes and the library refuses.
  test('of texts made at random', () => {
    const pieces = [
      'a: ',
      'b:\n',
      '- ',
      '  ',
      '    ',
      '\n',
      'x',
      'y z',
      '"q"',
      "'s'",
      '|\n',
      '>-\n',
      '[',
      ']',
      '{',
      '}',
      ', ',
      ': ',
      ':',
      '#',
      ' # c',
      '1.0',
      'yes',
      '\\n',
      '\t',
      '---\n',
      '&a ',
      '*a',
      '<<: ',
      '!!str ',
      '? ',
      '%',
      '- b: c\n',
    ]
    const text = fc
      .array(fc.constantFrom(...pieces), { maxLength: 24 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (sample) => {
        const fast = readFast(sample)
        if (!fast) return
        const slow = readWithLibrary({ path: 'x.yml', text: sample })
        // What stands in brackets over lines may be indented less than PyYAML minds, and the library allows.
        if (slow.diagnostics.length > 0 && /[[{][^\]}]*\n/.test(sample)) return
        expect(slow.diagnostics).toEqual([])
        expect(shape(fast.root)).toEqual(shape(slow.root))
        expect(fast.duplicates).toEqual(slow.duplicates)
      }),
      { numRuns: 3000 },
    )
  })
})
