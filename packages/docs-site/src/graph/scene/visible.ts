import { kindAt } from '../../data/index.ts'
import { neighbours } from '../layout/adjacency.ts'
import { selectRows, type Problem } from '../select/select-rows.ts'
import type { GraphState } from '../state.ts'
import { categoriesOf } from './colours.ts'
import { isTestRow, type ProjectGraph } from './project.ts'
import { reach } from './reach.ts'

export interface Visible {
  readonly rows: readonly number[]
  /** Those that the legend counts: before its switches. */
  readonly base: readonly number[]
  readonly problems: readonly Problem[]
}

/** The rows that are drawn, in their order. */
export function findVisible(
  project: ProjectGraph,
  state: GraphState,
  kind: 'whole' | 'near',
): Visible {
  const { rows, problems } = kind === 'near' ? nearRows(project, state) : chosenRows(project, state)
  const base = rows.filter((row) => isDrawn(project, state, row))
  const categories = categoriesOf(project, state.colour)
  const off = new Set(state.without)
  const drawn = off.size === 0 ? base : base.filter((row) => !off.has(categories.nameOf(row)))
  return { rows: drawn, base, problems }
}

interface Rows {
  readonly rows: readonly number[]
  readonly problems: readonly Problem[]
}

function chosenRows(project: ProjectGraph, state: GraphState): Rows {
  const { select, exclude } = state
  if (select.trim() === '' && exclude.trim() === '') {
    return { rows: Array.from({ length: project.size }, (_, row) => row), problems: [] }
  }
  const found = selectRows(project.site(), project.graph.selectors, { select, exclude })
  return { rows: [...found.rows].sort((a, b) => a - b), problems: found.problems }
}

function nearRows(project: ProjectGraph, { focus, up, down }: GraphState): Rows {
  const row = project.rowOf(focus)
  if (row === undefined) return { rows: [], problems: [] }
  const all = new Set([...reach(project.parents, row, up), ...reach(project.children, row, down)])
  return { rows: [...all].sort((a, b) => a - b), problems: [] }
}

/** Tests only when they are asked for; what the project hides never; hooks and queries only where they are tied to something. */
function isDrawn(project: ProjectGraph, state: GraphState, row: number): boolean {
  if (project.rowOf(state.focus) === row) return true
  if (project.names.hidden[row] === 1) return false
  if (isTestRow(project, row)) return state.tests
  const kind = kindAt(project.names, row)
  if (kind !== 'operation' && kind !== 'analysis') return true
  return neighbours(project.parents, row).length + neighbours(project.children, row).length > 0
}
