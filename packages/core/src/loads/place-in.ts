import type { Place } from '../types/index.ts'

/** Where a part of a load's settings stands, `contract.rules.positive.check`; the nearest part around it that has a place. */
export function placeIn(places: Readonly<Record<string, Place>>, part: string): Place | undefined {
  for (let path = part; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
    const place = places[path]
    if (place) return place
  }
  return undefined
}
