import type { Diagnostic } from './diagnostic.ts'
import { findLine, firstLineOf, positionAt, type Span } from './source.ts'

/** How the parts of a printed diagnostic are painted; the identity everywhere means plain text. */
export interface Paint {
  readonly error: (text: string) => string
  readonly warning: (text: string) => string
  readonly place: (text: string) => string
  readonly gutter: (text: string) => string
  readonly hint: (text: string) => string
}

const same = (text: string): string => text
const plain: Paint = { error: same, warning: same, place: same, gutter: same, hint: same }

const CONTEXT_LINES = 2
const MAX_WIDTH = 160

/** The form that people read: `severity[code]: message`, place, code frame, related places, hint. */
export function renderText(item: Diagnostic, paint: Paint = plain): string {
  const mark = paint[item.severity]
  const lines = [`${mark(`${item.severity}[${item.code}]`)}: ${item.message}`]
  if (item.span) lines.push(...renderPlace(item.span, mark, paint))
  for (const related of item.related ?? []) {
    lines.push(`  ${related.message}`, ...renderPlace(related.span, paint.gutter, paint))
  }
  if (item.hint) lines.push(`${paint.hint('hint')}: ${item.hint}`)
  return lines.join('\n')
}

function renderPlace(place: Span, mark: (text: string) => string, paint: Paint): string[] {
  const { line, column } = positionAt(place.source, place.start)
  const header = `  ${paint.place(`--> ${place.source.path}:${line}:${column}`)}`
  return place.source.text === '' ? [header] : [header, ...renderFrame(place, mark, paint)]
}

/** True for what comes after the last line break of the file. */
function isLastLine({ source }: Span, number: number): boolean {
  return findLine(source, number + 1) === undefined
}

function renderFrame(place: Span, mark: (text: string) => string, paint: Paint): string[] {
  const start = positionAt(place.source, place.start)
  const end = positionAt(place.source, Math.max(place.start, place.end - 1))
  const last = start.line + CONTEXT_LINES
  const width = String(last).length
  const lines: string[] = []
  const first = Math.max(firstLineOf(place.source), start.line - CONTEXT_LINES)
  for (let number = first; number <= last; number++) {
    const text = findLine(place.source, number)
    if (text === undefined || (text === '' && number > start.line && isLastLine(place, number)))
      break
    const isFault = number === start.line
    const shift = isFault ? Math.max(0, start.column - MAX_WIDTH / 2) : 0
    const shown = text.slice(shift, shift + MAX_WIDTH)
    lines.push(`${paint.gutter(`${String(number).padStart(width + 2)} |`)} ${shown}`.trimEnd())
    if (!isFault) continue
    const stop = end.line === start.line ? end.column : Math.max(start.column, text.length)
    const before = shown.slice(0, start.column - 1 - shift).replace(/[^\t]/g, ' ')
    const carets = '^'.repeat(
      Math.max(1, Math.min(stop - start.column + 1, MAX_WIDTH - before.length)),
    )
    lines.push(`${paint.gutter(`${' '.repeat(width + 2)} |`)} ${before}${mark(carets)}`)
  }
  return lines
}
