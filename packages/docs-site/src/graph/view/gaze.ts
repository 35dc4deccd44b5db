import { around, portOf, wholeOf } from '../scene/scene.ts'
import { centred, fitted, fittedBeside, panned, zoomed, type Covered } from './camera.ts'
import type { GraphModel } from './model.ts'
import type { Surface } from './surface.ts'

/** What somebody looks at is read, so it is no smaller than this. */
const readingScale = 0.75
/** As wide as the panel with its margins, where it stands beside the picture. */
const panelWidth = 296
/** Where the page is narrower it lies below, and takes this much of the height. */
const narrow = 768
const panelShare = 0.45

/** Where the reader looks. */
export class Gaze {
  readonly #model: GraphModel
  readonly #surface: Surface
  readonly #legend: HTMLElement | undefined
  #isFitted = false

  /** `legend` stands on the picture; a neighbourhood has none there, and no panel. */
  constructor(model: GraphModel, surface: Surface, legend: HTMLElement | undefined) {
    this.#model = model
    this.#surface = surface
    this.#legend = legend
  }

  /** Shows all, as soon as the canvas has a size; a focused node that is too small then is gone to. */
  start(isNewScene = false): void {
    if (isNewScene) this.#isFitted = false
    const { view } = this.#surface
    if (this.#isFitted || view.width <= 1) return
    this.#isFitted = true
    this.#surface.setView(this.#whole())
    this.reveal(true)
  }

  fit(): void {
    this.#surface.glideTo(this.#whole(), isStill())
  }

  zoom(factor: number): void {
    const { view } = this.#surface
    this.#surface.glideTo(zoomed(view, factor, view.width / 2, view.height / 2), isStill())
  }

  pan(dx: number, dy: number): void {
    this.#surface.setView(panned(this.#surface.view, dx, dy))
  }

  /** Brings the focused node into sight, large enough to be read. */
  reveal(isAtOnce = false): void {
    const node = this.#model.focusNode
    if (node === undefined || !this.#legend) return
    const { view } = this.#surface
    const { left, top, right } = this.#model.scene.boxes[node]!
    const [x, y] = [(left - view.x) * view.scale, (top - view.y) * view.scale]
    const covered = this.#covered()
    const [endX, endY] = [view.width - covered.right, view.height - covered.bottom]
    const isSeen =
      x > 8 && y > 8 && x + (right - left) * view.scale < endX && y + 48 * view.scale < endY
    if (isSeen && view.scale >= readingScale / 2) return
    const scale = Math.max(view.scale, readingScale)
    const middle = portOf(this.#model.scene, node)
    const target = centred({ ...view, scale }, (left + right) / 2, middle, covered)
    this.#surface.glideTo(target, isAtOnce || isStill())
  }

  /** Shows some rows, as far as they are drawn. */
  showRows(rows: readonly number[]): void {
    const { boxes, nodeOf } = this.#model.scene
    const area = around(rows.flatMap((row) => boxes[nodeOf.get(row) ?? -1] ?? []))
    if (!area) return
    this.#surface.glideTo(fitted(this.#surface.view, area, { covered: this.#covered() }), isStill())
  }

  #whole() {
    const { view } = this.#surface
    const area = wholeOf(this.#model.scene)
    const legend = this.#legend
    if (!legend || view.width <= narrow) return fitted(view, area, { covered: this.#covered() })
    const corner = {
      width: legend.offsetLeft + legend.offsetWidth,
      height: view.height - legend.offsetTop,
    }
    return fittedBeside(view, area, { ...this.#covered(), left: 0 }, corner)
  }

  #covered(): Covered {
    const { width, height } = this.#surface.view
    if (!this.#legend) return { left: 0, right: 0, bottom: 0 }
    const hasPanel = this.#model.focusRow !== undefined
    if (width <= narrow) return { left: 0, right: 0, bottom: hasPanel ? height * panelShare : 0 }
    return { left: this.#legend.offsetWidth, right: hasPanel ? panelWidth : 0, bottom: 0 }
  }
}

function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
