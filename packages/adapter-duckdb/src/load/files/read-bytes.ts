import { open, type FileHandle } from 'node:fs/promises'

const BLOCK = 1024 * 1024

export type Chunks = AsyncIterable<Uint8Array>

/** The bytes of a file as they lie there. A block is valid until the next one is asked for. */
export async function* readBytes(path: string): AsyncGenerator<Uint8Array> {
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
