import { hows } from '../../data/index.ts'
import { howStyles } from '../draw/edges.ts'
import type { Theme } from '../draw/theme.ts'
import { categoriesOf } from '../scene/colours.ts'
import type { ProjectGraph } from '../scene/project.ts'
import type { GraphState } from '../state.ts'
import { make } from './dom.ts'

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
  const counts = new Map<string, number>()
  for (const row of base) {
    const name = categories.nameOf(row)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const names = [...counts.keys()].sort(
    (a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1),
  )
  const entries = names.slice(0, mostEntries).map((name) => {
    const isOn = !state.without.includes(name)
    const swatch = make('span', { class: 'graph-swatch', 'aria-hidden': 'true' })
    swatch.style.background = theme.of(categories.propertyOf(name))
    const entry = make(
      'button',
      { type: 'button', class: 'graph-entry', 'aria-pressed': String(isOn) },
      swatch,
      make('span', { class: 'graph-name', text: name }),
      make('span', { class: 'graph-count', text: String(counts.get(name)) }),
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

const svgSpace = 'http://www.w3.org/2000/svg'

/** What the lines between columns mean. */
function makeHows(): HTMLElement {
  const lines = hows.map((how) => {
    const svg = document.createElementNS(svgSpace, 'svg')
    svg.setAttribute('viewBox', '0 0 34 8')
    svg.setAttribute('class', 'graph-how')
    svg.setAttribute('aria-hidden', 'true')
    const line = document.createElementNS(svgSpace, 'line')
    const { dash, width } = howStyles[how]
    const attributes = {
      x1: '1',
      x2: '33',
      y1: '4',
      y2: '4',
      'stroke-width': String(width),
      'stroke-linecap': 'round',
    }
    for (const [name, value] of Object.entries(attributes)) line.setAttribute(name, value)
    if (dash.length > 0) line.setAttribute('stroke-dasharray', dash.join(' '))
    svg.append(line)
    return make('span', { class: 'graph-line' }, svg, make('span', { text: how }))
  })
  return make('div', { class: 'graph-hows' }, ...lines)
}
