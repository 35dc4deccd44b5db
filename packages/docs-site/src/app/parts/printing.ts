import { options } from 'preact'
import { useEffect, useState } from 'preact/hooks'

const followers = new Set<(isPrinting: boolean) => void>()

/** Tells those who follow, and has them drawn at once: the browser takes what is there when this returns. */
function tell(isPrinting: boolean): void {
  options.debounceRendering = (render) => render()
  for (const follow of followers) follow(isPrinting)
  delete options.debounceRendering
}

/** To be called once. */
export function watchPrinting(): void {
  addEventListener('beforeprint', () => tell(true))
  addEventListener('afterprint', () => tell(false))
}

/** Whether the page is being printed: on paper nothing can be unfolded. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    followers.add(setPrinting)
    return () => {
      followers.delete(setPrinting)
    }
  }, [])
  return isPrinting
}
