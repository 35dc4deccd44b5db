import type { UnreadableReason } from '../inspection.ts'
import type { FoundRow, RowSink } from './scanner.ts'

/** Several sinks as one. */
export class SinkTee implements RowSink {
  readonly #sinks: readonly RowSink[]

  constructor(sinks: readonly RowSink[]) {
    this.#sinks = sinks
  }

  header(row: FoundRow): void {
    for (const sink of this.#sinks) sink.header(row)
  }

  row(row: FoundRow): void {
    for (const sink of this.#sinks) sink.row(row)
  }

  unreadable(row: FoundRow, reason: UnreadableReason, text?: string): void {
    for (const sink of this.#sinks) sink.unreadable(row, reason, text)
  }
}
