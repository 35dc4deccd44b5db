import { hows } from '../../data/index.ts'
import { howStyles } from '../draw/edges.ts'
import type { Theme } from '../draw/theme.ts'
import { categoriesOf, countNames } from '../scene/colours.ts'
import type { ProjectGraph } from '../scene/project.ts'
import type { GraphState } from '../state.ts'
import { make, makeSvg } from './dom.ts'

export interface LegendInput {
  readonly project: ProjectGraph
  readonly state: GraphState
  /** Rows before the legend's own switches. */
  readonly base: readonly number[]
  readonly theme: Theme
  readonly hasWay: boolean
}

const mostEntries = 14

/** What the colours mean; each entry is a switch. */
export function fillLegend(
  legend: HTMLElement,
  { project, state, base, theme, hasWay }: LegendInput,
  change: (part: Partial<GraphState>) => void,
): void {
  const categories = categoriesOf(project, state.colour)
  const names = countNames(base, categories.nameOf)
  const entries = names.slice(0, mostEntries).map(([name, count]) => {
    const isOn = !state.without.includes(name)
    const swatch = make('span', { class: 'graph-swatch', 'aria-hidden': 'true' })
    swatch.style.background = categories.colourOf(name, theme.of)
    const entry = make(
      'button',
      { type: 'button', class: 'graph-entry', 'aria-pressed': String(isOn) },
      swatch,
      make('span', { class: 'graph-name', text: name }),
      make('span', { class: 'graph-count', text: String(count) }),
    )
    entry.addEventListener('click', () => {
      change({
        without: isOn ? [...state.without, name] : state.without.filter((it) => it !== name),
      })
    })
    return entry
  })
  const more = names.length - entries.length
  legend.replaceChildren(
    ...entries,
    ...(more > 0 ? [make('span', { class: 'graph-count', text: `and ${more} more` })] : []),
    ...(hasWay ? [makeHows()] : []),
  )
}

/** What the lines between columns mean. */
function makeHows(): HTMLElement {
  const lines = hows.map((how) => {
    const { dash, width } = howStyles[how]
    const line = makeSvg('line', {
      x1: '1',
      x2: '33',
      y1: '4',
      y2: '4',
      'stroke-width': String(width),
      'stroke-linecap': 'round',
      ...(dash.length > 0 && { 'stroke-dasharray': dash.join(' ') }),
    })
    const look = { viewBox: '0 0 34 8', class: 'graph-how', 'aria-hidden': 'true' }
    const svg = makeSvg('svg', look, line)
    return make('span', { class: 'graph-line' }, svg, make('span', { text: how }))
  })
  return make('div', { class: 'graph-hows' }, ...lines)
}
