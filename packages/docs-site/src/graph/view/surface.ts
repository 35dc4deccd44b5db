import type { Look, View } from '../draw/look.ts'
import { paint } from '../draw/paint.ts'
import { between } from './camera.ts'

type Context = CanvasRenderingContext2D

/** Time for painting between two frames, in milliseconds: leaves room for the page at 60 frames a second. */
const budget = 9
/** How much is painted beyond each border, so that moving finds it ready. */
const beyond = 0.25
const glideMs = 260

interface Bitmap {
  readonly canvas: HTMLCanvasElement
  readonly view: View
  readonly look: Look
}

interface Job {
  readonly bitmap: Bitmap
  readonly context: Context
  readonly steps: Generator<void>
}

/**
 * A canvas that shows a part of a scene. What was painted is kept as a picture, a bit larger than the canvas: while somebody moves or zooms, the picture is
 * moved, and the next one is painted beside it in slices. So moving costs the same with ten nodes and with five thousand.
 */
export class Surface {
  readonly canvas: HTMLCanvasElement
  readonly #context: Context
  readonly #overlay: (context: Context, view: View) => void
  #view: View = { x: 0, y: 0, scale: 1, width: 1, height: 1 }
  #look: Look | undefined
  #shown: Bitmap | undefined
  #spare: HTMLCanvasElement | undefined
  #job: Job | undefined
  #glide: { readonly from: View; readonly to: View; readonly start: number } | undefined
  #frame = 0
  #ratio = 1
  /** Told after every frame whose view is another one. */
  onView: (view: View) => void = () => {}

  constructor(canvas: HTMLCanvasElement, overlay: (context: Context, view: View) => void) {
    this.canvas = canvas
    const context = canvas.getContext('2d', { alpha: false })
    if (!context) throw new Error('this browser gives no canvas')
    this.#context = context
    this.#overlay = overlay
  }

  get view(): View {
    return this.#view
  }

  /** The size of the canvas in pixels of the page, and how many of the screen each has. */
  resize(width: number, height: number, ratio: number): void {
    this.#ratio = ratio
    this.canvas.width = Math.max(1, Math.round(width * ratio))
    this.canvas.height = Math.max(1, Math.round(height * ratio))
    this.#view = { ...this.#view, width: Math.max(1, width), height: Math.max(1, height) }
    this.#shown = undefined
    this.#job = undefined
    this.request()
  }

  setLook(look: Look): void {
    this.#look = look
    this.#job = undefined
    this.request()
  }

  setView(view: View): void {
    this.#glide = undefined
    this.#move(view)
  }

  /** Moves there in a quarter of a second. */
  glideTo(view: View, isStill: boolean): void {
    if (isStill) return this.setView(view)
    this.#glide = { from: this.#view, to: view, start: performance.now() }
    this.request()
  }

  request(): void {
    this.#frame ||= requestAnimationFrame((now) => {
      this.#frame = 0
      this.#draw(now)
    })
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame)
    this.#job = undefined
  }

  #move(view: View): void {
    this.#view = { ...view, width: this.#view.width, height: this.#view.height }
    this.onView(this.#view)
    this.request()
  }

  #draw(now: number): void {
    this.#step(now)
    if (!this.#look) return
    if (!this.#job && this.#isStale()) this.#begin(this.#look)
    this.#work()
    this.#compose()
    if (this.#job || this.#glide) this.request()
  }

  #step(now: number): void {
    if (!this.#glide) return
    const { from, to, start } = this.#glide
    const part = Math.min(1, Math.max(0, (now - start) / glideMs))
    if (part === 1) this.#glide = undefined
    this.#move(between(from, to, 1 - (1 - part) ** 3))
  }

  /** Whether the picture is of something else, blurred, or about to end at a border. */
  #isStale(): boolean {
    const shown = this.#shown
    if (!shown || shown.look !== this.#look) return true
    const { x, y, scale, width, height } = this.#view
    if (shown.view.scale !== scale) return true
    const near = (beyond / 4) * width
    const left = (x - shown.view.x) * scale
    const top = (y - shown.view.y) * scale
    return (
      left < near ||
      top < near ||
      left + width > shown.view.width - near ||
      top + height > shown.view.height - near
    )
  }

  #begin(look: Look): void {
    const { x, y, scale, width, height } = this.#view
    const [marginX, marginY] = [Math.round(width * beyond), Math.round(width * beyond)]
    const view: View = {
      x: x - marginX / scale,
      y: y - marginY / scale,
      scale,
      width: width + marginX * 2,
      height: height + marginY * 2,
    }
    const canvas = this.#spare ?? document.createElement('canvas')
    this.#spare = undefined
    canvas.width = Math.round(view.width * this.#ratio)
    canvas.height = Math.round(view.height * this.#ratio)
    const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true })
    if (!context) return
    context.scale(this.#ratio, this.#ratio)
    this.#job = { bitmap: { canvas, view, look }, context, steps: paint(context, look, view) }
  }

  /**
   * Paints on for as long as there is between two frames. Browsers note what is drawn and carry it out later; reading a pixel makes them do it now, so
   * that the clock tells what it takes.
   */
  #work(): void {
    const job = this.#job
    if (!job) return
    const deadline = performance.now() + budget
    do {
      if (job.steps.next().done) return this.#finish(job)
      job.context.getImageData(0, 0, 1, 1)
    } while (performance.now() < deadline)
  }

  #finish({ bitmap }: Job): void {
    this.#spare = this.#shown?.canvas
    this.#shown = bitmap
    this.#job = undefined
    performance.mark('btn-graph-drawn')
    // The reader may have moved on meanwhile.
    this.request()
  }

  #compose(): void {
    const context = this.#context
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.fillStyle = this.#look?.theme.soft ?? '#fff'
    context.fillRect(0, 0, this.canvas.width, this.canvas.height)
    if (this.#shown) this.#blit(this.#shown)
    context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0)
    this.#overlay(context, this.#view)
  }

  #blit({ canvas, view }: Bitmap): void {
    const zoom = this.#view.scale / view.scale
    const left = (view.x - this.#view.x) * this.#view.scale * this.#ratio
    const top = (view.y - this.#view.y) * this.#view.scale * this.#ratio
    const [x, y] = zoom === 1 ? [Math.round(left), Math.round(top)] : [left, top]
    this.#context.drawImage(canvas, x, y, canvas.width * zoom, canvas.height * zoom)
  }
}
