import { isUtf8 } from 'node:buffer'
import type { Chunks } from './read-bytes.ts'

/** U+FFFD in UTF-8: what a decoder makes of bytes that mean nothing. */
const REPLACEMENT = Buffer.from([0xef, 0xbf, 0xbd])

/** A piece of what should be text in UTF-8. */
export interface Utf8Piece {
  readonly bytes: Uint8Array
  /** Some of it is no text. */
  readonly isBad: boolean
}

/** Passes on what should be UTF-8, cut between characters, and tells which pieces are not. */
export async function* checkUtf8(chunks: Chunks): AsyncGenerator<Utf8Piece> {
  let rest: Uint8Array = new Uint8Array(0)
  for await (const chunk of chunks) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    const cut = findCut(bytes)
    const whole = bytes.subarray(0, cut)
    yield { bytes: whole, isBad: !isUtf8(whole) }
    rest = Buffer.from(bytes.subarray(cut))
  }
  if (rest.length > 0) yield { bytes: rest, isBad: true }
}

/** Writes a text in another encoding as UTF-8. */
export async function* toUtf8(chunks: Chunks, encoding: string): AsyncGenerator<Utf8Piece> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) yield pieceOf(decoder.decode(chunk, { stream: true }))
  yield pieceOf(decoder.decode())
}

function pieceOf(text: string): Utf8Piece {
  const bytes = Buffer.from(text)
  return { bytes, isBad: bytes.includes(REPLACEMENT) }
}

/** The longest beginning that does not end within a character. */
function findCut(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if ((byte & 0xc0) === 0x80) continue
    return lengthOf(byte) > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

function lengthOf(first: number): number {
  return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1
}

/** Whether a row of a bad piece is text. What was decoded from another encoding has a mark where it was not. */
export function isText(bytes: Uint8Array, encoding: string): boolean {
  if (encoding === 'utf-8') return isUtf8(bytes)
  return !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(REPLACEMENT)
}

/** Text with `\xFC` in the place of each byte that is none: nothing of it is lost. */
export function showBytes(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes).toString('latin1')
  return latin1.replace(/[\x80-\xff]+/g, (run) => showRun(Buffer.from(run, 'latin1')))
}

function showRun(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0
    const character = bytes.subarray(at, at + lengthOf(first))
    const isWhole = character.length === lengthOf(first) && isUtf8(character)
    text += isWhole ? Buffer.from(character).toString() : String.raw`\x${hex(first)}`
    at += isWhole ? character.length : 1
  }
  return text
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0')
}

/** The first bytes of a row that are no text, for people. */
export function firstBadBytes(bytes: Uint8Array): string {
  const found = /(?:\\x[0-9A-F]{2}){1,4}/.exec(showBytes(bytes))?.[0] ?? 'EF BF BD'
  return found.replaceAll(String.raw`\x`, ' ').trim()
}
