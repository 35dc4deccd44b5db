import { isUtf8 } from 'node:buffer'
import type { Chunks } from './read-bytes.ts'

/** U+FFFD in UTF-8: what a decoder makes of bytes that mean nothing. */
const REPLACEMENT = Buffer.from([0xef, 0xbf, 0xbd])

/** A piece of text in UTF-8, as far as it can be read. */
export interface Utf8Piece {
  readonly good: Uint8Array
  /** What follows the good part and is no text; then nothing comes any more. */
  readonly bad?: Uint8Array
}

/** Passes on UTF-8, cut between characters, up to the first byte that is none. */
export async function* checkUtf8(chunks: Chunks): AsyncGenerator<Utf8Piece> {
  let rest: Uint8Array = new Uint8Array(0)
  for await (const chunk of chunks) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    const cut = findCut(bytes)
    const whole = bytes.subarray(0, cut)
    if (!isUtf8(whole)) return yield splitAtBadByte(whole)
    yield { good: whole }
    rest = Buffer.from(bytes.subarray(cut))
  }
  if (rest.length > 0) yield { good: new Uint8Array(0), bad: rest }
}

/** Writes a text in another encoding as UTF-8. */
export async function* toUtf8(chunks: Chunks, encoding: string): AsyncGenerator<Utf8Piece> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) yield cutAtReplacement(decoder.decode(chunk, { stream: true }))
  yield cutAtReplacement(decoder.decode())
}

function cutAtReplacement(text: string): Utf8Piece {
  const bytes = Buffer.from(text)
  const at = bytes.indexOf(REPLACEMENT)
  return at < 0 ? { good: bytes } : { good: bytes.subarray(0, at), bad: bytes.subarray(at) }
}

/** The longest beginning that does not end within a character. */
function findCut(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if ((byte & 0xc0) === 0x80) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return length > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

function splitAtBadByte(bytes: Uint8Array): Utf8Piece {
  let [good, bad] = [0, bytes.length]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isUtf8(bytes.subarray(0, findCut(bytes.subarray(0, middle))))) good = middle
    else bad = middle
  }
  const at = findCut(bytes.subarray(0, good))
  return { good: bytes.subarray(0, at), bad: bytes.subarray(at) }
}
