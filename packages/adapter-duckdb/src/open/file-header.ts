import { open } from 'node:fs/promises'

/** What the first bytes of a file tell. */
export type FileHeader =
  | { readonly kind: 'duckdb'; readonly storageVersion: bigint; readonly writtenBy: string }
  | { readonly kind: 'other'; readonly description: string }

const MAGIC_AT = 8
const VERSION_AT = 12
const LIBRARY_AT = 52
const LIBRARY_LENGTH = 32
const HEADER_LENGTH = 4096

const signatures: readonly (readonly [start: string, description: string])[] = [
  ['SQLite format 3\0', 'an SQLite database'],
  ['PAR1', 'a Parquet file'],
  ['PK\x03\x04', 'a zip archive'],
  ['\x1f\x8b', 'a gzip file'],
]

/** Reads a database file's header without the engine: it may be one that the engine refuses. Undefined when there is no such file. */
export async function readFileHeader(path: string): Promise<FileHeader | undefined> {
  let bytes: Buffer
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(
        Buffer.alloc(HEADER_LENGTH),
        0,
        HEADER_LENGTH,
        0,
      )
      bytes = buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch {
    return undefined
  }
  return readHeader(bytes)
}

function readHeader(bytes: Buffer): FileHeader {
  if (bytes.toString('latin1', MAGIC_AT, MAGIC_AT + 4) !== 'DUCK') {
    return { kind: 'other', description: describe(bytes) }
  }
  const library = bytes.toString('latin1', LIBRARY_AT, LIBRARY_AT + LIBRARY_LENGTH)
  const version = /^v?\d+\.\d+[\w.-]*/.exec(library)?.[0]
  const storageVersion = bytes.length >= VERSION_AT + 8 ? bytes.readBigUInt64LE(VERSION_AT) : 0n
  const writtenBy =
    version === undefined ? `a DuckDB of storage version ${storageVersion}` : `DuckDB ${version}`
  return { kind: 'duckdb', storageVersion, writtenBy }
}

function describe(bytes: Buffer): string {
  if (bytes.length === 0) return 'an empty file'
  const start = bytes.toString('latin1', 0, 16)
  const known = signatures.find(([signature]) => start.startsWith(signature))
  if (known) return known[1]
  const isText = bytes.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13)
  return isText ? 'a text file' : 'some other file'
}
