import type { Json } from '../../types/index.ts'

/** Definitions are written with their keys in one order, so their text tells. */
export function isEqualJson(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
