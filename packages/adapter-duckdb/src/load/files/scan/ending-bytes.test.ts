import { expect, test } from 'vitest'
import { ByteWindow } from './byte-window.ts'
import { EndingBytes } from './ending-bytes.ts'

const BREAK = 9

function windowOf(bytes: Uint8Array): ByteWindow {
  const window = new ByteWindow()
  window.append(bytes)
  return window
}

/** All places that are found, one after the other. */
function findAll(ending: EndingBytes, window: ByteWindow, from = 0): readonly number[] {
  const found: number[] = []
  for (let at = from; ; at++) {
    at = ending.find(window, at, window.end)
    if (at === window.end) return found
    found.push(at)
  }
}

test('kinds: line breaks, and what is named; the last name of a byte counts', () => {
  const ending = new EndingBytes(BREAK, [
    [0x22, 1],
    [0x22, 2],
  ])
  expect([0x0a, 0x0d, 0x22, 0x09, 0x61, undefined].map((it) => ending.kindOf(it))).toEqual([
    ...[BREAK, BREAK, 2, 0, 0, 0],
  ])
})

test('a byte is found in each of four places, from each place, and not behind the limit', () => {
  const ending = new EndingBytes(BREAK, [[0x2c, 1]])
  for (let place = 0; place < 9; place++) {
    const window = windowOf(Buffer.from('abcdefghij'.slice(0, place) + ',tail'))
    for (let from = 0; from <= place; from++)
      expect(ending.find(window, from, window.end)).toBe(place)
    expect(ending.find(window, 0, place)).toBe(place)
    expect(ending.find(window, place + 1, window.end)).toBe(window.end)
  }
})

// Neighbours of what is sought, bytes below line breaks, and bytes of other scripts are where a test of four bytes at once could go wrong.
const tricky = [
  ...[0x00, 0x01, 0x09, 0x0a, 0x0b, 0x0d, 0x0e, 0x20, 0x21, 0x22, 0x23, 0x2b, 0x2c, 0x2d],
  ...[0x5b, 0x5c, 0x5d, 0x7b, 0x7c, 0x7f, 0x80, 0x8a, 0xa2, 0xac, 0xdc, 0xfc, 0xff],
]

test.each([
  ['a comma', [0x2c]],
  ['a tab', [0x09]],
  ['the first byte of a character', [0xc2]],
  ['a quote', [0x22, 0x22]],
  ['a quote and its escape', [0x5c, 0x22]],
])('%s: the same as byte by byte', (_, others) => {
  const [first = 0, ...more] = others
  const ending = new EndingBytes(BREAK, [[first, 1], ...more.map((it) => [it, 2] as const)])
  const wanted = new Set([0x0a, 0x0d, ...others])
  let state = 42
  const bytes = Uint8Array.from({ length: 20_000 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const pick = state >>> 16
    return pick % 3 === 0 ? (tricky[pick % tricky.length] ?? 0) : 0x61 + (pick % 26)
  })
  const expected = [...bytes.keys()].filter((at) => wanted.has(bytes[at] ?? 0))
  for (const from of [0, 1, 2, 3])
    expect(findAll(ending, windowOf(bytes), from)).toEqual(expected.filter((at) => at >= from))
})
