import { useEffect, useState } from 'preact/hooks'

/** So long after a key nobody waits for the next one. */
const PAUSE = 120

/** Whether something has been the same for a moment: what is not needed at once is left for then. */
export function useStill(what: unknown): boolean {
  const [still, setStill] = useState<unknown>(undefined)
  useEffect(() => {
    const timer = setTimeout(() => setStill(what), PAUSE)
    return () => clearTimeout(timer)
  }, [what])
  return still === what
}
