import { DiagnosticError } from '@btn/diagnostics'
import { describe, expect, it } from 'vitest'
import { parse } from '../1-parse/parse.ts'
import { scanBlocks } from '../1-parse/scan-blocks.ts'
import { renderSync } from '../3-render/render.ts'
import { scopeOf } from '../3-render/scope.ts'
import { renderText } from '../testing/render-text.ts'
import { compileMacro, compileTemplate } from './compile.ts'

describe('a name means what it means in Jinja2', () => {
  it.each([
    [
      'outside a loop, what is set inside is gone',
      '{% set x = 1 %}{% for i in [2] %}{% set x = i %}{% endfor %}{{ x }}',
      '1',
    ],
    [
      'each iteration starts with the value of outside',
      '{% set x = 1 %}{% for i in [1, 2] %}{{ x }}{% set x = x + i %}{{ x }};{% endfor %}',
      '12;13;',
    ],
    ['a branch is no scope', '{% if true %}{% set x = 1 %}{% endif %}{{ x }}', '1'],
    [
      'in a branch not taken, the context stays',
      '{% if false %}{% set c = 1 %}{% endif %}{{ c }}',
      'context',
    ],
    ['before it is set, the context counts', '{{ c }}{% set c = 1 %}{{ c }}', 'context1'],
    [
      'a macro sees what is set later',
      '{% macro m() %}{{ x }}{% endmacro %}{% set x = 1 %}{{ m() }}',
      '1',
    ],
    [
      'a macro keeps its own names',
      '{% set x = 1 %}{% macro m() %}{% set x = 2 %}{{ x }}{% endmacro %}{{ m() }}{{ x }}',
      '21',
    ],
    [
      'a default reads the context that the body hides',
      '{% macro m(p=c) %}{% set c = 1 %}{{ p }}{% endmacro %}{{ m() }}',
      'context',
    ],
    [
      'with takes its values from outside',
      '{% set x = 1 %}{% with x = x + 1, y = x %}{{ x }}{{ y }}{% endwith %}{{ x }}',
      '211',
    ],
    [
      'a namespace carries values out',
      '{% set n = namespace(x=1) %}{% for i in [2, 3] %}{% set n.x = n.x * i %}{% endfor %}{{ n.x }}',
      '6',
    ],
    [
      'a loop in the condition is the one outside',
      '{% for i in [1, 2] %}{% for j in [1, 2] if loop.index == 2 %}{{ i }}{{ j }}{% endfor %}{% endfor %}',
      '2122',
    ],
    [
      'a caller sees where it is written',
      '{% set x = 1 %}{% macro m() %}{% set x = 2 %}{{ caller() }}{% endmacro %}{% call m() %}{{ x }}{% endcall %}',
      '1',
    ],
    [
      'a block sees the template, not its loops',
      '{% set x = 1 %}{% for y in [2] %}{% block b %}{{ x }}{{ y }}{% endblock %}{% endfor %}',
      '1',
    ],
    [
      'a scoped block sees the loop, too',
      '{% set x = 1 %}{% for y in [2] %}{% block b scoped %}{{ x }}{{ y }}{% endblock %}{% endfor %}',
      '12',
    ],
  ])('%s', (_, text, expected) => {
    expect(renderText(text, { names: { c: 'context' } })).toBe(expected)
  })
})

it('evaluates each operand of a chain once', () => {
  const text =
    '{% set n = namespace(i=0) %}{% macro f(x) %}{% set n.i = n.i + 1 %}{{ return(x) }}{% endmacro %}'
  expect(renderText(`${text}{{ f(1) < f(2) < f(3) }}{{ f(3) < f(2) < f(1) }}{{ n.i }}`)).toBe(
    'TrueFalse5',
  )
})

it('reads the body of a macro only when it is called', () => {
  const [block] = scanBlocks({ path: 'm', text: '{% macro m() %}{{ 1 + }}{% endmacro %}' }).value
  if (!block) throw new Error('no block')
  const macro = compileMacro(block)
  expect(() => macro.program()).toThrow(DiagnosticError)
})

it('gives templates of one shape their own texts', () => {
  const texts = ['a {{ "b" }} {{ x.y }}', 'c {{ "d" }} {{ x.y }}', 'e {{ "f" }} {{ x.z }}']
  const scope = scopeOf({ x: { typeName: 'x', getAttribute: (name) => name } })
  const rendered = texts.map((text) => {
    const template = compileTemplate(parse({ path: 'x', text }).value)
    return renderSync(template, scope).text
  })
  expect(rendered).toEqual(['a b y', 'c d y', 'e f z'])
})
