import type { Look, View } from '../draw/look.ts'
import { areaOf } from '../draw/paint.ts'
import { wholeOf } from '../scene/scene.ts'
import { isInside } from '../scene/spatial.ts'
import { centred, fitted, toPlane } from '../view/camera.ts'
import { listen, type Stop } from './dom.ts'

const width = 168
const height = 108

/** The whole scene in a corner, and the part of it that is seen; a press goes there. */
export class Minimap {
  readonly canvas: HTMLCanvasElement
  readonly stop: Stop
  #picture: HTMLCanvasElement | undefined
  #map: View = { x: 0, y: 0, scale: 1, width, height }

  constructor(canvas: HTMLCanvasElement, go: (x: number, y: number) => void) {
    this.canvas = canvas
    const press = (event: PointerEvent): void => {
      if (event.buttons !== 1) return
      go(...toPlane(this.#map, event.offsetX, event.offsetY))
    }
    const stops = [listen(canvas, 'pointerdown', press), listen(canvas, 'pointermove', press)]
    this.stop = () => stops.forEach((it) => it())
  }

  setLook(look: Look, ratio: number): void {
    const { scene } = look
    this.#map = centred(
      fitted(this.#map, wholeOf(scene), { margin: 6 }),
      scene.layout.width / 2,
      scene.layout.height / 2,
    )
    this.canvas.width = width * ratio
    this.canvas.height = height * ratio
    const picture = document.createElement('canvas')
    picture.width = this.canvas.width
    picture.height = this.canvas.height
    const context = picture.getContext('2d')
    if (context) paintDots(context, look, this.#map, ratio)
    this.#picture = picture
  }

  /** Marks what the big view shows; where that is everything, the map would only be in the way. */
  show(view: View, look: Look, ratio: number): void {
    this.canvas.hidden = look.scene.rows.length < 12 || isInside(wholeOf(look.scene), areaOf(view))
    if (this.canvas.hidden) return
    const context = this.canvas.getContext('2d')
    if (!context || !this.#picture) return
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.fillStyle = look.theme.ground
    context.fillRect(0, 0, this.canvas.width, this.canvas.height)
    context.drawImage(this.#picture, 0, 0)
    context.scale(ratio, ratio)
    const { x, y, scale } = this.#map
    const part = scale / view.scale
    context.strokeStyle = look.theme.accent
    context.lineWidth = 1.5
    context.strokeRect(
      (view.x - x) * scale,
      (view.y - y) * scale,
      view.width * part,
      view.height * part,
    )
  }
}

function paintDots(context: CanvasRenderingContext2D, look: Look, map: View, ratio: number): void {
  context.scale(ratio, ratio)
  look.scene.boxes.forEach(({ left, top, right, bottom }, node) => {
    context.fillStyle = look.colourOf(node)
    context.fillRect(
      (left - map.x) * map.scale,
      (top - map.y) * map.scale,
      Math.max(1, (right - left) * map.scale),
      Math.max(1, (bottom - top) * map.scale),
    )
  })
}
