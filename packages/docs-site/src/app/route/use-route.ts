import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { onNavigation } from './history.ts'
import { toRoute, type Route } from './route.ts'
import { settle } from './settle.ts'

/** The page that the address names, now and whenever it changes. */
export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash)
  const isFirst = useRef(true)
  useEffect(() => onNavigation(() => setHash(location.hash)), [])
  const route = toRoute(hash)
  // What is done to the graph is in the address, too, and must not take the keyboard away from it.
  const page = route.kind === 'graph' ? 'graph' : hash
  useLayoutEffect(() => {
    settle(route.kind === 'node' ? route.section : undefined, isFirst.current)
    isFirst.current = false
  }, [page])
  return route
}
