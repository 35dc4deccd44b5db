import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { findLine, offsetAt, span, type Span } from '@btn/diagnostics'
import { findField } from './read-records.ts'
import type { SeedFile } from './seed-file.ts'

const CONTEXT_LINES = 2

/** A cell of a file: its 1-based line and, when the whole line is not meant, its column counted from 0. */
export interface CellPlace {
  readonly line: number
  readonly column?: number
}

/**
 * The place of a cell in a seed file. Only the lines around it are kept, in their places: the rest of a file of any size
 * is left out.
 */
export async function findPlace(file: SeedFile, { line, column }: CellPlace): Promise<Span> {
  const kept: string[] = []
  const lines = createInterface({ input: createReadStream(file.path), crlfDelay: Infinity })
  for await (const text of lines) {
    const isNear = kept.length + 1 >= line - CONTEXT_LINES
    kept.push(isNear ? text.replace(/^\uFEFF/, '') : '')
    if (kept.length >= line + CONTEXT_LINES) break
  }
  lines.close()
  const source = { path: file.shownPath, text: kept.join('\n') }
  const text = findLine(source, line) ?? ''
  const start = offsetAt(source, { line, column: 1 })
  const field = column === undefined ? undefined : findField(text, column, file.delimiter)
  return span(source, start + (field?.start ?? 0), start + (field?.end ?? text.length))
}
