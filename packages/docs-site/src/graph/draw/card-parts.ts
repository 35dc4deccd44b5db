import { kindAt, kindIcons, verdictAt } from '../../data/index.ts'
import type { ColumnWay } from '../scene/columns.ts'
import { cardHeight, columnHeight, metrics } from '../scene/metrics.ts'
import { describeRow } from '../scene/project.ts'
import { fitText, type Measure } from './fit-text.ts'
import { statusPaths } from './icons.ts'
import { columnFont, detailFont, nameFont, type Look } from './look.ts'

/** A drawing of strokes in its place. */
export interface Sign {
  readonly path: string
  readonly x: number
  readonly y: number
  readonly size: number
  readonly colour: string
}

/** A text; `x` is its left end, `y` its base line. */
export interface Words {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly colour: string
}

/** What stands on a card, for a canvas and for a file. */
export interface CardParts {
  readonly name: Words
  readonly detail: Words
  readonly icon: Sign
  /** How it ended last. */
  readonly status: Sign | undefined
}

const padding = 10
const textLeft = 38

export function partsOf(look: Look, node: number, measure: Measure): CardParts {
  const { scene, theme } = look
  const { left, top } = scene.boxes[node]!
  const row = scene.rows[node]!
  const { names } = scene.project
  const verdict = verdictAt(names, row)
  const room = metrics.nodeWidth - textLeft - padding
  const name = fitText(measure, nameAt(look, node), nameFont(theme.sans), room)
  const lit = litColumns(look, node)
  const words = lit ?? describeRow(scene.project, row)
  const detail = fitText(measure, words, detailFont(theme.sans), room - 34)
  const x = left + textLeft
  const end = left + metrics.nodeWidth
  const colour = look.colourOf(node)
  return {
    name: { text: name, x, y: top + 19, colour: theme.ink },
    detail: {
      text: detail,
      x,
      y: top + 34,
      colour: lit === undefined ? theme.faint : theme.accent,
    },
    icon: { path: kindIcons[kindAt(names, row)], x: left + 14, y: top + 14, size: 16, colour },
    status:
      verdict === 'none'
        ? undefined
        : {
            path: statusPaths[verdict],
            x: end - 40,
            y: top + 24,
            size: 13,
            colour: theme.of(verdictColours[verdict]),
          },
  }
}

const verdictColours = { good: '--ok', warn: '--warn', bad: '--error' } as const

const folded = 'M4 6l4 4 4-4'
const unfolded = 'M4 10l4-4 4 4'

/** The sign that folds and unfolds columns. */
export function foldOf(look: Look, node: number): Sign | undefined {
  if (!look.hasColumns(node)) return undefined
  const { left, top } = look.scene.boxes[node]!
  const path = look.scene.open.has(node) ? unfolded : folded
  return { path, x: left + metrics.nodeWidth - 22, y: top + 24, size: 13, colour: look.theme.faint }
}

export interface ColumnParts {
  readonly words: Words
  /** The middle of its line. */
  readonly middle: number
  readonly isLit: boolean
  /** The one whose lineage is lit. */
  readonly isCentre: boolean
}

/** The columns that a node shows. */
export function columnParts(look: Look, node: number, measure: Measure): readonly ColumnParts[] {
  const { scene, theme, way } = look
  const columns = scene.open.get(node)
  if (!columns) return []
  const { left, top } = scene.boxes[node]!
  const row = scene.rows[node]!
  const lit = new Set(columnsOnWay(way, row))
  return columns.map((column, at) => {
    const middle = top + cardHeight + (at + 0.5) * columnHeight
    const isCentre = way?.row === row && way.column === column
    const isLit = lit.has(column)
    const colour = isCentre ? theme.ground : isLit || !way ? theme.ink : theme.faint
    const text = fitText(measure, column, columnFont(theme.sans), metrics.nodeWidth - 30)
    return { words: { text, x: left + 16, y: middle + 4, colour }, middle, isLit, isCentre }
  })
}

export function nameAt({ scene }: Look, node: number): string {
  return scene.project.names.name[scene.rows[node]!] ?? ''
}

/** Of a folded node that a lit column passes: which of its columns are on the way. */
function litColumns({ scene, way }: Look, node: number): string | undefined {
  if (scene.open.has(node)) return undefined
  const columns = columnsOnWay(way, scene.rows[node]!)
  if (columns.length === 0) return undefined
  return columns.length > 3
    ? `${columns.slice(0, 2).join(', ')} +${columns.length - 2}`
    : columns.join(', ')
}

function columnsOnWay(way: ColumnWay | undefined, row: number): readonly string[] {
  return way?.columns.get(row) ?? []
}
