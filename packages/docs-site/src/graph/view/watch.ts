import type { Stop } from '../ui/dom.ts'

interface Watchers {
  readonly onSize: () => void
  readonly onTheme: () => void
}

/** Tells when the element has another size, and when the page has other colours. */
export function watchSurroundings(element: Element, { onSize, onTheme }: Watchers): Stop {
  const sizes = new ResizeObserver(onSize)
  sizes.observe(element)
  const marks = new MutationObserver(onTheme)
  marks.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  scheme.addEventListener('change', onTheme)
  return () => {
    sizes.disconnect()
    marks.disconnect()
    scheme.removeEventListener('change', onTheme)
  }
}
