import type { Diagnostic } from './diagnostic.ts'
import { positionAt, type Span } from './source.ts'

interface JsonPlace {
  readonly path: string
  readonly line: number
  readonly column: number
  readonly end_line: number
  readonly end_column: number
}

/** A diagnostic as one JSON value, in the snake_case of the other machine-readable outputs. */
export interface JsonDiagnostic {
  readonly code: string
  readonly severity: string
  readonly message: string
  readonly place?: JsonPlace
  readonly related?: readonly { readonly message: string; readonly place: JsonPlace }[]
  readonly hint?: string
}

export function renderJson(item: Diagnostic): JsonDiagnostic {
  return {
    code: item.code,
    severity: item.severity,
    message: item.message,
    ...(item.span && { place: toPlace(item.span) }),
    ...(item.related && {
      related: item.related.map((it) => ({ message: it.message, place: toPlace(it.span) })),
    }),
    ...(item.hint && { hint: item.hint }),
  }
}

function toPlace(place: Span): JsonPlace {
  const start = positionAt(place.source, place.start)
  const end = positionAt(place.source, place.end)
  return {
    path: place.source.path,
    line: start.line,
    column: start.column,
    end_line: end.line,
    end_column: end.column,
  }
}
