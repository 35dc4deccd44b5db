import { parse } from '@btn/jinja'
import { expect, it } from 'vitest'
import { readConfigCall } from './written-config.ts'

// What dbt 1.12 notes as `unrendered_config` for `config(x=…)`.
const cases: readonly (readonly [string, string])[] = [
  ['1 + 2', 'Add(left=Const(value=1), right=Const(value=2))'],
  [
    "target.name if 1 else 'x'",
    "CondExpr(test=Const(value=1), expr1=Getattr(node=Name(name='target', ctx='load'), attr='name', ctx='load'), expr2=Const(value='x'))",
  ],
  [
    "'a' | upper",
    "Filter(node=Const(value='a'), name='upper', args=[], kwargs=[], dyn_args=None, dyn_kwargs=None)",
  ],
  [
    'x is defined',
    "Test(node=Name(name='x', ctx='load'), name='defined', args=[], kwargs=[], dyn_args=None, dyn_kwargs=None)",
  ],
  ['-1', '-1'],
  ['1.50', '1.5'],
  ['a[1:2]', 'a[Slice(start=Const(value=1), stop=Const(value=2), step=None)]'],
  ['not a', 'not a'],
  ["o.b['c']", "o.b['c']"],
  ['a and x or c', 'a and x or c'],
  ["env_var('X', default='y')", "env_var('X', default='y')"],
  ['(1,2)', '(1, 2)'],
  ['(1,)', '(1,)'],
  ['1<2<=3', '1 < 2 <= 3'],
  ["'a' ~ 1 ~ x", "'a' ~ 1 ~ x"],
  [
    'x is not none',
    "not Test(node=Name(name='x', ctx='load'), name='none', args=[], kwargs=[], dyn_args=None, dyn_kwargs=None)",
  ],
  ['2**3', 'Pow(left=Const(value=2), right=Const(value=3))'],
  ['"it\'s"', "it's"],
  ['"q\\"\'\\n"', 'q"\'\n'],
  ['none', 'None'],
  ['1e5', '100000.0'],
  ['12345678901234567890', '12345678901234567890'],
  ['x not in y', 'x not in y'],
  ['dict(*[], **{})', 'dict(*[], **{})'],
  ['+1', 'Pos(node=Const(value=1))'],
  [
    "x|default('a', true)",
    "Filter(node=Name(name='x', ctx='load'), name='default', args=[Const(value='a'), Const(value=True)], kwargs=[], dyn_args=None, dyn_kwargs=None)",
  ],
  [
    '3 is divisibleby 3',
    "Test(node=Const(value=3), name='divisibleby', args=[Const(value=3)], kwargs=[], dyn_args=None, dyn_kwargs=None)",
  ],
  ["var('q')", "var('q')"],
  ["[1,'a',\"b'c\"]", "[1, 'a', \"b'c\"]"],
  ["{'k': var('q'), 'l': \"x\"}", "{'k': var('q'), 'l': 'x'}"],
  ["'a' 'b'", 'ab'],
  ['a[0]', 'a[0]'],
  [
    '5 // 2 % 3 / 1',
    'Div(left=Mod(left=FloorDiv(left=Const(value=5), right=Const(value=2)), right=Const(value=3)), right=Const(value=1))',
  ],
  ['("x" if x)', "CondExpr(test=Name(name='x', ctx='load'), expr1=Const(value='x'), expr2=None)"],
  [
    'not x is defined',
    "not Test(node=Name(name='x', ctx='load'), name='defined', args=[], kwargs=[], dyn_args=None, dyn_kwargs=None)",
  ],
  [
    "x|default('a')|upper ~ 'b'",
    "Filter(node=Filter(node=Name(name='x', ctx='load'), name='default', args=[Const(value='a')], kwargs=[], dyn_args=None, dyn_kwargs=None), name='upper', args=[], kwargs=[], dyn_args=None, dyn_kwargs=None) ~ 'b'",
  ],
  ['(1 + 2) * 3', 'Mul(left=Add(left=Const(value=1), right=Const(value=2)), right=Const(value=3))'],
  ['true', 'True'],
  ['[true, none]', '[True, None]'],
]

it.each(cases)('%s', (written, expected) => {
  const text = `{{ config(x=${written}) }} select 1`
  expect(readConfigCall(parse({ path: 'a.sql', text }).value)).toEqual({ x: expected })
})

it('looks at the first call only', () => {
  const text = "{{ config(a='x') }} {{ config(b='y') }}"
  expect(readConfigCall(parse({ path: 'a.sql', text }).value)).toEqual({ a: 'x' })
})
