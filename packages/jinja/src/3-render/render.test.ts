import { DiagnosticError } from '@btn/diagnostics'
import { describe, expect, it } from 'vitest'
import {
  bindMacro,
  callValue,
  compileExpression,
  compileMacro,
  compileTemplate,
  evaluate,
  hostFunction,
  parse,
  parseExpression,
  render,
  renderNative,
  renderSync,
  scanBlocks,
  scopeOf,
  startRendering,
  toText,
  type CallArguments,
  type Value,
} from '../index.ts'
import { findMistakes, renderText, renderTraced } from '../testing/render-text.ts'

const compile = (text: string) => compileTemplate(parse({ path: 'a.sql', text }).value)
const later = (value: Value): Promise<Value> =>
  new Promise((done) => setTimeout(() => done(value), 1))
const slow = hostFunction('slow', ({ positional }) => later(positional[0] ?? null))
const quick = hostFunction('quick', ({ positional }) => positional[0] ?? null)

const EVERYWHERE = `
{%- macro m(a, b=f('default')) %}<{{ a }}{{ b }}{{ f(caller()) if caller }}>{% endmacro -%}
{% set x = f('set') %}{{ x }} {{ f('a') ~ f('b') }} {{ [f(1), f(2)]|join }} {{ f(3) + f(4) * f(5) }}
{% if f(true) %}{{ 'y' if f(false) else f('n') }}{% endif %} {{ f(1) < f(2) < f(3) }} {{ m(f('arg')) }}
{% for i in f([3, 4, 5]) if f(i) != 4 %}{{ f(i) }}{{ loop.index }}{{ ',' if not loop.last }}{% endfor %}
{% for i in f([3, 4, 5]) if f(i) != 4 %}{{ i }}{% endfor %} {% for i in [] %}{% else %}{{ f('none') }}{% endfor %}
{% for i in [[1, [2]]] recursive %}{{ f(i) if i is number else loop(i) }};{% endfor %}
{% call(z) m('c', f('d')) %}{{ f('body') }}{% endcall %}{% filter upper %}{{ f('up') }}{% endfilter %}
{% with w = f('with') %}{{ w }}{% endwith %} {% set y %}{{ f('block') }}{% endset %}{{ y }} {{ f({'k': f('v')}).k }}`

describe('one path for what waits and what does not', () => {
  it('gives the same text', async () => {
    const direct = renderTraced(EVERYWHERE, { names: { f: quick } })
    const waited = renderTraced(EVERYWHERE, { names: { f: slow } })
    expect(direct).not.toBeInstanceOf(Promise)
    expect(waited).toBeInstanceOf(Promise)
    expect((await waited).text).toBe((await direct).text)
    expect((await waited).text).toContain('<argdefault>')
  })

  it('waits inside macros, and hands over what they return', async () => {
    const macros = '{% macro m(x) %}{{ return([f(x), 1]) }}{% endmacro %}'
    expect((await renderTraced('{{ m(2)[0] }}', { macros, names: { f: slow } })).text).toBe('2')
  })

  it('returns through a loop that calls itself', () => {
    const macro =
      '{% macro m(x) %}{% for i in x recursive %}{{ return(i) }}{% endfor %}late{% endmacro %}'
    expect(renderText(`${macro}{{ m([3, 4]) + 1 }}`)).toBe('4')
  })

  it('knows a "return" of the template from its own', () => {
    const macro = '{% macro m(return) %}{{ return(2) }}{% do return(3) %}!{% endmacro %}'
    expect(renderText(`${macro}{{ m(f) }}`, { names: { f: quick } })).toBe('2!')
  })

  it('shows arguments that "return" does not take where it is called', () => {
    const template = '{% macro m() %}{{ return(1, 2) }}{% endmacro %}{{ m() }}'
    expect(() => renderText(template)).toThrow(
      expect.objectContaining({
        diagnostics: [expect.objectContaining({ span: expect.objectContaining({ start: 18 }) })],
      }),
    )
  })

  it('shows a mistake that came late where it was made', async () => {
    const fails = hostFunction('fails', async () => {
      await later(null)
      throw new DiagnosticError({
        code: 'template-syntax',
        severity: 'error',
        message: 'x',
        params: {},
      })
    })
    const promise = renderTraced('ab {{ 1 + fails() }}', { names: { fails } })
    const thrown: unknown = await Promise.resolve(promise).catch((it: unknown) => it)
    expect(thrown).toMatchObject({ diagnostics: [{ span: { start: 10, end: 17 } }] })
  })

  it('refuses to wait where it must not', () => {
    expect(() => renderSync(compile('{{ f(1) }}'), scopeOf({ f: slow }))).toThrow('has to wait')
  })
})

it('keeps no state between renderings', () => {
  const template = compile('{% set ns = namespace(n=0) %}{% set ns.n = ns.n + x %}{{ ns.n }}')
  const texts = [1, 2, 3].map((x) => renderSync(template, scopeOf({ x })).text)
  expect(texts).toEqual(['1', '2', '3'])
})

it('asks the scope only for names that are reached, once per run', () => {
  const asked: string[] = []
  const scope = { lookup: (name: string) => (asked.push(name), name === 'a' ? true : null) }
  renderSync(
    compile('{{ a }}{{ a }}{% if a %}{{ b }}{% else %}{{ c }}{% endif %}{% set d = 1 %}{{ d }}'),
    scope,
  )
  expect(asked).toEqual(['a', 'b'])
})

it('binds macros late: each rendering has its own names', () => {
  const [block] = scanBlocks({
    path: 'm.sql',
    text: '{% macro m() %}{{ who }}{% endmacro %}',
  }).value
  if (!block) throw new Error('no block')
  const macro = compileMacro(block)
  const text = ['a', 'b'].map((who) => {
    const names = new Map<string, Value>([['who', who]])
    const scope = scopeOf(names)
    names.set('m', bindMacro(macro, scope))
    return renderSync(compile('{{ m() }}'), scope).text
  })
  expect(text).toEqual(['a', 'b'])
})

describe('bound macros', () => {
  const bind = (text: string, calls: CallArguments[]) => {
    const names = new Map<string, Value>()
    const scope = scopeOf(names)
    for (const block of scanBlocks({ path: 'm.sql', text }).value) {
      const id = `macro.p.${block.name}`
      names.set(
        block.name,
        bindMacro(compileMacro(block), scope, { id, onCall: (args) => calls.push(args) }),
      )
    }
    return scope
  }

  it('tell of their calls, with the stack', () => {
    const calls: CallArguments[] = []
    const text = '{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ 1 }}{% endmacro %}'
    renderSync(compile('{{ a() }}'), bind(text, calls))
    expect(calls.map((it) => it.frame?.id)).toEqual([undefined, 'macro.p.a'])
    expect(calls[1]?.frame).toMatchObject({ name: 'a', depth: 1, parent: undefined })
  })

  it('can be called by the host, within the rendering that it is in', () => {
    const scope = bind('{% macro a(x, y) %}{{ x }}-{{ y }}{% endmacro %}', [])
    const macro = scope.lookup('a') ?? null
    const callSite = { source: { path: 'x', text: '' }, start: 0, end: 0 }
    const options = { positional: [1], named: { y: 2 }, callSite, rendering: startRendering() }
    expect(toText(callValue(macro, options) as Value)).toBe('1-2')
  })

  it('report the syntax of their bodies when they are called', () => {
    const [mistake] = findMistakes('{{ a() }}', {
      macros: '{% macro a() %}{{ 1 + }}{% endmacro %}',
    })
    expect(mistake).toMatchObject({
      code: 'template-syntax',
      span: { source: { path: 'macros.sql' } },
    })
    expect(mistake?.related?.[0]).toMatchObject({ span: { start: 3, end: 6 } })
  })
})

it('evaluates an expression', () => {
  const { value } = parseExpression({ path: 'x', text: 'a + [1, 2]|sum' })
  if (!value) throw new Error('no expression')
  expect(evaluate(compileExpression(value), scopeOf({ a: 4 }))).toBe(7)
})

it('renders YAML values natively', () => {
  const native = (text: string) => renderNative(compile(text), scopeOf({ x: [1], t: '5' }))
  expect(native('{{ x }}')).toEqual([1])
  expect(native('{{ t | as_number }}')).toBe(5)
  expect(native('{{ "[1, none]" | as_native }}')).toBe('[1, none]')
  expect(native('{{ "[1, None]" | as_native }}')).toEqual([1, null])
  expect(native('{{ t }}')).toBe('5')
  expect(native('a{{ t }}')).toBe('a5')
  expect(native('')).toBe('')
})

describe('calling hosts', () => {
  const seen: CallArguments[] = []
  const look = (keepsTraces: boolean) =>
    hostFunction('look', (args) => (seen.push(args), null), { keepsTraces })

  it.each([
    [true, false],
    [false, true],
  ])('gives text with origins only where they are wanted (%s)', (keepsTraces, isPlain) => {
    seen.length = 0
    renderText('{% set sql %}select 1{% endset %}{{ look(sql, k=sql) }}', {
      names: { look: look(keepsTraces) },
    })
    const { positional, named } = seen[0] ?? { positional: [], named: new Map() }
    expect([positional[0], named.get('k')].map((it) => typeof it === 'string')).toEqual([
      isPlain,
      isPlain,
    ])
  })

  it('says where the call stands', () => {
    seen.length = 0
    renderText('a {{ look( 1 ) }}', { names: { look: look(false) } })
    expect(seen[0]?.callSite).toMatchObject({ start: 5, end: 14 })
  })
})

it('tells of undefined names that are written', () => {
  const told: string[] = []
  const options = { onUndefinedOutput: (name: string) => told.push(name) }
  expect(renderText('[{{ a }}{{ b.c if false }}{{ d | default(1) }}]', { options })).toBe('[1]')
  expect(told).toEqual(['a', ''])
})

it('prints nothing for a false condition without "else", also where undefined names are mistakes', () => {
  const options = { undefinedMode: 'strict' } as const
  expect(renderText('[{{ "x" if false }}{{ a if false }}]', { options })).toBe('[]')
  expect(findMistakes('{{ a }}', { options })[0]?.code).toBe('undefined-variable')
  expect(findMistakes('{{ {}.b }}', { options })[0]?.code).toBe('undefined-attribute')
  expect(findMistakes('{{ ("x" if false).y }}', { options })[0]?.code).toBe('undefined-value')
})

it('lets undefined names pass while a project is parsed', () => {
  const options = { undefinedMode: 'tolerant' } as const
  expect(
    renderText('[{{ a.b.c }}{{ a["b"](1).d }}{% for x in a.b %}{% endfor %}]', { options }),
  ).toBe('[]')
  expect(findMistakes('{{ a + 1 }}', { options })[0]?.code).toBe('undefined-variable')
})

it('is not tolerant inside macro files, but in the blocks handed to them', () => {
  const options = { undefinedMode: 'tolerant' } as const
  const macros = '{% macro m() %}{{ caller() if caller else a.b }}{% endmacro %}'
  expect(findMistakes('{{ m() }}', { options, macros })[0]?.code).toBe('undefined-variable')
  expect(renderText('{% call m() %}[{{ a.b.c }}]{% endcall %}', { options, macros })).toBe('[]')
})

it('compiles and renders within the given text, not around it', () => {
  expect(
    render(compile('{% if false %}{{ nothing.at.all }}{% endif %}'), scopeOf({})),
  ).toMatchObject({ text: '' })
})
