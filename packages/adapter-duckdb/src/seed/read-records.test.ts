import { describe, expect, test } from 'vitest'
import { findField, readRecords } from './read-records.ts'

const read = (text: string, isWhole = true) => readRecords(text, { delimiter: ',', isWhole })

describe('whole texts', () => {
  const cases: readonly (readonly [string, readonly (readonly string[])[], readonly number[]])[] = [
    ['', [], []],
    ['a', [['a']], [1]],
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [1, 2],
    ],
    [
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [1, 2],
    ],
    [
      'a,b\r1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [1, 2],
    ],
    [
      'a,\n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
      [1, 2],
    ],
    ['a,', [['a', '']], [1]],
    ['a\n\nb', [['a'], [], ['b']], [1, 2, 3]],
    ['"a,b","c""d"\n', [['a,b', 'c"d']], [1]],
    ['"a\nb",c\nd', [['a\nb', 'c'], ['d']], [1, 3]],
    ['"a\r\nb"\nd', [['a\r\nb'], ['d']], [1, 3]],
    ['"x"y,z', [['xy', 'z']], [1]],
    ['5" pipe,b', [['5" pipe', 'b']], [1]],
    ['"",b', [['', 'b']], [1]],
  ]
  test.each(cases)('%j', (text, fields, lines) => {
    const { records, isQuoteOpen } = read(text)
    expect(records.map((record) => record.fields)).toEqual(fields)
    expect(records.map((record) => record.line)).toEqual(lines)
    expect(isQuoteOpen).toBe(false)
  })
})

describe('pieces', () => {
  const text = 'a,b\r\n"1\n2",x\n\n3,4\r\n5,"6 ""7"""\n'
  const whole = read(text).records

  test.each(Array.from({ length: text.length + 1 }, (_, at) => at))('cut at %d', (at) => {
    const first = read(text.slice(0, at), false)
    const rest = text.slice(0, at).slice(first.rest) + text.slice(at)
    const second = readRecords(rest, { delimiter: ',', isWhole: true, firstLine: first.line })
    expect([...first.records, ...second.records]).toEqual(whole)
  })
})

test('an open quote is told with the line of its record', () => {
  expect(read('a,b\n1,"x\ny\n')).toMatchObject({ isQuoteOpen: true, rest: 4, line: 2 })
})

test.each([
  ['a,bc,d', 1, { start: 2, end: 4 }],
  ['"a,b",c', 1, { start: 6, end: 7 }],
  ['a,b', 2, undefined],
  ['a,', 1, { start: 2, end: 2 }],
])('the field of %j', (line, index, expected) => {
  expect(findField(line, index, ',')).toEqual(expected)
})
