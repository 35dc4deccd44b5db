import type { FileFormat } from '@btn/adapter'
import type { Compression } from './inspection.ts'

const byExtension: Readonly<Record<string, FileFormat>> = {
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
  json: 'json',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  parquet: 'parquet',
  pq: 'parquet',
}

/** What the name of a file says of its content; packed files are called by what is inside. */
export function formatOfName(name: string): FileFormat | undefined {
  const inner = name.replace(/\.(?:gz|gzip|zst|zstd)$/i, '')
  return byExtension[inner.slice(inner.lastIndexOf('.') + 1).toLowerCase()]
}

/** So many bytes tell what a file is. */
export const SIGNATURE_LENGTH = 4

/** How a file is packed. Its first bytes tell, not its name. */
export function compressionOf(head: Uint8Array): Compression {
  if (startsWith(head, [0x1f, 0x8b])) return 'gzip'
  return startsWith(head, [0x28, 0xb5, 0x2f, 0xfd]) ? 'zstd' : 'none'
}

/** What a file is that is no text at all. */
export function binaryKindOf(head: Uint8Array): string | undefined {
  if (startsWith(head, [0x50, 0x41, 0x52, 0x31])) return 'Parquet'
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return 'a ZIP archive, as Excel files are'
  return undefined
}

/** What a byte order mark says of the encoding. */
export function encodingOfMark(head: Uint8Array): string | undefined {
  if (startsWith(head, [0xff, 0xfe])) return 'utf-16le'
  return startsWith(head, [0xfe, 0xff]) ? 'utf-16be' : undefined
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}
