import { kindAt, packageAt, verdictAt } from '../../data/index.ts'
import type { ColourMode } from '../state.ts'
import type { ProjectGraph } from './project.ts'

/** What nodes are coloured by: the name of each node's colour, as the legend has it. */
export interface Categories {
  readonly nameOf: (row: number) => string
  /** The colour of a name, from the custom properties of a theme. */
  readonly colourOf: (name: string, valueOf: (property: string) => string) => string
}

export function categoriesOf(project: ProjectGraph, mode: ColourMode): Categories {
  return makers[mode](project)
}

const makers: Readonly<Record<ColourMode, (project: ProjectGraph) => Categories>> = {
  auto: (project) => (hasChosen(project) ? byChoice(project) : byKind(project)),
  kind: byKind,
  status: ({ names }) => ({
    nameOf: (row) => verdictWords[verdictAt(names, row)],
    colourOf: (name, valueOf) => valueOf(verdictColours[name] ?? '--none'),
  }),
  owner: (project) =>
    counted(project, (row) => {
      const owner = project.graph.owners[project.graph.owner[row] ?? -1]
      return owner?.name ?? owner?.email
    }),
  package: (project) => counted(project, (row) => packageAt(project.names, row)),
  materialized: (project) =>
    counted(
      project,
      (row) => project.graph.materializations[project.graph.materialized[row] ?? -1],
    ),
  group: (project) =>
    counted(project, (row) => project.graph.groups[project.graph.group[row] ?? -1]),
}

/** Whether the project says `docs: {node_color: …}` of anything. */
export const hasChosen = ({ graph }: Pick<ProjectGraph, 'graph'>): boolean =>
  graph.colors.length > 0

/** As in dbt's site: the colour that is said of a node, else that of its kind. */
function byChoice(project: ProjectGraph): Categories {
  const { color, colors } = project.graph
  const chosen = new Set(colors)
  const kinds = byKind(project)
  return {
    nameOf: (row) => colors[color[row] ?? -1] ?? kinds.nameOf(row),
    colourOf: (name, valueOf) => (chosen.has(name) ? name : kinds.colourOf(name, valueOf)),
  }
}

function byKind({ names }: ProjectGraph): Categories {
  return {
    nameOf: (row) => kindAt(names, row).replaceAll('_', ' '),
    colourOf: (name, valueOf) => {
      if (name === 'semantic model') return valueOf('--graph-9')
      return valueOf(ownColour.has(name) ? `--kind-${name}` : '--kind-other')
    },
  }
}

const ownColour: ReadonlySet<string> = new Set([
  'model',
  'source',
  'seed',
  'snapshot',
  'exposure',
  'metric',
  'report',
])

const verdictWords = { good: 'passed', warn: 'warned', bad: 'failed', none: 'not run' } as const
const verdictColours: Readonly<Record<string, string>> = {
  passed: '--ok',
  warned: '--warn',
  failed: '--error',
}

export const nothingSaid = 'none'
const colourCount = 10

/** The most frequent names get a colour of their own. */
function counted(project: ProjectGraph, read: (row: number) => string | undefined): Categories {
  const rows = Array.from({ length: project.size }, (_, row) => row)
  const places = new Map(countNames(rows, read).map(([name], place) => [name, place]))
  return {
    nameOf: (row) => read(row) ?? nothingSaid,
    colourOf: (name, valueOf) => {
      const place = places.get(name) ?? colourCount
      return valueOf(place < colourCount ? `--graph-${place + 1}` : '--kind-other')
    },
  }
}

/** How many rows have each name, the most frequent first. */
export function countNames(
  rows: readonly number[],
  read: (row: number) => string | undefined,
): readonly (readonly [name: string, count: number])[] {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const name = read(row)
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}
