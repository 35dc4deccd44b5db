import { idOf, kindAt, kindIcons, statusAt } from '../../data/index.ts'
import type { ColumnWay } from '../scene/columns.ts'
import { neighbours, type Adjacency } from '../layout/adjacency.ts'
import { describeRow, isTestRow, tellRow, type ProjectGraph } from '../scene/project.ts'
import { button, icon, make } from './dom.ts'

export interface InspectorInput {
  readonly project: ProjectGraph
  readonly row: number
  /** Undefined while they are fetched, or where columns are not known. */
  readonly columns: readonly string[] | undefined
  readonly isOpen: boolean
  readonly column: string
  readonly way: ColumnWay | undefined
  readonly hrefOf: (id: string) => string
}

export interface InspectorActions {
  readonly focus: (row: number) => void
  readonly close: () => void
  readonly toggleColumns: () => void
  readonly lightColumn: (column: string) => void
  readonly unfoldWay: () => void
  /** Only what this node comes from and goes to. */
  readonly isolate: () => void
}

const mostLinks = 60

/** What the focused node is, and the nodes and columns beside it: for everybody, and for those who see no canvas. */
export function fillInspector(
  panel: HTMLElement,
  input: InspectorInput,
  actions: InspectorActions,
): void {
  const { project, row, hrefOf } = input
  const id = idOf(project.names, row)
  const status = statusAt(project.names, row)
  const title = make('a', {
    href: hrefOf(id),
    class: 'graph-title',
    text: project.names.name[row] ?? '',
  })
  panel.replaceChildren(
    make(
      'div',
      { class: 'graph-panel-head' },
      icon(kindIcons[kindAt(project.names, row)]),
      title,
      button('×', 'Close (Escape)', actions.close),
    ),
    make('p', {
      class: 'graph-what',
      text: [describeRow(project, row), status].filter(Boolean).join(' · '),
    }),
    make(
      'div',
      { class: 'graph-actions' },
      button(
        'Only its lineage',
        'Select what it comes from and what comes from it',
        actions.isolate,
      ),
      ...(input.columns?.length
        ? [
            button(
              input.isOpen ? 'Fold columns' : 'Unfold columns',
              input.isOpen ? 'Fold columns' : 'Unfold columns',
              actions.toggleColumns,
            ),
          ]
        : []),
    ),
    ...neighbourList('Uses', project.parents, input, actions),
    ...neighbourList('Used by', project.children, input, actions),
    ...columnList(input, actions),
  )
}

function neighbourList(
  title: string,
  edges: Adjacency,
  { project, row, hrefOf }: InspectorInput,
  { focus }: InspectorActions,
): readonly HTMLElement[] {
  const rows = [...neighbours(edges, row)].filter((other) => !isTestRow(project, other))
  if (rows.length === 0) return []
  const items = rows.slice(0, mostLinks).map((other) => {
    const link = make(
      'a',
      { href: hrefOf(idOf(project.names, other)), 'aria-label': tellRow(project, other) },
      icon(kindIcons[kindAt(project.names, other)]),
      make('span', { text: project.names.name[other] ?? '' }),
    )
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      focus(other)
    })
    return make('li', {}, link)
  })
  const more = rows.length - items.length
  if (more > 0) items.push(make('li', { class: 'graph-count', text: `and ${more} more` }))
  return [
    make('h3', { text: `${title} ${rows.length}` }),
    make('ul', { class: 'graph-links' }, ...items),
  ]
}

function columnList(input: InspectorInput, actions: InspectorActions): readonly HTMLElement[] {
  const { columns, column, way } = input
  if (!columns?.length) return []
  const items = columns.map((name) => {
    const isLit = name === column
    const entry = make('button', {
      type: 'button',
      class: 'graph-column',
      text: name,
      'aria-pressed': String(isLit),
    })
    entry.addEventListener('click', () => actions.lightColumn(isLit ? '' : name))
    return make('li', {}, entry)
  })
  return [
    make('h3', { text: `Columns ${columns.length}` }),
    ...(way ? [tellWay(input, way, actions)] : []),
    make('ul', { class: 'graph-columns' }, ...items),
  ]
}

/** The lineage of the lit column in words. */
function tellWay(
  { project, row }: InspectorInput,
  way: ColumnWay,
  actions: InspectorActions,
): HTMLElement {
  const nameOf = (at: number): string => project.names.name[at] ?? ''
  const from = way.steps.filter((step) => step.to === row && step.toColumn === way.column)
  const to = way.steps.filter((step) => step.from === row && step.fromColumn === way.column)
  const line = (text: string): HTMLElement => make('li', { text })
  return make(
    'div',
    { class: 'graph-way' },
    make(
      'ul',
      {},
      ...from.map((step) => line(`← ${nameOf(step.from)}.${step.fromColumn} (${step.how})`)),
      ...to.map((step) => line(`→ ${nameOf(step.to)}.${step.toColumn} (${step.how})`)),
      ...(way.steps.length === 0
        ? [line('Nothing is known of where it comes from or goes to.')]
        : []),
    ),
    make('p', {
      class: 'graph-count',
      text: `In all ${way.steps.length} steps through ${way.columns.size} nodes`,
    }),
    ...(way.columns.size > 1
      ? [button('Unfold the way', 'Unfold columns of all nodes on the way', actions.unfoldWay)]
      : []),
  )
}
