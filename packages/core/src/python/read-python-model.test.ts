import { describe, expect, test } from 'vitest'
import { namesInStrings } from './names-in-strings.ts'
import { readPythonModel } from './read-python-model.ts'

function read(text: string) {
  const { value, diagnostics } = readPythonModel({ path: 'models/m.py', text })
  const line = (start = 0): number => text.slice(0, start).split('\n').length
  return {
    calls: value.map(({ function: name, positional, named }) => [name, positional, named]),
    problems: diagnostics.map((it) => `${it.code}:${line(it.span?.start)}`),
  }
}

/** A model whose function does this. */
function model(...lines: readonly string[]): string {
  return ['def model(dbt, session):', ...lines.map((line) => `    ${line}`)].join('\n')
}

describe('calls', () => {
  // The order is dbt's: of a chain, the last call first, and arguments before what the call stands on.
  test.each<[string, string, unknown]>([
    ['a version', "dbt.ref('a', v=2)", [['ref', ['a'], { v: 2 }]]],
    ['a package', 'dbt.ref("p", "a").df()', [['ref', ['p', 'a'], {}]]],
    [
      'a chain',
      "dbt.ref('a').join(dbt.ref('b'), 'x')",
      [
        ['ref', ['b'], {}],
        ['ref', ['a'], {}],
      ],
    ],
    [
      'containers',
      "f([dbt.ref('a')], {'k': dbt.source('s', 't')}, x=(dbt.ref('c'),))",
      [
        ['ref', ['a'], {}],
        ['source', ['s', 't'], {}],
        ['ref', ['c'], {}],
      ],
    ],
    ['an f-string', `session.sql(f"select * from {dbt.ref('a')} {1:>{3}}")`, [['ref', ['a'], {}]]],
    ['no argument of ours', "other.dbt.ref('a')", []],
    ['a comment', "1  # dbt.ref('a')", []],
    ['lines', "(dbt\n        .ref(\n  'a',\n) )", [['ref', ['a'], {}]]],
    [
      'numbers',
      'dbt.config(a=1_000, b=0x10, c=-1.5e3, d=1.)',
      [['config', [], { a: 1000, b: 16, c: -1500, d: 1 }]],
    ],
    [
      'values',
      `dbt.config(a=None, b=[True, ('x', "y" 'z')], c={'k': {}}, d=r'\\n', e='\\x41\\n')`,
      [['config', [], { a: null, b: [true, ['x', 'yz']], c: { k: {} }, d: '\\n', e: 'A\n' }]],
    ],
    ['settings', "dbt.config.get('a', 1)", [['config.get', ['a', 1], {}]]],
    ['meta', "dbt.config.meta_get('a')", [['config.meta_get', ['a'], {}]]],
  ])('%s', (_, code, calls) => {
    expect(read(model(`x = ${code}`, 'return x'))).toEqual({ calls, problems: [] })
  })

  test('a file of nothing but comments has none', () => {
    expect(read('# nothing yet\n')).toEqual({ calls: [], problems: [] })
  })
})

describe('problems', () => {
  test.each([
    ['two models', `${model('return 1')}\n${model('return 2')}`, ['python-model-shape:3']],
    ['no model', 'x = 1', ['python-model-shape:1']],
    ['a tuple', model('return a, b'), ['python-model-shape:2']],
    ['a tuple in brackets', model('return (a, b)'), ['python-model-shape:2']],
    ['no return at the end', model('return 1', 'x = 2'), ['python-model-shape:3']],
    ['a return deeper down', model('if x:', '    return 1'), ['python-model-shape:1']],
    ['arguments', 'def model(dbt): return 1', ['python-model-shape:1']],
    ['a name', model('return dbt.ref(name)'), ['python-model-literal:2']],
    ['an f-string', model("return dbt.ref(f'{x}')"), ['python-model-literal:2']],
    ['bytes', model("return dbt.ref(b'a')"), ['python-model-literal:2']],
    ['no key', model('dbt.config.get()', 'return 1'), ['python-config-get:2']],
    ['braces that are doubled', model('return f"{{a}}"'), ['python-model-template:2']],
    ['an open string', model("x = 'a", 'return 1'), ['python-syntax:2']],
    ['a wrong bracket', model('x = (1]', 'return 1'), ['python-syntax:2']],
    ['a wrong depth', `${model('x = 1')}\n  return 1`, ['python-syntax:3']],
    ['a strange character', model('x = 1 $ 2', 'return 1'), ['python-syntax:2']],
  ])('%s', (_, code, problems) => {
    expect(read(code).problems).toEqual(problems)
  })

  test.each([
    ['a function inside', model('def model(x):', '    return x, x', 'return model(1)')],
    ['a return on the same line', 'def model(dbt, session): return 1'],
    ['brackets around one value', model('return (', '  a', ')')],
    [
      'a decorator, types and a comment',
      `@timed\n${model('x: int = 1', 'return x  # done')}\n# end`,
    ],
    ['keyword arguments', 'def model(dbt, session, *, x=1, **rest):\n\treturn x'],
    ['a line that goes on', model('x = 1 + \\', '  2', 'return x')],
    ['quotes in an f-string', model(`return f"{x['a']!r:{width}}"`)],
    ['statements on a line', model('x = 1; return x')],
    ['a text of lines', model("'''says", "it's''' ", 'return 1')],
  ])('none in %s', (_, code) => {
    expect(read(code).problems).toEqual([])
  })
})

test('names in the SQL of strings', () => {
  const code = model(
    `session.sql("select * from main.a join \\"b c\\" on 1=1 join read_csv('x') on 1=1")`,
    'session.table("t"); session.view(\'db.s."v"\'); x = "from here on"',
    'return f"select 1 from {dbt.this} join other"',
  )
  expect(namesInStrings(code)).toEqual([
    ['main', 'a'],
    ['t'],
    ['db', 's', 'v'],
    ['here'],
    ['other'],
  ])
})
