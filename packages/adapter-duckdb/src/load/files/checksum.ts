import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { readBytes } from './read-bytes.ts'

/** A smaller file is done before a thread has begun. */
const WORTH_A_THREAD = 32 * 1024 * 1024

const THREAD = `
  const { parentPort, workerData } = require('node:worker_threads')
  const hash = require('node:crypto').createHash('sha256')
  require('node:fs').createReadStream(workerData, { highWaterMark: 1024 * 1024 })
    .on('data', (block) => hash.update(block))
    .on('end', () => parentPort.postMessage(hash.digest('hex')))`

/** SHA-256 of a file in hex; of a large one beside whatever else is done with it. */
export async function checksumOf(path: string, bytes: number): Promise<string> {
  if (bytes < WORTH_A_THREAD) {
    const hash = createHash('sha256')
    for await (const block of readBytes(path)) hash.update(block)
    return hash.digest('hex')
  }
  const [checksum] = await once(new Worker(THREAD, { eval: true, workerData: path }), 'message')
  return String(checksum)
}
