import type { Source } from '@btn/diagnostics'
import type { Place } from '../types/index.ts'
import { escapePattern } from '../names/escape-pattern.ts'

/** Where a file has a text. */
export interface Written {
  readonly source: Source
  readonly place: Place
  /** False where YAML has taken the indentation out of a block. */
  readonly isVerbatim: boolean
}

/** Finds a text that is known as a value only; the first file that has it as it is wins. */
export function findWritten(
  sources: readonly Source[],
  text: string,
  from = 0,
): Written | undefined {
  for (const source of sources) {
    const start = source.text.indexOf(text, from)
    if (start !== -1) return toWritten(source, start, text.length, true)
  }
  for (const source of sources) {
    const found = findIndented(source, text, from)
    if (found) return found
  }
  return undefined
}

function findIndented(source: Source, text: string, from: number): Written | undefined {
  const words = text.trim().split(/\s+/)
  if (words.length < 2) return undefined
  const pattern = new RegExp(`\\s${words.map(escapePattern).join('\\s+')}`, 'g')
  pattern.lastIndex = from
  const found = pattern.exec(source.text)
  return found ? toWritten(source, found.index, found[0].length, false) : undefined
}

function toWritten(source: Source, start: number, length: number, isVerbatim: boolean): Written {
  return { source, place: { file: source.path, start, end: start + length }, isVerbatim }
}
