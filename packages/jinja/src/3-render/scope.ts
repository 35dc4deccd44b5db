import { jinjaGlobals } from './globals/index.ts'
import type { Value } from './values/value.ts'

/** The names that a template sees besides those it sets itself. Jinja's own come from `jinjaGlobals`. */
export interface Scope {
  lookup(name: string): Value | undefined
  /** The names that hints may offer. */
  names?(): Iterable<string>
}

/** A scope over a map or an object of values; falls back to `jinjaGlobals`. */
export function scopeOf(
  names: ReadonlyMap<string, Value> | Readonly<Record<string, Value>>,
): Scope {
  const map: ReadonlyMap<string, Value> =
    names instanceof Map ? names : new Map(Object.entries(names))
  return {
    lookup: (name) => (map.has(name) ? map.get(name) : jinjaGlobals.get(name)),
    *names() {
      yield* map.keys()
      yield* jinjaGlobals.keys()
    },
  }
}
