import { describe, expect, it } from 'vitest'
import { DiagnosticError, diagnostic } from '@btn/diagnostics'
import { hostFunction, raise } from '../index.ts'
import { marked, named, textAt } from '../testing/marked.ts'
import { findMistakes } from '../testing/render-text.ts'

const fails = hostFunction('fails', () => raise('ValueError', 'no'))
const names = { fails, customers: 1, d: 2 }

describe('a mistake while rendering is shown where it is', () => {
  it.each(
    named<string>([
      ['undefined-variable', marked`{{ ${'custmers'}() }}`],
      ['undefined-variable', marked`{{ 1 + ${'missing'}(2) + 3 }}`],
      ['undefined-attribute', marked`{{ customers.${'a'}.b }}`],
      ['undefined-attribute', marked`{% set x = d.a %}{{ ${'x + 1'} }}`],
      ['undefined-variable', marked`{{ 1 + ${'missing'} * 2 }}`],
      ['undefined-variable', marked`{{ ${'missing'}.a }}{{ missing }}`],
      ['undefined-attribute', marked`{{ [1].${'apend'}(2) }}`],
      ['undefined-item', marked`{{ ${'[1][5]'}.x }}`],
      ['type-mismatch', marked`{{ 1 ~ (${"1 + 'a'"}) }}`],
      ['type-mismatch', marked`{{ ${'customers(1)'} }}`],
      ['type-mismatch', marked`{% for a in ${'5'} %}{% endfor %}`],
      ['type-mismatch', marked`{{ 1 if ${"2 < 'a'"} }}`],
      ['division-by-zero', marked`{% if true %}{% set x = ${'1 / 0'} %}{% endif %}`],
      ['wrong-arguments', marked`{{ 'a' | ${'replace'} }}`],
      ['wrong-arguments', marked`{{ ${'range(1, colour=2)'} }}`],
      ['unknown-filter', marked`{{ 1 | ${'uppr'} }}`],
      ['unknown-test', marked`{{ 1 is ${'defned'} }}`],
      ['invalid-value', marked`{% set ${'a, b'} = 1, 2, 3 %}`],
      ['value-too-large', marked`{{ ${'range(10 ** 6)'} }}`],
      ['value-too-large', marked`{{ ${'"a" * 10 ** 12'} }}`],
      ['template-loading', marked`a ${"{% include 'x' %}"}`],
      ['python-error', marked`a {{ ${'fails()'} }}`],
      ['unsafe-access', marked`{{ ''.${'__class__'}.__mro__ }}`],
    ]),
  )('%s %s', (code, text, { spans }) => {
    const [mistake] = findMistakes(text, { names })
    expect(mistake?.code).toBe(code)
    expect(textAt(mistake?.span)).toBe(textAt(spans[0]))
  })
})

it.each([
  ['{{ custmers() }}', 'customers'],
  ['{{ 1 | uppr }}', 'upper'],
  ['{{ 1 is defned }}', 'defined'],
  ['{{ [].apend(1) }}', 'append'],
  ['{{ rnge(1) }}', 'range'],
  ["{{ {'name': 1}.nmae.x }}", 'name'],
  ['{{ loop_x }}{% for a in [1] %}{{ loop.indx.x }}{% endfor %}', 'index'],
])('%s offers the nearest name', (text, nearest) => {
  expect(findMistakes(text, { names })[0]?.hint).toContain(`"${nearest}"`)
})

it('names the place from which an undefined value came', () => {
  const [mistake] = findMistakes('{% set x = d.a %}{{ x + 1 }}', { names })
  expect(mistake?.related?.map((it) => textAt(it.span))).toEqual(['a'])
})

it('names the calls that led to a mistake, innermost first', () => {
  const macros = '{% macro a(x) %}{{ b(x) }}{% endmacro %}{% macro b(x) %}{{ x.y.z }}{% endmacro %}'
  const [mistake] = findMistakes('select {{ a(1) }}', { macros })
  expect(textAt(mistake?.span)).toBe('y')
  expect(mistake?.related?.map((it) => textAt(it.span))).toEqual(['b(x)', 'a(1)'])
})

it('names a call block in the stack, too', () => {
  const macros = '{% macro a() %}{{ caller() }}{% endmacro %}'
  const [mistake] = findMistakes('{% call a() %}{{ 1 / 0 }}{% endcall %}', { macros })
  expect(textAt(mistake?.span)).toBe('1 / 0')
  expect(mistake?.related?.map((it) => textAt(it.span))).toEqual(['caller()', 'a()'])
})

describe('endless recursion is a mistake with a short stack', () => {
  it.each([
    ['{{ r() }}', '{% macro r() %}{{ r() }}{% endmacro %}', 'recursion-limit'],
    [
      '{{ r() }}',
      '{% macro r() %}{% call r() %}{% endcall %}{{ caller }}{% endmacro %}',
      'recursion-limit',
    ],
    [
      '{% set x = [] %}{% do x.append(x) %}{% for i in x recursive %}{{ loop(i) }}{% endfor %}',
      '',
      'recursion-limit',
    ],
  ])('%s', (text, macros, code) => {
    const [mistake] = findMistakes(text, { macros })
    expect(mistake?.code).toBe(code)
    expect(mistake?.related?.length ?? 0).toBeLessThan(20)
  })

  it('shows each call of a circle once, and the one that began it', () => {
    const macros = '{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}'
    const [mistake] = findMistakes('{{ a() }}', { macros })
    const places = (mistake?.related ?? []).map((it) => `${it.span.source.path}:${it.span.start}`)
    expect(new Set(places).size).toBe(places.length)
    expect(places).toHaveLength(3)
  })

  it('obeys the limit that is given', () => {
    const macros = '{% macro r(n) %}{{ r(n - 1) if n }}{% endmacro %}'
    const codes = (n: number) =>
      findMistakes(`{{ r(${n}) }}`, { macros, options: { recursionLimit: 10 } }).map(
        (it) => it.code,
      )
    expect(codes(9)).toEqual([])
    expect(codes(10)).toEqual(['recursion-limit'])
  })
})

it('leaves a place that the host gave as it is', () => {
  const source = { path: 'schema.yml', text: 'abc' }
  const thrower = hostFunction('thrower', () => {
    const span = { source, start: 1, end: 2 }
    throw new DiagnosticError(
      diagnostic('template-syntax', { pythonType: 'X', problem: 'p' }, { span }),
    )
  })
  expect(findMistakes('{{ thrower() }}', { names: { thrower } })[0]?.span?.source).toBe(source)
})

it('lets faults of the host through', () => {
  const broken = hostFunction('broken', () => {
    throw new RangeError('a fault')
  })
  expect(() => findMistakes('{{ broken() }}', { names: { broken } })).toThrow('a fault')
})
