import { expect, test } from 'vitest'
import { readYaml } from './document.ts'

/** Each mistake as `line:text it is shown at`, and the words. */
function problems(text: string): readonly string[] {
  const { diagnostics } = readYaml({ path: 'x.yml', text })
  return diagnostics.map(({ message, span }) => {
    const line = text.slice(0, span?.start).split('\n').length
    return `${line}: ${message}`
  })
}

const cases: readonly (readonly [string, readonly string[]])[] = [
  ['a: 1\nb\nc: 2\n', ['2: this line is no "key: value"']],
  ['a: b: c\n', ['1: a second ": " on one line: put the value in quotes']],
  ['a: "b\n\n', ['1: the quote that closes this text is missing']],
  ["c: 1\na:\n  - 'b\n\n", ['3: the quote that closes this text is missing']],
  ['a: [b, c\nd: e\n', ['2: the bracket that closes this is missing']],
  ['a: {b: c\n', ['2: the bracket that closes this is missing']],
  ['a: ["b" "c"]\n', ['1: a comma is missing here']],
  ['a:\n  b: 1\n c: 2\n', ['3: the indentation does not fit the lines around it']],
  ['a:\n\tb: 1\n', ['2: a tab cannot indent: use blanks']],
  ['a: @b\n', ['1: a value cannot start with this character unless it is quoted']],
  ['a: 1\n---\nb: 2\n', ['2: a second document starts here; a file holds one']],
  ['a: "b"#c\n', ['1: a blank is missing before the "#"']],
  ['a: {{ b }}\n', ['1: a template in YAML must stand in quotes']],
  [
    'a: {{ b }} c\nd: e: f\n',
    [
      '1: a template in YAML must stand in quotes',
      '2: a second ": " on one line: put the value in quotes',
    ],
  ],
  ['a: [b\nc: {{ d }}\n', ['2: a template in YAML must stand in quotes']],
]

test.each(cases)('%j', (text, expected) => {
  expect(problems(text)).toEqual(expected)
})
