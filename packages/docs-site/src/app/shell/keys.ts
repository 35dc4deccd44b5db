import { useEffect } from 'preact/hooks'
import { go } from '../route/history.ts'

export interface KeyActions {
  readonly search: () => void
  readonly keys: () => void
  readonly close: () => void
}

/** Keys that work everywhere, as the table of keys shows them. */
export const KEYS: readonly (readonly [keys: readonly string[], what: string])[] = [
  [['/', 'Ctrl K'], 'search'],
  [['g o'], 'overview'],
  [['g g'], 'graph'],
  [['g h'], 'health'],
  [['t'], 'to the tree'],
  [['m'], 'to the page'],
  [['↑', '↓'], 'move in the tree or the hits'],
  [['←', '→'], 'close and open a branch of the tree'],
  [['Enter'], 'open the page'],
  [['Esc'], 'close'],
  [['?'], 'these keys'],
]

const PLACES: Readonly<Record<string, string>> = {
  o: '#!/overview',
  g: '#!/graph',
  h: '#!/health',
}

/** Obeys the keys while nobody writes and no dialog is open. */
export function useKeys(actions: KeyActions): void {
  useEffect(() => {
    let leader = -Infinity
    const obey = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        actions.search()
        return
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target)) return
      const place = PLACES[event.key]
      if (place !== undefined && performance.now() - leader < 1200) {
        leader = -Infinity
        event.preventDefault()
        go(place)
        return
      }
      leader = event.key === 'g' ? performance.now() : -Infinity
      const action = actionOf(event.key, actions)
      if (action === undefined) return
      event.preventDefault()
      action()
    }
    addEventListener('keydown', obey)
    return () => removeEventListener('keydown', obey)
  }, [])
}

function actionOf(key: string, actions: KeyActions): (() => void) | undefined {
  switch (key) {
    case '/':
      return actions.search
    case '?':
      return actions.keys
    case 'Escape':
      return actions.close
    case 't':
      return () => focusOn('.tree')
    case 'm':
      return () => focusOn('main')
    default:
      return undefined
  }
}

function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus()
}

/** Where letters are text, or belong to a dialog. One that was closed keeps the focus until the next frame. */
function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.closest('input, textarea, select, [contenteditable], dialog[open]') !== null
}
