import { make } from './dom.ts'
import type { Toolbar } from './toolbar.ts'

export interface Shell {
  readonly root: HTMLElement
  readonly stage: HTMLElement
  readonly canvas: HTMLCanvasElement
  readonly legend: HTMLElement
  readonly panel: HTMLElement
  readonly mini: HTMLCanvasElement
  readonly tip: HTMLElement
  readonly list: HTMLElement
  readonly live: HTMLElement
  readonly empty: HTMLElement
}

const help =
  'Arrow keys walk along the edges, Enter opens the page of a node, C unfolds its columns, plus and minus zoom, 0 shows everything, F finds a name, Escape lets go.'

/** The elements of a graph. */
export function makeShell(kind: 'whole' | 'near', toolbar: Toolbar): Shell {
  const canvas = make('canvas', {
    class: 'graph-canvas',
    tabindex: '0',
    role: 'application',
    'aria-label': `Lineage graph. ${help}`,
  })
  const legend = make('div', {
    class: 'graph-legend',
    role: 'group',
    'aria-label': 'What the colours mean: press to leave out',
  })
  const panel = make('aside', { class: 'graph-panel', 'aria-label': 'The node that is looked at' })
  const mini = make('canvas', { class: 'graph-mini', 'aria-hidden': 'true' })
  const tip = make('div', { class: 'graph-tip', 'aria-hidden': 'true' })
  const empty = make('p', { class: 'graph-empty' })
  const live = make('div', { class: 'graph-live unseen', 'aria-live': 'polite' })
  const list = make('div', {
    class: 'graph-list',
    tabindex: '0',
    role: 'region',
    'aria-label': 'The graph as a list',
  })
  panel.hidden = true
  tip.hidden = true
  list.hidden = true
  empty.hidden = true
  const inside = kind === 'whole' ? [canvas, empty, legend, mini, panel, tip] : [canvas, empty, tip]
  const stage = make('div', { class: 'graph-stage' }, ...inside)
  const below = kind === 'whole' ? [list, live] : [legend, list, live]
  const root = make('div', { class: `btn-graph is-${kind}` }, toolbar.element, stage, ...below)
  return { root, stage, canvas, legend, panel, mini, tip, list, live, empty }
}
