import { createHash } from 'node:crypto'
import type { Project, ProjectFile } from '../1-load/index.ts'
import { resourceName } from './parse-code.ts'
import type { ParsedSeed } from './parsed.ts'

/** A seed's rows are not read before a run; a file over the size limit is known by its path only. */
export function parseSeed(file: ProjectFile, { flags, sources }: Project): ParsedSeed {
  const name = resourceName(file)
  const limit = flags.maximum_seed_size_mib * 1024 * 1024
  const isLarge = limit > 0 && file.size > limit
  const bytes = isLarge ? undefined : sources.readBytes(file.file)
  return bytes
    ? { name, checksum: trimmedChecksum(bytes), checksumOf: 'sha256' }
    : { name, checksum: file.originalPath, checksumOf: 'path' }
}

/** dbt's checksum of a seed: Python reads it as text, so every line end is one character, and space around the file does not count. */
function trimmedChecksum(bytes: Uint8Array): string {
  const isSpace = (at: number) => isSpaceByte(bytes[at] ?? 0)
  let start = 0
  let end = bytes.length
  while (start < end && isSpace(start)) start++
  while (end > start && isSpace(end - 1)) end--
  const trimmed = bytes.subarray(start, end)
  return createHash('sha256')
    .update(trimmed.includes(CR) ? withLineFeeds(trimmed) : trimmed)
    .digest('hex')
}

const CR = 13
const LF = 10

function isSpaceByte(byte: number): boolean {
  return (byte >= 9 && byte <= 13) || (byte >= 28 && byte <= 32)
}

function withLineFeeds(bytes: Uint8Array): Uint8Array {
  const isPair = (at: number) => bytes[at] === CR && bytes[at + 1] === LF
  return bytes.filter((_, at) => !isPair(at)).map((byte) => (byte === CR ? LF : byte))
}
