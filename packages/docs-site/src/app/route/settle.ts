import { takeReturn } from './history.ts'

let run = 0

/**
 * Brings the reader to the right place of a page that has just been asked for: where they left it, at the section that the address names, or
 * at the top. Parts of pages come late, so it is tried until it succeeds, the reader moves, or two seconds are over.
 */
export function settle(section: string | undefined, isFirst: boolean): void {
  const own = ++run
  const place = takeReturn()
  const until = performance.now() + 2000
  const stop = (): void => {
    run++
  }
  for (const type of ['wheel', 'keydown', 'pointerdown', 'touchstart']) {
    addEventListener(type, stop, { once: true, passive: true })
  }
  const attempt = (): void => {
    if (own !== run) return
    const isThere = place === undefined ? showSection(section, isFirst) : scrollBack(place)
    if (!isThere && performance.now() < until) requestAnimationFrame(attempt)
  }
  if (place === undefined && section === undefined && !isFirst) scrollTo(0, 0)
  attempt()
}

function scrollBack(place: number): boolean {
  scrollTo(0, place)
  return Math.abs(scrollY - place) < 2
}

function showSection(section: string | undefined, isFirst: boolean): boolean {
  if (section === undefined) {
    if (!isFirst) document.querySelector('main')?.focus({ preventScroll: true })
    return true
  }
  const target = document.getElementById(`at-${section}`)
  if (target === null) return false
  target.scrollIntoView({ block: section.includes('/') ? 'center' : 'start' })
  target.focus({ preventScroll: true })
  return true
}
