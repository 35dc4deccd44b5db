import { expect, test } from 'vitest'
import { readCsvRows } from './csv-rows.ts'

test.each([
  ['', []],
  ['a,b', []],
  [
    'a,b\n1,2\n3,4\n',
    [
      { a: '1', b: '2' },
      { a: '3', b: '4' },
    ],
  ],
  [
    'a,b\r\n1,\r\n\r\n,2',
    [
      { a: '1', b: '' },
      { a: '', b: '2' },
    ],
  ],
  ['a,b\n1', [{ a: '1', b: null }]],
  ['a\n1,2\n', [{ a: '1' }]],
  ['a,b\n"x, ""y""\nz",2', [{ a: 'x, "y"\nz', b: '2' }]],
  ['a,b\n"x"y,it"s', [{ a: 'xy', b: 'it"s' }]],
  ['a\n" x "\n', [{ a: ' x ' }]],
  ['a,__proto__\n1,2', [JSON.parse('{"a": "1", "__proto__": "2"}')]],
])('%j', (text, rows) => {
  expect(readCsvRows(text)).toEqual(rows)
})
