/** What a key on the graph means; undefined where it is not ours. */
export type Command =
  | { readonly kind: 'walk'; readonly to: 'parent' | 'child' | 'above' | 'below' }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'pan'; readonly dx: number; readonly dy: number }
  | { readonly kind: 'fit' | 'open' | 'columns' | 'clear' | 'search' }

const panStep = 90

const walks: Readonly<Record<string, Command>> = {
  ArrowLeft: { kind: 'walk', to: 'parent' },
  ArrowRight: { kind: 'walk', to: 'child' },
  ArrowUp: { kind: 'walk', to: 'above' },
  ArrowDown: { kind: 'walk', to: 'below' },
}

const pans: Readonly<Record<string, Command>> = {
  ArrowLeft: { kind: 'pan', dx: panStep, dy: 0 },
  ArrowRight: { kind: 'pan', dx: -panStep, dy: 0 },
  ArrowUp: { kind: 'pan', dx: 0, dy: panStep },
  ArrowDown: { kind: 'pan', dx: 0, dy: -panStep },
}

const others: Readonly<Record<string, Command>> = {
  '+': { kind: 'zoom', factor: 1.3 },
  '=': { kind: 'zoom', factor: 1.3 },
  '-': { kind: 'zoom', factor: 1 / 1.3 },
  '0': { kind: 'fit' },
  Home: { kind: 'fit' },
  Enter: { kind: 'open' },
  ' ': { kind: 'columns' },
  c: { kind: 'columns' },
  Escape: { kind: 'clear' },
  f: { kind: 'search' },
}

/** Arrows walk along edges; with Shift they move the picture. */
export function commandOf(event: KeyboardEvent): Command | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  return (event.shiftKey ? pans[event.key] : walks[event.key]) ?? others[event.key]
}
