import { describe, expect, test } from 'vitest'
import { MemoryHost } from '../memory-host.ts'
import { decode, LazySources } from './sources.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('texts are read as Python reads them', () => {
  test.each([
    ['a\nb\n', 'a\nb\n'],
    ['a\r\nb\n', 'a\nb\n', { breaks: ['\r\n', '\n'] }],
    ['a\rb\r', 'a\nb\n', { breaks: ['\r', '\r'] }],
    ['\ufeffa', 'a'],
    ['', ''],
  ])('%j', (text, expected, noted: { breaks?: readonly string[] } = {}) => {
    expect(decode('x.sql', bytes(text))).toEqual({
      value: { path: 'x.sql', text: expected, ...noted },
      diagnostics: [],
    })
  })
})

describe('what is not UTF-8 is shown at its first bad byte', () => {
  test.each([
    [[0x61, 0x0a, 0xe9], 2, 2],
    [[0xff], 0, 0],
    [[0xc3, 0xa9, 0x0d, 0x0a, 0xc3], 4, 2],
    [[0xf0, 0x9f, 0x98, 0x80, 0xed, 0xa0, 0x80], 4, 2],
    [[0x61, 0xc0, 0x80], 1, 1],
    [[0xef, 0xbb, 0xbf, 0x61, 0xff], 4, 1],
  ])('%j: byte %i', (codes, byte, offset) => {
    const { value, diagnostics } = decode('x.sql', new Uint8Array(codes))
    expect(value).toBeUndefined()
    expect(diagnostics).toMatchObject([
      { code: 'file-not-utf8', params: { byte }, span: { start: offset } },
    ])
  })
})

test.each([
  ['with a mark', [0xff, 0xfe, 0x61, 0x00]],
  ['with a mark, big end first', [0xfe, 0xff, 0x00, 0x61]],
  ['without a mark', [0x61, 0x00, 0x62, 0x00]],
])('UTF-16 is named: %s', (_, codes) => {
  const { value, diagnostics } = decode('x.sql', new Uint8Array(codes))
  expect(value).toBeUndefined()
  expect(diagnostics.map((it) => it.message)).toEqual(['x.sql is UTF-16, not UTF-8'])
})

test('a file is read once, and its places become spans', () => {
  const host = new MemoryHost({ files: { '/shop/models/a.sql': 'select 1' } })
  const sources = new LazySources(host, '/shop')
  const first = sources.read('models/a.sql')
  expect(sources.read('models/a.sql')).toBe(first)
  const place = { file: 'models/a.sql', start: 7, end: 8 }
  expect(sources.spanOf(place)).toEqual({ source: first.value, start: 7, end: 8 })
  expect(sources.spanOf({ ...place, file: 'gone.sql' }).source.text).toBe('')
  expect(sources.read('gone.sql').diagnostics).toMatchObject([{ code: 'file-unreadable' }])
})
