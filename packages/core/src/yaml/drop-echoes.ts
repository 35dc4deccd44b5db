import type { Diagnostic, Span } from '@btn/diagnostics'

/** Leaves out what only repeats, at the same place, that something earlier went wrong there. */
export function dropEchoes(
  items: readonly Diagnostic[],
  earlier: readonly Diagnostic[],
): readonly Diagnostic[] {
  const errors = earlier.filter((item) => item.severity === 'error' && item.span)
  if (errors.length === 0) return items
  return items.filter((item) => !errors.some((it) => isOverlap(item.span, it.span)))
}

function isOverlap(a: Span | undefined, b: Span | undefined): boolean {
  return a !== undefined && b !== undefined && a.start <= b.end && b.start <= a.end
}
