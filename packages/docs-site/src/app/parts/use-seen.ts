import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** Whether an element has ever been in sight, or so near to it (`300px`). */
export function useSeen(element: RefObject<Element | null>, nearness = '0px'): boolean {
  const [isSeen, setSeen] = useState(false)
  useEffect(() => {
    if (isSeen || element.current === null) return undefined
    const note = (entries: readonly IntersectionObserverEntry[]): void => {
      if (entries.some((it) => it.isIntersecting)) setSeen(true)
    }
    const watch = new IntersectionObserver(note, { rootMargin: nearness })
    watch.observe(element.current)
    return () => watch.disconnect()
  }, [isSeen])
  return isSeen
}
