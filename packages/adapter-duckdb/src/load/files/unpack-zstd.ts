import { pipeline, Readable } from 'node:stream'
import * as zlib from 'node:zlib'
import type { Chunks } from './read-bytes.ts'

/** Unpacks Zstandard: with Node's own code where it has it (since 22.15), else in JavaScript. */
export function unpackZstd(chunks: Chunks): Chunks {
  const { createZstdDecompress } = zlib as { createZstdDecompress?: () => NodeJS.ReadWriteStream }
  return createZstdDecompress ? unpackNatively(chunks, createZstdDecompress()) : unpackHere(chunks)
}

function unpackNatively(chunks: Chunks, unpacker: NodeJS.ReadWriteStream): Chunks {
  pipeline(Readable.from(copyEach(chunks)), unpacker, () => undefined)
  return unpacker as unknown as Chunks
}

async function* unpackHere(chunks: Chunks): Chunks {
  const { Decompress } = await import('fzstd')
  let ready: Uint8Array[] = []
  const unpacker = new Decompress((part) => ready.push(part))
  for await (const chunk of chunks) {
    unpacker.push(chunk.slice())
    yield* ready
    ready = []
  }
  unpacker.push(new Uint8Array(0), true)
  yield* ready
}

async function* copyEach(chunks: Chunks) {
  for await (const chunk of chunks) yield Buffer.from(chunk)
}
