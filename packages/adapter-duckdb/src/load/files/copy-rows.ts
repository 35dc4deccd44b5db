import type { FoundRow, RowSink } from './scan/scanner.ts'
import type { BlockWriter } from './spool.ts'

const NEWLINE = Buffer.from('\n')
const [LF, CR, SPACE] = [0x0a, 0x0d, 0x20]

/** Writes the rows that can be read, and the header, each with the same kind of line break. */
export function copyRows(writer: BlockWriter, { joinLines }: { joinLines: boolean }): RowSink {
  const copy = ({ window, start, end }: FoundRow): void => {
    const bytes = window.bytes.subarray(start, end)
    writer.write(joinLines ? join(bytes) : bytes)
    writer.write(NEWLINE)
  }
  return { header: copy, row: copy, unreadable: () => undefined }
}

/** A JSON value in one line: line breaks between its parts are blanks like others. */
function join(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(LF) && !bytes.includes(CR)) return bytes
  return bytes.map((byte) => (byte === LF || byte === CR ? SPACE : byte))
}
