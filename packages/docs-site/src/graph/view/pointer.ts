import { listen, type Stop } from '../ui/dom.ts'
import { panned, zoomed } from './camera.ts'
import type { Surface } from './surface.ts'

export interface PointerHandlers {
  /** Where the pointer rests, in pixels of the canvas; undefined when it left. */
  readonly onHover: (point: Point | undefined) => void
  readonly onClick: (point: Point, event: PointerEvent) => void
  readonly onDoubleClick: (point: Point) => void
  /** Whether a wheel without a key zooms; otherwise it scrolls the page. */
  readonly takesWheel: () => boolean
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** A press that moves less than this is a click. */
const clickSlack = 4

/** Dragging pans, two fingers and the wheel zoom; a short press is a click. */
export function followPointer(surface: Surface, handlers: PointerHandlers): Stop {
  const { canvas } = surface
  const held = new Map<number, Point>()
  let pressed: Point | undefined
  let isDragging = false
  const stops = [
    listen(canvas, 'pointerdown', (event) => {
      if (event.button > 1) return
      canvas.setPointerCapture(event.pointerId)
      held.set(event.pointerId, pointOf(event))
      pressed = pointOf(event)
      isDragging = held.size > 1
    }),
    listen(canvas, 'pointermove', (event) => {
      const from = held.get(event.pointerId)
      const to = pointOf(event)
      if (!from) return handlers.onHover(to)
      isDragging ||= pressed !== undefined && distance(pressed, to) > clickSlack
      if (!isDragging) return
      canvas.classList.add('is-dragging')
      handlers.onHover(undefined)
      if (held.size === 1) surface.setView(panned(surface.view, to.x - from.x, to.y - from.y))
      else pinch(surface, [...held].find(([id]) => id !== event.pointerId)?.[1] ?? from, from, to)
      held.set(event.pointerId, to)
    }),
    listen(canvas, 'pointerup', (event) => {
      held.delete(event.pointerId)
      canvas.classList.remove('is-dragging')
      if (!isDragging) handlers.onClick(pointOf(event), event)
    }),
    listen(canvas, 'pointercancel', (event) => {
      held.delete(event.pointerId)
      canvas.classList.remove('is-dragging')
    }),
    listen(canvas, 'pointerleave', () => handlers.onHover(undefined)),
    listen(canvas, 'dblclick', (event) => handlers.onDoubleClick(pointOf(event))),
    listen(canvas, 'wheel', (event) => turnWheel(surface, handlers, event), { passive: false }),
  ]
  return () => stops.forEach((stop) => stop())
}

function pointOf(event: MouseEvent): Point {
  return { x: event.offsetX, y: event.offsetY }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

/** One finger moved while another one rested. */
function pinch(surface: Surface, rest: Point, from: Point, to: Point): void {
  const factor = distance(rest, to) / Math.max(1, distance(rest, from))
  surface.setView(zoomed(surface.view, factor, rest.x, rest.y))
}

const lineHeight = 16

function turnWheel(surface: Surface, handlers: PointerHandlers, event: WheelEvent): void {
  const isPinch = event.ctrlKey || event.metaKey
  if (!isPinch && !handlers.takesWheel()) return
  event.preventDefault()
  const unit = event.deltaMode === 0 ? 1 : lineHeight
  if (event.shiftKey) {
    surface.setView(panned(surface.view, -(event.deltaX || event.deltaY) * unit, 0))
    return
  }
  const turn = Math.max(-240, Math.min(240, event.deltaY * unit))
  const { x, y } = pointOf(event)
  surface.setView(zoomed(surface.view, Math.exp(-turn * (isPinch ? 0.01 : 0.0022)), x, y))
}
