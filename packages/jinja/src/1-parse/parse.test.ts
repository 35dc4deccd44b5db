import { describe, expect, it } from 'vitest'
import { marked, named, textAt, type Marked } from '../testing/marked.ts'
import type { Node } from './ast.ts'
import { parse, parseBlock } from './parse.ts'
import { scanBlocks } from './scan-blocks.ts'
import { visit } from './visit.ts'

function findNode(source: Marked, kind: Node['kind']): Node | undefined {
  let found: Node | undefined
  visit(parse(source.source).value, (node) => {
    if (node.kind === kind) found ??= node
  })
  return found
}

describe('every node knows its place', () => {
  it.each(
    named<Node['kind']>([
      ['text', marked`{# c #}${' a '}{{ b }}`],
      ['output', marked`a ${'{{ b }}'} c`],
      ['name', marked`{{ ${'abc'} + 1 }}`],
      ['literal', marked`{{ ${'"a" \'b\''} }}`],
      ['binary', marked`{{ ${'(a + b) * c'} }}`],
      ['compare', marked`{{ not ${'a < b <= c'} }}`],
      ['concat', marked`{{ ${'a ~ b ~ c'} }}`],
      ['logical', marked`{{ ${'a and b'} }}`],
      ['conditional', marked`{{ ${'a if b else c'} }}`],
      ['unary', marked`{{ ${'- a'} + b }}`],
      ['attribute', marked`{{ ${'a . b'}() }}`],
      ['item', marked`{{ ${'a[ 1 ]'}.c }}`],
      ['slice', marked`{{ a[${'1:2'}] }}`],
      ['call', marked`{{ 1 + ${'f(a, b=c)'} }}`],
      ['filter', marked`{{ ${'a | f(1)'} }}`],
      ['test', marked`{{ ${'a is not f'} }}`],
      ['list', marked`{{ ${'[1, 2]'} }}`],
      ['dict', marked`{{ ${'{"a": 1}'} }}`],
      ['tuple', marked`{{ ${'(1, 2)'} }}`],
      ['if', marked`a ${'{% if b %}c{% endif %}'} d`],
      ['for', marked`a ${'{%- for b in c -%}d{%- else -%}e{%- endfor %}'} f`],
      ['set', marked`${'{% set a = 1 %}'}b`],
      ['set-block', marked`${'{% set a %}b{% endset %}'}`],
      ['macro', marked`${'{% macro a(b) %}c{% endmacro %}'}d`],
      ['call-block', marked`${'{% call a() %}b{% endcall %}'}`],
      ['filter-block', marked`${'{% filter a|b %}c{% endfilter %}'}`],
      ['with', marked`${'{% with a = 1 %}{% endwith %}'}`],
      ['do', marked`${'{% do a() %}'}`],
      ['break', marked`{% for a in b %}${'{% break %}'}{% endfor %}`],
      ['block', marked`${'{% block a %}{% endblock a %}'}`],
      ['autoescape', marked`${'{% autoescape true %}{% endautoescape %}'}`],
      ['include', marked`${"{% include 'a' %}"}`],
      ['from-import', marked`${"{% from 'a' import b as c, d %}"}`],
    ]),
  )('%s %s', (kind, _, source) => {
    expect(findNode(source, kind)?.span).toEqual(source.spans[0])
  })
})

describe('a syntax mistake is shown where it is', () => {
  it.each(
    named<string>([
      ['unclosed-delimiter', marked`a ${'{{'} b`],
      ['unclosed-delimiter', marked`a ${'{%'} do b`],
      ['unclosed-delimiter', marked`a ${'{#'} b`],
      ['unclosed-delimiter', marked`${'{% raw %}'} b`],
      ['unclosed-delimiter', marked`{{ ${'"'}abc }}`],
      ['unclosed-delimiter', marked`{% set a = ${'['}1, 2 %}`],
      ['unclosed-delimiter', marked`{{ a${'('}1 }}`],
      ['unclosed-tag', marked`${'{% if a %}'} b`],
      ['unclosed-tag', marked`{% if a %}${'{% for b in c %}'}{% endif %}`],
      ['unexpected-end-tag', marked`a {% ${'endif'} %}`],
      ['unexpected-end-tag', marked`a {% ${'else'} %}`],
      ['unknown-tag', marked`{% ${'fro'} a in b %}`],
      ['template-syntax', marked`{{ a ${'b'} }}`],
      ['template-syntax', marked`{{ a + ${'}}'}`],
      ['template-syntax', marked`{{ a ${'$'} b }}`],
      ['template-syntax', marked`{% for ${'1'} in a %}{% endfor %}`],
      ['template-syntax', marked`{% set ${'true'} = 1 %}`],
      ['template-syntax', marked`{% macro m(a=1, ${'b'}) %}{% endmacro %}`],
      ['template-syntax', marked`{% macro m(a, ${'a'}) %}{% endmacro %}`],
      ['template-syntax', marked`{{ f(a=1, ${'b'}) }}`],
      [
        'template-syntax',
        marked`{% materialization m, ${'colour'}='red' %}{% endmaterialization %}`,
      ],
      ['template-syntax', marked`{{ a is b ${'is'} c }}`],
      ['template-syntax', marked`${'{% break'} %}`],
      ['template-syntax', marked`{% if a %}{% endif ${'b'} %}`],
    ]),
  )('%s %s', (code, _, source) => {
    const [mistake, ...others] = parse(source.source).diagnostics
    expect(others).toEqual([])
    expect(mistake?.code).toBe(code)
    expect(textAt(mistake?.span)).toBe(textAt(source.spans[0]))
    expect(mistake?.span).toEqual(source.spans[0])
  })
})

it('reports several mistakes of one text, in their order', () => {
  const text = '{{ a b }}\n{% if x %}\n{{ "c" | }}\n{% for %}{% endfor %}\n{{ d }'
  const places = parse({ path: 'x', text }).diagnostics.map((it) => [it.code, it.span?.start])
  expect(places).toEqual([
    ['template-syntax', 5],
    ['unclosed-tag', 10],
    ['template-syntax', 30],
    ['template-syntax', 40],
    ['template-syntax', 60],
  ])
})

it('reads what other template engines do not', () => {
  const texts = [
    "{{ config(meta={'a': {'b': {'c': 1}}}) }}",
    '{% if x: %}a{% endif %}',
    '{{ "a" "b".upper() }}',
    '{% for x in y if x and not z recursive %}{% endfor %}',
    '{%+ if a %}{%- endif +%}',
    '{% set a, (b, c) = d %}',
    '{{ f(*a, **b) }}',
    '{% macro m(a: string, b: list[dict[str, int]] = []) %}{% endmacro %}',
  ]
  for (const text of texts) expect(parse({ path: 'x', text }).diagnostics).toEqual([])
})

it('refuses nesting that would exhaust the stack', () => {
  for (const text of [
    '('.repeat(5000),
    '[' + '['.repeat(5000),
    'not '.repeat(5000),
    '-'.repeat(5000),
  ]) {
    const codes = parse({ path: 'x', text: `{{ ${text}` }).diagnostics.map((it) => it.code)
    expect(codes).toContain('template-syntax')
  }
  const ifs = '{% if a %}'.repeat(5000)
  expect(parse({ path: 'x', text: ifs }).diagnostics.length).toBeGreaterThan(0)
})

it('reads a part of a source with the places of the whole', () => {
  const { source, spans } = marked`{% macro a() %}x{% endmacro %} ${'{{ b }}'} c`
  const [part] = spans
  const { value } = parse(source, { start: part?.start ?? 0, end: part?.end ?? 0 })
  expect(value.body.map((it) => it.span)).toEqual(spans)
})

it('gives a block as a tree', () => {
  const text = "{% materialization mine, adapter='duckdb' %}a{% endmaterialization %}"
  const [block] = scanBlocks({ path: 'x', text }).value
  expect(block && parseBlock(block).value).toMatchObject({
    kind: 'macro',
    tag: 'materialization',
    name: 'mine',
    adapter: 'duckdb',
  })
})

it('keeps pace with hostile texts', () => {
  const size = 100_000
  const texts = [
    '{'.repeat(size),
    '{# '.repeat(size / 3),
    '{% raw '.repeat(size / 7),
    `{{ ${'a.'.repeat(size / 2)} }}`,
    `{{ ${'1_'.repeat(size / 2)} }}`,
    `{{ ${'"'.repeat(size)} }}`,
    `{{ ${' '.repeat(size)}`,
    `{{ "${'\\'.repeat(size)}`,
    '{% if a %}{% endfor %}'.repeat(2000),
  ]
  for (const text of texts) parse({ path: 'x', text })
})

it.each([
  ['tags', '{% if a %}'.repeat(300) + '{% endif %}'.repeat(300)],
  ['brackets', `{{ ${'('.repeat(3000)}1${')'.repeat(3000)} }} {{ 1 + }}`],
])('%s nested without end are one mistake', (_, text) => {
  const { diagnostics } = parse({ path: 'm.sql', text })
  expect(diagnostics).toMatchObject([{ params: { problem: 'this is nested too deeply' } }])
})
