import { DiagnosticError } from '@btn/diagnostics'
import { describe, expect, it } from 'vitest'
import { fromJs, hostFunction, type HostObject, type Value } from '../index.ts'
import { renderText } from '../testing/render-text.ts'

/** Names through which JavaScript would lead out of a value. */
const NAMES = [
  'constructor',
  'prototype',
  '__proto__',
  '__defineGetter__',
  '__lookupGetter__',
  'hasOwnProperty',
  'toString',
  'valueOf',
  'toRepr',
  'toText',
  'getAttribute',
  'typeName',
  'hashKey',
  'call',
  'apply',
  'bind',
  'caller_',
  'arguments_',
  'push',
  'map',
  'forEach',
  'charAt',
  'then',
]

class Secret implements HostObject {
  readonly typeName = 'secret'
  readonly password = 'hunter2'
  reveal(): string {
    return this.password
  }
}

const values: Readonly<Record<string, Value>> = {
  text: 'abc',
  number: 1,
  list: [1, 2],
  dict: fromJs({ a: 1 }),
  fn: hostFunction('fn', () => 1),
  secret: new Secret(),
  nothing: null,
}

const sources = [
  ...Object.keys(values),
  '1.5',
  '(1, 2)',
  '{}',
  'namespace()',
  'cycler(1)',
  'range(3)',
  'loop_',
  'dict',
  'joiner()',
  "'<'|e",
  '[1]|map("int")',
  '{}.items()',
  "''.join",
]

function attempt(text: string): string {
  try {
    return renderText(text, { names: values })
  } catch (thrown) {
    if (thrown instanceof DiagnosticError) return ''
    throw thrown
  }
}

describe('a template cannot reach the host', () => {
  it.each(sources)('through %s', (source) => {
    for (const name of [...NAMES, 'password', 'reveal']) {
      const forms = [
        `${source}.${name}`,
        `${source}['${name}']`,
        `${source}|attr('${name}')`,
        `[${source}]|map(attribute='${name}')|first`,
        `'{0.${name}}'.format(${source})`,
        `'{0[${name}]}'.format(${source})`,
      ]
      for (const form of forms) expect(attempt(`{{ ${form} }}`)).toBe('')
    }
  })

  it.each([
    '{{ process }}{{ globalThis }}{{ require }}{{ global }}{{ Function }}{{ import }}{{ module }}{{ this }}',
    '{{ $ }}',
    '{{ R }}{{ K }}{{ B }}{{ p }}{{ w }}{{ o0 }}{{ e }}{{ yield }}{{ arguments }}{{ eval }}{{ undefined }}',
    '{{ [].constructor.constructor("return process")() }}',
    '{{ (1).constructor }}{{ "".sub }}{{ [1].at }}',
    "{{ ''['__proto__'] }}{{ {}['__proto__'] }}{{ {}.constructor }}",
    "{{ dict(__proto__={'x': 1}).x }}",
    '{{ namespace(__proto__=1).x }}{{ namespace().__proto__ }}',
    "{% set ns = namespace() %}{% set ns.__proto__ = {'x': 1} %}{{ ns.x }}",
    '{% for constructor in [1] %}{{ loop.constructor }}{{ loop.__proto__ }}{% endfor %}',
    "{{ 'x' | __proto__ if false }}",
    "{% macro m() %}{% endmacro %}{{ m.constructor }}{{ m.call }}{{ m['call'] }}",
  ])('%s', (text) => {
    expect(attempt(text)).toBe('')
  })
})

describe('names of templates are no names of JavaScript', () => {
  it.each([
    ['{% set class = 1 %}{% set let = 2 %}{{ class + let }}', '3'],
    ['{% set __proto__ = 1 %}{{ __proto__ }}', '1'],
    ['{% set constructor = 1 %}{{ constructor }}', '1'],
    ['{% set yield = 1 %}{% set await = 2 %}{{ yield + await }}', '3'],
    ['{% set v1 = 5 %}{% set o0 = 6 %}{% set $x = 1 if false %}', undefined],
    ['{% macro __proto__(constructor) %}{{ constructor }}{% endmacro %}{{ __proto__(4) }}', '4'],
    ['{% set ñandú = 1 %}{{ ñandú }}', '1'],
    ['{% block constructor %}x{% endblock %}{{ self.constructor() }}', 'xx'],
    ['{{ {"__proto__": 1, "constructor": 2} }}', "{'__proto__': 1, 'constructor': 2}"],
    ['{{ {"__proto__": 1}.__proto__ }}{{ {"__proto__": 1}["__proto__"] }}', '11'],
  ])('%s', (text, expected) => {
    if (expected === undefined) expect(() => renderText(text)).toThrow(DiagnosticError)
    else expect(renderText(text)).toBe(expected)
  })
})

describe('no text of a template becomes code', () => {
  it.each([
    '"];process.exit(1);//',
    "'+process.exit(1)+'",
    '`${process.exit(1)}`',
    '*/process.exit(1)/*',
    '\u2028process.exit(1)',
    '\\u0022);process.exit(1)',
    '</script>',
  ])('%j', (text) => {
    expect(renderText(`{% raw %}${text}{% endraw %}`)).toBe(text)
    const literal = JSON.stringify(text)
    expect(renderText(`{{ ${literal} }}`)).toBe(JSON.parse(literal))
    for (const form of [
      `{{ x[${literal}] }}`,
      `{{ {}|attr(${literal}) }}`,
      `{{ f(**{${literal}: 1}) if false }}`,
    ]) {
      expect(renderText(form, { names: { x: fromJs({}) } })).toBe('')
    }
  })
})

describe('a template cannot exhaust the host', () => {
  it.each([
    '{{ range(10 ** 9) }}',
    '{{ "x" * 10 ** 10 }}',
    '{{ [1] * 10 ** 10 }}',
    '{{ 10 ** (10 ** 10) }}',
    '{{ "%1000000000d" % 1 }}',
    '{{ "{:1000000000}".format(1) }}',
    '{{ "x".center(10 ** 10) }}',
    '{{ "x".ljust(10 ** 10) }}',
    '{{ lipsum(n=10 ** 8) }}',
    '{{ [1] | slice(10 ** 9) | list }}',
    '{% set d = {} %}{% do d.update({0: 0}) %}{% for k in d %}{% do d.update({k + 1: 0}) %}{% endfor %}',
    '{% set d = [] %}{% do d.append(d) %}{{ d | tojson }}',
  ])('%s', (text) => {
    expect(() => renderText(text)).toThrow(DiagnosticError)
  })

  it('shows what holds itself', () => {
    expect(renderText('{% set d = [1] %}{% do d.append(d) %}{{ d }}')).toBe('[1, [...]]')
  })
})
