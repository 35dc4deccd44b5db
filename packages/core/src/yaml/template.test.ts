import { fromJs, scopeOf } from '@btn/jinja'
import { describe, expect, test } from 'vitest'
import type { Source } from '@btn/diagnostics'
import { findNode, readYaml } from './document.ts'
import { renderYamlText } from './render.ts'
import { alignOffsets } from './template.ts'

const source = (text: string): Source => ({ path: 'x.yml', text })

/** Renders the value of `a`; `‹…›` marks where the mistake must be shown. */
function mistakeIn(marked: string): { readonly shown: string; readonly expected: string } {
  const start = marked.indexOf('‹')
  const end = marked.indexOf('›') - 1
  const file = source(marked.replace(/[‹›]/g, ''))
  const { root } = readYaml(file).value
  const node = findNode(root, ['a'])
  const text = node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : ''
  const place = { file: file.path, start: node?.start ?? 0, end: node?.end ?? 0 }
  const { diagnostics } = renderYamlText(file, place, text, scopeOf({}))
  const span = diagnostics[0]?.span
  return {
    shown: `${span?.source.path}:${span?.start}-${span?.end}`,
    expected: `x.yml:${start}-${end}`,
  }
}

describe('a mistake in a template inside YAML is shown where it stands', () => {
  test.each([
    ['plain', 'a: x {{ ‹1 / 0› }}\n'],
    ['double quotes', 'a: "x {{ ‹1 / 0› }}"\n'],
    ['single quotes', "a: 'x {{ ‹1 / 0› }}'\n"],
    ['doubled single quotes', "a: 'it''s {{ ‹1 / 0› }}'\n"],
    ['escapes', 'a: "\\t\\u00e9\\x41 {{ ‹1 / 0› }}"\n'],
    ['literal block', 'a: |\n  one\n  two {{ ‹1 / 0› }}\n'],
    ['indented block', 'b: 1\na: |\n      one\n        two\n      {{ ‹1 / 0› }}\n'],
    ['folded block', 'a: >-\n  one\n  two\n\n  three {{ ‹1 / 0› }}\n'],
    ['plain over lines', 'a: one\n  two {{ ‹1 / 0› }}\n'],
    ['quotes over lines', 'a: "one\n\n  two {{ ‹1 / 0› }}"\n'],
    ['a flow mapping', 'b: 1\na:   "{{ ‹1 / 0› }}"  # comment\n'],
  ])('%s', (_, marked) => {
    const { shown, expected } = mistakeIn(marked)
    expect(shown).toBe(expected)
  })
})

test('every character of a value is found in its written form', () => {
  const written = '"a\\"b\\\\c"'
  const value = 'a"b\\c'
  expect(alignOffsets(written, value)).toEqual([1, 2, 4, 5, 7, 8])
})

const rendered: readonly (readonly [string, unknown])[] = [
  ['plain text', 'plain text'],
  ['line\n', 'line'],
  ['{{ number }}', 2],
  ['{{ float }}', 1.5],
  ["{{ 'x' }}", 'x'],
  ['{{ flag }}', true],
  ['{{ list }}', [1, 2]],
  ['{{ dict }}', { a: null }],
  ['x{{ number }}', 'x2'],
  // Jinja folds constants into text before anybody asks for their type.
  ['{{ 1 + 1 }}', '2'],
  ["{{ '1' | as_number }}", 1],
  ["{{ 'True' | as_bool }}", true],
  ['{{ number | as_text }}', '2'],
]

const values = { number: 2, float: 1.5, flag: true, list: [1, 2], dict: { a: null } }
const scope = scopeOf(new Map(Object.entries(values).map(([name, it]) => [name, fromJs(it)])))

test.each(rendered)('%j renders to %j', (text, expected) => {
  const place = { file: 'x.yml', start: 0, end: text.length }
  const { value, diagnostics } = renderYamlText(source(text), place, text, scope)
  expect(diagnostics).toEqual([])
  expect(value).toEqual(expected)
})
