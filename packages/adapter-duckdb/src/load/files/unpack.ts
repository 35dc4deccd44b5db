import { pipeline, Readable, type Transform } from 'node:stream'
import * as zlib from 'node:zlib'
import type { Compression } from './inspection.ts'
import type { Chunks } from './read-bytes.ts'

const BLOCK = 1024 * 1024

/** The bytes that were packed. */
export function unpack(chunks: Chunks, compression: Compression): Chunks {
  switch (compression) {
    case 'none':
      return chunks
    case 'gzip':
      return passThrough(chunks, zlib.createGunzip({ chunkSize: BLOCK }))
    case 'zstd':
      return unpackZstd(chunks)
  }
}

/** With Node's own code where it has it (since 22.15), else in JavaScript. */
function unpackZstd(chunks: Chunks): Chunks {
  const { createZstdDecompress } = zlib as { createZstdDecompress?: () => Transform }
  return createZstdDecompress ? passThrough(chunks, createZstdDecompress()) : unpackHere(chunks)
}

/** Errors come out of the stream that is read; blocks are copied because the stream keeps them for a while. */
function passThrough(chunks: Chunks, unpacker: Transform): Chunks {
  pipeline(Readable.from(copyEach(chunks)), unpacker, () => undefined)
  return unpacker
}

async function* copyEach(chunks: Chunks) {
  for await (const chunk of chunks) yield Buffer.from(chunk)
}

async function* unpackHere(chunks: Chunks): Chunks {
  const { Decompress } = await import('fzstd')
  let ready: Uint8Array[] = []
  const unpacker = new Decompress((part) => ready.push(part))
  for await (const chunk of chunks) {
    unpacker.push(Buffer.from(chunk))
    yield* ready
    ready = []
  }
  unpacker.push(new Uint8Array(0), true)
  yield* ready
}
