import { positionAt } from '@btn/diagnostics'
import { describe, expect, it } from 'vitest'
import { parseArguments } from './parse-arguments.ts'
import { parseTerm } from './parse-term.ts'

/** `[@][up+]method.argument:value[+down]` */
function show(text: string): string {
  const term = parseTerm(text, 'eager', undefined).value
  if (!term) return 'no criterion'
  const at = term.takesChildrensParents ? '@ ' : ''
  const method = [term.method, ...term.methodArguments].join('.')
  return `${at}${term.parents} ${method} «${String(term.value)}» ${term.children}`
}

describe('a term', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['orders', 'none fqn «orders» none'],
    ['+orders', 'all fqn «orders» none'],
    ['2+orders', '2 fqn «orders» none'],
    ['orders+', 'none fqn «orders» all'],
    ['orders+3', 'none fqn «orders» 3'],
    ['1+orders+10', '1 fqn «orders» 10'],
    ['@orders', '@ none fqn «orders» none'],
    ['@+orders', '@ all fqn «orders» none'],
    ['tag:nightly', 'none tag «nightly» none'],
    ['+tag:nightly+', 'all tag «nightly» all'],
    ['config.meta.owner:x', 'none config.meta.owner «x» none'],
    ['config.materialized:table+1', 'none config.materialized «table» 1'],
    ['models/staging', 'none path «models/staging» none'],
    ['orders.sql', 'none file «orders.sql» none'],
    ['ORDERS.SQL', 'none file «ORDERS.SQL» none'],
    ['raw.csv+', 'none file «raw.csv» all'],
    ['source:app.events', 'none source «app.events» none'],
    ['tag:a:b', 'none tag «a:b» none'],
    ['a+b', 'none fqn «a+b» none'],
    ['12+', '12 fqn «» none'],
    ['+', 'all fqn «» none'],
    ['', 'none fqn «» none'],
    ['path:C:/x', 'none path «C:/x» none'],
    ['@orders+', 'no criterion'],
    ['tga:x', 'no criterion'],
  ]
  it.each(cases)('%s', (text, expected) => {
    expect(show(text)).toBe(expected)
  })
})

describe('a faulty term is shown where it was typed', () => {
  const cases: readonly (readonly [string, string, string, string | undefined])[] = [
    ['orders 2+tga:x', 'tga', 'selector-method-unknown', 'Did you mean "tag"?'],
    ['a,conifg.x:y,b', 'conifg', 'selector-method-unknown', 'Did you mean "config"?'],
    ['a @b+ c', '@b+', 'selector-at-with-children', 'Write either @model or model+.'],
    ['é zz:x', 'zz', 'selector-method-unknown', undefined],
  ]
  it.each(cases)('%s', (text, marked, code, hint) => {
    const [fault, ...others] = parseArguments([text], [], 'eager').diagnostics
    expect(others).toEqual([])
    expect(fault?.code).toBe(code)
    expect(fault?.hint).toBe(hint)
    expect(fault?.span?.source.path).toBe('--select')
    expect(fault?.span?.source.text.slice(fault.span.start, fault.span.end)).toBe(marked)
  })
  it('finds several at once, in --exclude, too', () => {
    const { diagnostics } = parseArguments(['x:a', 'b y:c'], ['z:d'], 'eager')
    const places = diagnostics.map(({ span }) => {
      const column = span && positionAt(span.source, span.start).column
      return `${span?.source.path} ${column}`
    })
    expect(places).toEqual(['--select 1', '--select 3', '--exclude 1'])
  })
})
