import { describe, expect, it } from 'vitest'
import { showTree } from '../testing/show-tree.ts'
import { parseExpression } from './parse.ts'

describe('expressions bind as in Jinja2', () => {
  it.each([
    ['1 + 2 * 3', '(+ 1 (* 2 3))'],
    ['1 - 2 - 3', '(- (- 1 2) 3)'],
    ['2 ** 3 ** 2', '(** (** 2 3) 2)'],
    ['-2 ** 2', '(** (- 2) 2)'],
    ['-x|abs', '(| (- x) abs)'],
    ['a ~ b + c', '(+ (~ a b) c)'],
    ['a ~ b * c ~ d', '(~ a (* b c) d)'],
    ['not a and b or c', '(or (and (not a) b) c)'],
    ['not a == b', '(not (a == b))'],
    ['a < b <= c', '(a < b <= c)'],
    ['a not in b', '(a not in b)'],
    ['a in b is true', '(a in (is b true))'],
    ['x if y else z', '(if y x z)'],
    ['x if y', '(if y x _)'],
    ['a if b else c if d else e', '(if b a (if d c e))'],
    ['x is divisibleby 3 + 1', '(+ (is x divisibleby 3) 1)'],
    ['x is not none', '(is not x none)'],
    ['x is sameas(y)', '(is x sameas y)'],
    ['a.b["c"].d(1, *e, f=2, **g)', '(call a.b["c"].d 1 f=2 *e **g)'],
    ['a.0', 'a[0]'],
    ['x[1:2, ::3]', 'x[(tuple (slice 1 2 _) (slice _ _ 3))]'],
    ['x[]', 'x[(tuple )]'],
    ['[1, 2,]', '[1 2]'],
    ['{"a": {"b": 1}}', '{"a" {"b" 1}}'],
    ['()', '(tuple )'],
    ['(1,)', '(tuple 1)'],
    ['"a" "b".upper()', '(call "ab".upper)'],
    ['x|f(1)|g is h', '(is (| (| x f 1) g) h)'],
    ['0x_ff + 1_000 + 1.5e3', '(+ (+ 255 1000) 1500)'],
    ['9007199254740993', '9007199254740993'],
    [String.raw`'\x41\u00e9\n\q'`, JSON.stringify('Aé\n\\q')],
  ])('%s', (text, expected) => {
    const { value, diagnostics } = parseExpression({ path: 'x', text })
    expect(diagnostics).toEqual([])
    expect(value && showTree(value)).toBe(expected)
  })
})

it('keeps integers beyond safe numbers exact', () => {
  const { value } = parseExpression({ path: 'x', text: '9007199254740993' })
  expect(value).toMatchObject({ value: 9007199254740993n })
})
