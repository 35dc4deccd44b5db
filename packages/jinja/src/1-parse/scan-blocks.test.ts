import { describe, expect, it } from 'vitest'
import { marked, named, textAt } from '../testing/marked.ts'
import { readSignature } from './read-signature.ts'
import { scanBlocks } from './scan-blocks.ts'

const source = (text: string) => ({ path: 'macros/a.sql', text })

describe('the blocks of a file', () => {
  it.each<[string, string[]]>([
    [
      '{% macro a() %}x{% endmacro %} text {%- macro b(c) -%}{%- endmacro -%}',
      ['macro a', 'macro b'],
    ],
    ['{# {% macro a() %} #}{% macro b() %}{% endmacro %}', ['macro b']],
    ['{% raw %}{% macro a() %}{% endraw %}{% macro b() %}{% endmacro %}', ['macro b']],
    ['{% macro a() %}{{ "{% endmacro %}" }}{% endmacro %}', ['macro a']],
    ['{% macro a(x="%}") %}{% endmacro %}', ['macro a']],
    ["{% macro a() %}{{ {'b': {'c': 1}} }}{% endmacro %}", ['macro a']],
    ['{% macro a() %}{% raw %}{% endmacro %}{% endraw %}{% endmacro %}', ['macro a']],
    ['{% macro a() %}{% if x %}{% endif %}{% call b() %}{% endcall %}{% endmacro %}', ['macro a']],
    ['{% test t(model, column_name) %}{% endtest %}', ['test t']],
    ['{% data_test t(model) %}{% enddata_test %}', ['data_test t']],
    ["{% materialization m, adapter='x' %}{% endmaterialization %}", ['materialization m']],
    ['{% snapshot s %}{{ config() }}{% endsnapshot %}', ['snapshot s']],
    ["{% docs d %}# {{ a }} it's{% enddocs %}", ['docs d']],
    ['select 1', []],
  ])('%s', (text, expected) => {
    const { value, diagnostics } = scanBlocks(source(text))
    expect(diagnostics).toEqual([])
    expect(value.map((it) => `${it.kind} ${it.name}`)).toEqual(expected)
  })
})

it('knows the places of a block', () => {
  const whole = marked`a ${'{% macro m(x) -%} {{ x }} {%- endmacro %}'} b`
  const [block] = scanBlocks(whole.source).value
  expect(block?.span).toEqual(whole.spans[0])
  expect(textAt(block?.nameSpan)).toBe('m')
  expect(textAt(block?.tagSpan)).toBe('{% macro m(x) -%}')
  expect(textAt(block?.bodySpan)).toBe(' {{ x }} ')
})

it('looks only for the kinds that are asked for', () => {
  const text = '{% macro m() %}{% endmacro %}{% docs d %}{% endocs %}{% enddocs %}'
  const { value } = scanBlocks(source(text), { kinds: ['docs'] })
  expect(value.map((it) => it.name)).toEqual(['d'])
})

describe('mistakes around blocks', () => {
  it.each(
    named<string>([
      ['unclosed-tag', marked`${'{% macro a() %}'}x`],
      ['block-in-block', marked`{% macro a() %}${'{% macro b() %}'}{% endmacro %}`],
      ['block-in-block', marked`{% if x %}${'{% macro b() %}'}{% endmacro %}{% endif %}`],
      ['unclosed-delimiter', marked`${'{#'} {% macro a() %}`],
      ['unclosed-delimiter', marked`${'{{'} a`],
      ['template-syntax', marked`${'{% macro %}'}{% endmacro %}`],
    ]),
  )('%s %s', (code, _, { source: file, spans }) => {
    const [mistake] = scanBlocks(file).diagnostics
    expect(mistake).toMatchObject({ code, span: spans[0] })
  })
})

describe('signatures', () => {
  it.each<[string, object]>([
    [
      '{% macro m(a, b: list[str], c=[1, "%}"], d: int = 1) %}{% endmacro %}',
      {
        parameters: [
          { name: 'a', hasDefault: false, type: undefined },
          { name: 'b', hasDefault: false, type: 'list[str]' },
          { name: 'c', hasDefault: true, type: undefined },
          { name: 'd', hasDefault: true, type: 'int' },
        ],
      },
    ],
    [
      "{% materialization m, adapter='duckdb', supported_languages=['sql', 'python'] %}{% endmaterialization %}",
      { adapter: 'duckdb', supportedLanguages: ['sql', 'python'] },
    ],
    [
      '{% materialization m, default %}{% endmaterialization %}',
      { adapter: 'default', supportedLanguages: ['sql'] },
    ],
  ])('%s', (text, expected) => {
    const [block] = scanBlocks(source(text)).value
    expect(block && readSignature(block).value).toMatchObject(expected)
  })

  it('reports what cannot be read', () => {
    const { source: file, spans } = marked`{% macro m(a b${''}) %}{% endmacro %}`
    const [block] = scanBlocks(file).value
    const [mistake] = block ? readSignature(block).diagnostics : []
    expect(mistake?.code).toBe('template-syntax')
    expect(mistake?.span?.end).toBe(spans[0]?.start)
  })
})
