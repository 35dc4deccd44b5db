import { open, stat, type FileHandle } from 'node:fs/promises'

/** What the first bytes of a file tell. */
export type FileHeader =
  | {
      readonly kind: 'duckdb'
      readonly storageVersion: number
      /** The release that wrote the file: `v1.5.6`. */
      readonly release: string | undefined
    }
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

/** Reads a database file's header without the engine, which may refuse the file. Undefined when there is no such file. */
export async function readFileHeader(path: string): Promise<FileHeader | undefined> {
  const file = await openIfFile(path)
  if (!file) return undefined
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_LENGTH), 0, HEADER_LENGTH, 0)
    return readHeader(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

/** Not there, not readable, or a device: then DuckDB itself says what is wrong. */
async function openIfFile(path: string): Promise<FileHandle | undefined> {
  try {
    return (await stat(path)).isFile() ? await open(path) : undefined
  } catch {
    return undefined
  }
}

function readHeader(bytes: Buffer): FileHeader {
  if (bytes.toString('latin1', MAGIC_AT, MAGIC_AT + 4) !== 'DUCK') {
    return { kind: 'other', description: describe(bytes) }
  }
  const library = bytes.toString('latin1', LIBRARY_AT, LIBRARY_AT + LIBRARY_LENGTH)
  const release = /^v?\d+\.\d+[\w.-]*/.exec(library)?.[0]
  const storageVersion =
    bytes.length >= VERSION_AT + 8 ? Number(bytes.readBigUInt64LE(VERSION_AT)) : 0
  return { kind: 'duckdb', storageVersion, release }
}

function describe(bytes: Buffer): string {
  if (bytes.length === 0) return 'an empty file'
  const start = bytes.toString('latin1', 0, 16)
  const known = signatures.find(([signature]) => start.startsWith(signature))
  if (known) return known[1]
  const isText = bytes.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13)
  return isText ? 'a text file' : 'some other file'
}
