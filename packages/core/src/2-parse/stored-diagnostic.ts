import type { Diagnostic, Span } from '@btn/diagnostics'
import type { Place } from '../types/index.ts'

/** A diagnostic as plain data: places instead of spans. */
export interface StoredDiagnostic extends Omit<Diagnostic, 'span' | 'related'> {
  readonly place?: Place
  readonly relatedPlaces?: readonly { readonly place: Place; readonly message: string }[]
}

export function storeDiagnostic({ span, related, ...item }: Diagnostic): StoredDiagnostic {
  return {
    ...item,
    ...(span && { place: toPlace(span) }),
    ...(related && {
      relatedPlaces: related.map((it) => ({ place: toPlace(it.span), message: it.message })),
    }),
  }
}

export function reviveDiagnostic(
  stored: StoredDiagnostic,
  spanOf: (place: Place) => Span,
): Diagnostic {
  const { place, relatedPlaces, ...item } = stored
  return {
    ...item,
    ...(place && { span: spanOf(place) }),
    ...(relatedPlaces && {
      related: relatedPlaces.map((it) => ({ span: spanOf(it.place), message: it.message })),
    }),
  }
}

function toPlace({ source, start, end }: Span): Place {
  return { file: source.path, start, end }
}
