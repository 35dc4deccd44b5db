import { duckdbDialect } from '../../dialect.ts'
import type { LineMap, UnreadableReason, UnreadableRows } from './inspection.ts'
import type { FoundRow, RowSink } from './scan/scanner.ts'
import { BlockWriter } from './spool.ts'
import { writeLineLimit } from './line-limit.ts'

/** Where a log is written, should there be something to write. */
export interface LogPaths {
  readonly lines: string
  readonly unreadable: string
}

/**
 * Notes where the rows of a file begin, and what is no row. Nothing is written for a file that has a row a line; else a line for every
 * place where the distance between rows and lines changes.
 */
export class RowLog implements RowSink {
  rows = 0
  readonly #paths: LogPaths
  readonly #unreadable = new Map<UnreadableReason, number>()
  #first: number | undefined
  #offset = 0
  #longest = 0
  #lineFile: BlockWriter | undefined
  #unreadableFile: BlockWriter | undefined

  constructor(paths: LogPaths) {
    this.#paths = paths
  }

  header(): void {
    // Names are no row.
  }

  row({ line }: FoundRow): void {
    const offset = line - this.rows
    if (offset !== this.#offset) this.#shift(offset)
    this.rows++
  }

  unreadable(row: FoundRow, reason: UnreadableReason, kept?: string): void {
    this.#unreadable.set(reason, (this.#unreadable.get(reason) ?? 0) + 1)
    this.#unreadableFile ??= new BlockWriter(this.#paths.unreadable)
    const raw = kept ?? row.window.text(row.start, row.end)
    const text = Buffer.from(`${row.line},${reason},"${raw.replaceAll('"', '""')}"\n`)
    this.#longest = Math.max(this.#longest, text.length)
    this.#unreadableFile.write(text)
  }

  close(): void {
    this.#lineFile?.close()
    this.#unreadableFile?.close()
  }

  get lines(): LineMap {
    const first = this.#first ?? 1
    if (!this.#lineFile) return { first }
    const columns = "{'from_row': 'bigint', 'line_offset': 'bigint'}"
    return { first, sql: readLog(this.#lineFile.path, columns) }
  }

  get unreadableRows(): UnreadableRows {
    const byReason = Object.fromEntries(this.#unreadable)
    const count = [...this.#unreadable.values()].reduce((sum, it) => sum + it, 0)
    if (!this.#unreadableFile) return { count, byReason }
    const columns = "{'line': 'bigint', 'reason': 'varchar', 'raw_text': 'varchar'}"
    return { count, byReason, sql: readLog(this.#unreadableFile.path, columns, this.#longest) }
  }

  #shift(offset: number): void {
    this.#offset = offset
    if (this.#first === undefined) {
      this.#first = offset
      return
    }
    if (!this.#lineFile) {
      this.#lineFile = new BlockWriter(this.#paths.lines)
      this.#lineFile.writeText(`0,${this.#first}\n`)
    }
    this.#lineFile.writeText(`${this.rows},${offset}\n`)
  }
}

function readLog(path: string, columns: string, longest = 0): string {
  return (
    `read_csv(${duckdbDialect.literal(path)}, columns = ${columns}, auto_detect = false, header = false, ` +
    `delim = ',', quote = '"', escape = '"', new_line = '\\n'${writeLineLimit(longest)})`
  )
}
