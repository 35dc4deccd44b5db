import type { Method } from './method.ts'

/** `selector:nightly`: what a definition of selectors.yml selects. */
export const selector: Method = {
  name: 'selector',
  search: ({ value, useSelectors }) => useSelectors(value),
}
