import { DiagnosticError } from '@btn/diagnostics'
import { describe, expect, it } from 'vitest'
import { readArguments } from './match-arguments.ts'
import { toRepr } from './values/text.ts'
import type { Value } from './values/value.ts'

type Row = [string[], Value[], Record<string, Value>, string]

describe('arguments are matched as in Python', () => {
  it.each<Row>([
    [['a', 'b?'], [1], {}, '1 -'],
    [['a', 'b?'], [1], { b: 2 }, '1 2'],
    [['a', 'b?'], [], { a: null }, 'None -'],
    [['a', 'b?'], [null, null], {}, 'None None'],
    [['a?', 'b?'], [], { b: 1 }, '- 1'],
    [['a', '*rest'], [1, 2, 3], {}, '1 [2, 3]'],
    [['a', '**rest'], [1], { c: 2 }, "1 {'c': 2}"],
    [['*', 'a?'], [], { a: 1 }, '1'],
    [['*rest', 'a?'], [1], { a: 2 }, '[1] 2'],
    [['a', '/'], [1], {}, '1'],
    [['a', '/', '**rest'], [1], { a: 2 }, "1 {'a': 2}"],
  ])('%j given %j %j', (parameters, positional, named, expected) => {
    const args = { positional, named: new Map(Object.entries(named)) }
    const values = readArguments(args, 'f', parameters)
    expect(values.map((it) => (it === undefined ? '-' : toRepr(it))).join(' ')).toBe(expected)
  })

  it.each<[string[], Value[], Record<string, Value>]>([
    [['a'], [], {}],
    [['a'], [1, 2], {}],
    [['a'], [1], { b: 2 }],
    [['a'], [1], { a: 2 }],
    [['*', 'a?'], [1], {}],
    [['a', '/'], [], { a: 1 }],
  ])('%j refuses %j %j', (parameters, positional, named) => {
    const args = { positional, named: new Map(Object.entries(named)) }
    expect(() => readArguments(args, 'f', parameters)).toThrow(DiagnosticError)
  })
})
