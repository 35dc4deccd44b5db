import { diagnostic, span, type Diagnostic } from '@btn/diagnostics'

const CONTEXT_LINES = 2
const NEWLINE = 0x0a

/** Says where a file that should be UTF-8 is none. Only the lines around that place are kept, in their places. */
export function notUtf8(path: string, bytes: Uint8Array): Diagnostic {
  const [first, second] = bytes
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  if (isUtf16) return diagnostic('file-not-utf8', { path, byte: 0, encoding: 'UTF-16' })
  const byte = findBadByte(bytes)
  let from = byte
  for (let lines = 0; lines <= CONTEXT_LINES && from > 0; lines++) {
    from = bytes.lastIndexOf(NEWLINE, from - 1)
  }
  from++
  const end = bytes.indexOf(NEWLINE, byte)
  const skipped = '\n'.repeat(countLines(bytes.subarray(0, from)))
  const before = skipped + read(bytes.subarray(from, byte))
  const source = { path, text: before + read(bytes.subarray(byte, end < 0 ? bytes.length : end)) }
  const place = span(source, before.length, before.length + 1)
  return diagnostic('file-not-utf8', { path, byte }, { span: place })
}

function read(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes)
}

function countLines(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes) if (byte === NEWLINE) count++
  return count
}

/** The offset of the first byte that is not UTF-8: the longest good beginning, by halving. */
function findBadByte(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isUtf8(bytes.subarray(0, middle), true)) good = middle
    else bad = middle
  }
  // The beginning may end within the very character that is broken.
  while (good > 0 && !isUtf8(bytes.subarray(0, good), false)) good--
  return good
}

function isUtf8(bytes: Uint8Array, mayBeCut: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: mayBeCut })
    return true
  } catch {
    return false
  }
}
