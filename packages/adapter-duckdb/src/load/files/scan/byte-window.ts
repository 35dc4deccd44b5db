/** Bytes that may be looked at behind the last one: a delimiter is no longer than this. */
export const LOOKAHEAD = 4

const FIRST_SIZE = 2 * 1024 * 1024

/**
 * The part of a stream that a scanner has before it: from the beginning of the row that it is in (`start`) to the last byte that has come
 * (`end`), so that a row always lies in one piece. `at` is where the scanner goes on. Offsets are valid until the next `append`.
 */
export class ByteWindow {
  bytes = Buffer.alloc(FIRST_SIZE)
  /** The same, for who reads more than one at a time. */
  view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.length)
  start = 0
  at = 0
  end = 0

  append(chunk: Uint8Array): void {
    if (this.end + chunk.length + LOOKAHEAD > this.bytes.length) this.#makeRoom(chunk.length)
    this.bytes.set(chunk, this.end)
    this.end += chunk.length
  }

  /** Nothing comes any more: what lies behind the end is no text. */
  seal(): void {
    this.bytes.fill(0, this.end, this.end + LOOKAHEAD)
  }

  text(start: number, end: number): string {
    return this.bytes.toString('utf8', start, end)
  }

  #makeRoom(wanted: number): void {
    const { start } = this
    const needed = this.end - start + wanted + LOOKAHEAD
    const target = needed > this.bytes.length ? Buffer.alloc(2 * needed) : this.bytes
    this.bytes.copy(target, 0, start, this.end)
    this.bytes = target
    this.view = new DataView(target.buffer, target.byteOffset, target.length)
    this.start = 0
    this.at -= start
    this.end -= start
  }
}
