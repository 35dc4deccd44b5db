import { expect, test } from 'vitest'
import { readDotEnv } from './dot-env.ts'

const cases: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['A=1\nB=two words\n', { A: '1', B: 'two words' }],
  ['# comment\n\nexport A = 1 # why\nB=x#y', { A: '1', B: 'x#y' }],
  ['A=\'it is $A #1\'\nB="one\\ntwo"', { A: 'it is $A #1', B: 'one\ntwo' }],
  ['A="over\nlines"\nB=1', { A: 'over\nlines', B: '1' }],
  ['A=1\nB=${A}2\nC="${MISSING:-x}"\nD=\'${A}\'', { A: '1', B: '12', C: 'x', D: '${A}' }],
  ['A=\nB=""\nno line\n=x\n1A=2', { A: '', B: '' }],
  ['A=1\r\nB=2\r\n', { A: '1', B: '2' }],
  ['A="never closed\nB=1', { A: '"never closed\nB=1' }],
]

test.each(cases)('%j', (text, expected) => {
  expect(readDotEnv(text)).toEqual(expected)
})
