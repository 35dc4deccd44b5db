// The address is the state: its hash names the page, so links, reloads, bookmarks and the back button work, under file:// too.
// How far a page was scrolled is kept with its entry of the history.

type Listener = () => void

const listeners = new Set<Listener>()
/** Where the page now shown was scrolled to when it was left; undefined for one that is visited for the first time. */
let returnTo: number | undefined
let timer: ReturnType<typeof setTimeout> | undefined

/** Goes to a page as a link does; `replace` where a page is only refined. */
export function go(hash: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') {
    location.hash = hash
    return
  }
  history.replaceState({ scroll: scrollY }, '', hash)
  for (const it of listeners) it()
}

/** Calls back when another page is asked for; gives the end of that. */
export function onNavigation(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The place to scroll back to; asked once per page. */
export function takeReturn(): number | undefined {
  const place = returnTo
  returnTo = undefined
  return place
}

/** Listens from now on. */
export function startHistory(): void {
  history.scrollRestoration = 'manual'
  returnTo = scrollOf(history.state)
  addEventListener('popstate', (event) => {
    clearTimeout(timer)
    returnTo = scrollOf(event.state)
    for (const it of listeners) it()
  })
  addEventListener('scroll', () => {
    clearTimeout(timer)
    timer = setTimeout(keepScroll, 150)
  })
  addEventListener('click', keepScroll, { capture: true })
  addEventListener('pagehide', keepScroll)
}

function keepScroll(): void {
  clearTimeout(timer)
  history.replaceState({ scroll: scrollY }, '')
}

function scrollOf(state: unknown): number | undefined {
  if (typeof state !== 'object' || state === null || !('scroll' in state)) return undefined
  return typeof state.scroll === 'number' ? state.scroll : undefined
}
