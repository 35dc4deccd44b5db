import type { Capture } from './context.ts'

/** What is noted of a template before it is rendered. */
export function emptyCapture(): Capture {
  return { refs: [], sources: [], functions: [], metrics: [], config: {}, macros: new Set() }
}
