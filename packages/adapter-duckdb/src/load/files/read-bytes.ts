import { createHash, type Hash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'

const BLOCK = 1024 * 1024

export type Chunks = AsyncIterable<Uint8Array>

/** The bytes of a file on their way, and what they come to once all have passed. */
export interface PassingBytes {
  readonly chunks: Chunks
  readonly passed: () => { readonly bytes: number; readonly checksum: string }
}

/** The file as it lies there. A block is valid until the next one is asked for. */
export function readBytes(path: string): PassingBytes {
  const hash = createHash('sha256')
  let bytes = 0
  const count = (length: number): void => {
    bytes += length
  }
  let checksum: string | undefined
  return {
    chunks: readBlocks(path, hash, count),
    passed: () => ({ bytes, checksum: (checksum ??= hash.digest('hex')) }),
  }
}

async function* readBlocks(path: string, hash: Hash, count: (length: number) => void) {
  const file = await open(path)
  try {
    // While one block is looked at, the next one is read.
    let [block, spare] = [Buffer.allocUnsafe(BLOCK), Buffer.allocUnsafe(BLOCK)]
    let pending = readBlock(file, block)
    for (;;) {
      const length = await pending
      if (length === 0) return
      const ready = block.subarray(0, length)
      ;[block, spare] = [spare, block]
      pending = readBlock(file, block)
      hash.update(ready)
      count(length)
      yield ready
    }
  } finally {
    await file.close()
  }
}

async function readBlock(file: FileHandle, block: Buffer): Promise<number> {
  return (await file.read(block, 0, block.length, null)).bytesRead
}

/** The first bytes of a file, to see what it is. */
export async function readHead(path: string, length: number): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
