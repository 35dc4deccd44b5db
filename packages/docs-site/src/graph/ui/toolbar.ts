import { colourModes, mostDepth, type ColourMode, type GraphState } from '../state.ts'
import type { GraphOptions } from '../options.ts'
import { hasChosen } from '../scene/colours.ts'
import type { Problem } from '../select/select-rows.ts'
import { button, debounced, freshId, make } from './dom.ts'

export interface ToolbarActions {
  readonly change: (part: Partial<GraphState>) => void
  readonly search: (text: string) => void
  /** To the next hit, or the one before. */
  readonly nextHit: (step: 1 | -1) => void
  readonly fit: () => void
  readonly zoom: (factor: number) => void
  readonly save: (format: 'svg' | 'png') => void
  readonly toggleList: () => void
}

export interface Toolbar {
  readonly element: HTMLElement
  readonly show: (state: GraphState, problems: readonly Problem[]) => void
  readonly showHits: (at: number, count: number) => void
  readonly focusSearch: () => void
}

const typingPause = 250

/** The row of controls above the graph, and the line that says what is wrong with a selection. */
export function makeToolbar(
  options: Pick<GraphOptions, 'kind' | 'graph'>,
  actions: ToolbarActions,
): Toolbar {
  const problems = make('p', { class: 'graph-problems', role: 'status' })
  const search = makeSearch(actions)
  const boxes = makeBoxes(actions, problems)
  const colour = makeColour(actions, hasChosen(options))
  const tests = makeTests(actions)
  const depth = makeDepth(actions)
  const tools = make(
    'div',
    { class: 'graph-tools' },
    button('Fit', 'Fit: show everything (0)', actions.fit),
    button('−', 'Zoom out (-)', () => actions.zoom(1 / 1.4)),
    button('+', 'Zoom in (+)', () => actions.zoom(1.4)),
    button('List', 'The same as a list', actions.toggleList),
    button('SVG', 'Save as SVG', () => actions.save('svg')),
    button('PNG', 'Save as PNG', () => actions.save('png')),
  )
  const parts =
    options.kind === 'whole'
      ? [search.element, boxes.element, colour.element, tests.element, tools]
      : [depth.element, colour.element, tools]
  const bar = make('div', { class: 'graph-bar' }, ...parts)
  return {
    element: make('div', { class: 'graph-head' }, bar, problems),
    focusSearch: () => search.input.focus(),
    showHits: search.showHits,
    show(state, found) {
      boxes.show(state, found)
      colour.show(state.colour)
      tests.box.checked = state.tests
      depth.show(state)
      problems.replaceChildren(...found.map(toLine))
      problems.hidden = found.length === 0
    },
  }
}

function toLine({ message, hint, isWrong }: Problem): HTMLElement {
  const line = make('span', { class: isWrong ? 'graph-wrong' : 'graph-hint', text: message })
  return make('span', {}, line, ...(hint === undefined ? [] : [make('span', { text: ` ${hint}` })]))
}

function field(label: string, input: HTMLElement, className = ''): HTMLElement {
  const id = freshId()
  input.id = id
  return make(
    'div',
    { class: `graph-field ${className}` },
    make('label', { for: id, text: label }),
    input,
  )
}

function makeSearch({ search, nextHit }: ToolbarActions) {
  const input = make('input', { type: 'search', placeholder: 'Find a name', class: 'graph-input' })
  const hits = make('span', { class: 'graph-hits', role: 'status' })
  input.addEventListener(
    'input',
    debounced(() => search(input.value), 60),
  )
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    nextHit(event.shiftKey ? -1 : 1)
  })
  const element = field('Find', input, 'graph-find')
  element.append(hits)
  const showHits = (at: number, count: number): void => {
    hits.textContent =
      input.value === '' ? '' : count === 0 ? 'none' : at < 0 ? `${count}` : `${at + 1} of ${count}`
  }
  return { element, input, showHits }
}

function makeBoxes({ change }: ToolbarActions, problems: HTMLElement) {
  problems.id = freshId()
  const makeBox = (key: 'select' | 'exclude', placeholder: string): HTMLInputElement => {
    const input = make('input', {
      type: 'text',
      placeholder,
      class: 'graph-input graph-query',
      'aria-describedby': problems.id,
    })
    input.spellcheck = false
    input.autocapitalize = 'off'
    input.autocomplete = 'off'
    const tell = (): void => change({ [key]: input.value })
    input.addEventListener('input', debounced(tell, typingPause))
    input.addEventListener('change', tell)
    return input
  }
  const select = makeBox('select', '+orders+  tag:nightly  path:models/staging')
  const exclude = makeBox('exclude', 'nothing')
  const element = make(
    'div',
    { class: 'graph-boxes' },
    field('Select', select, 'graph-wide'),
    field('Exclude', exclude),
  )
  const show = (state: GraphState, found: readonly Problem[]): void => {
    for (const [key, input] of [
      ['select', select],
      ['exclude', exclude],
    ] as const) {
      if (input.value.trim() !== state[key].trim() && document.activeElement !== input)
        input.value = state[key]
      const isWrong = found.some((it) => it.isWrong && (it.box ?? key) === key)
      input.setAttribute('aria-invalid', String(isWrong))
    }
  }
  return { element, show }
}

const colourWords: Readonly<Record<ColourMode, string>> = {
  auto: 'docs.node_color',
  kind: 'type',
  status: 'last result',
  owner: 'owner',
  package: 'package',
  materialized: 'materialization',
  group: 'group',
}

/** Where no node has a colour of its own, `auto` and `kind` are the same. */
function makeColour({ change }: ToolbarActions, hasOwn: boolean) {
  const select = make('select', { class: 'graph-input' })
  for (const mode of colourModes.filter((it) => hasOwn || it !== 'auto')) {
    const option = make('option', { text: colourWords[mode] })
    option.value = mode
    select.append(option)
  }
  select.addEventListener('change', () => {
    const colour = colourModes.find((mode) => mode === select.value)
    if (colour) change({ colour, without: [] })
  })
  const show = (mode: ColourMode): void => {
    select.value = mode === 'auto' && !hasOwn ? 'kind' : mode
  }
  return { element: field('Colour', select), show }
}

function makeTests({ change }: ToolbarActions) {
  const box = make('input', { type: 'checkbox' })
  box.addEventListener('change', () => change({ tests: box.checked }))
  return {
    element: make('label', { class: 'graph-check' }, box, make('span', { text: 'Tests' })),
    box,
  }
}

function makeDepth({ change }: ToolbarActions) {
  const makeOne = (key: 'up' | 'down', label: string): HTMLSelectElement => {
    const select = make('select', { class: 'graph-input', 'aria-label': label })
    for (const depth of [0, 1, 2, 3, 5, mostDepth]) {
      const option = make('option', { text: depth === mostDepth ? 'all' : String(depth) })
      option.value = String(depth)
      select.append(option)
    }
    select.addEventListener('change', () => change({ [key]: Number(select.value) }))
    return select
  }
  const up = makeOne('up', 'Steps to what it uses')
  const down = makeOne('down', 'Steps to what uses it')
  const element = make('div', { class: 'graph-boxes' }, field('Uses', up), field('Used by', down))
  const show = (state: GraphState): void => {
    up.value = String(state.up)
    down.value = String(state.down)
  }
  return { element, show }
}
