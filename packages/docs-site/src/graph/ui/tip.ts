import { describeRow } from '../scene/project.ts'
import type { Hit, Scene } from '../scene/scene.ts'
import { make } from './dom.ts'

interface Place {
  readonly x: number
  readonly y: number
  /** Of the canvas. */
  readonly width: number
  readonly height: number
}

const tipWidth = 292
const tipHeight = 84

/** What lies below the pointer, in full: names on cards may be shortened. */
export function showTip(
  tip: HTMLElement,
  scene: Scene,
  hit: Hit,
  { x, y, width, height }: Place,
): void {
  const { names } = scene.project
  const row = scene.rows[hit.node]!
  const column = hit.column === undefined ? undefined : scene.open.get(hit.node)?.[hit.column]
  const [first, ...rest] = [
    column,
    names.name[row],
    describeRow(scene.project, row),
    names.files[names.file[row] ?? -1],
  ].filter(Boolean)
  tip.replaceChildren(
    make('strong', { text: first ?? '' }),
    ...rest.map((text) => make('span', { text: text ?? '' })),
  )
  tip.hidden = false
  tip.style.left = `${Math.max(0, Math.min(x + 14, width - tipWidth))}px`
  tip.style.top = `${y + tipHeight + 16 > height ? y - tipHeight : y + 16}px`
}
