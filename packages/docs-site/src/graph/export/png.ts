import type { Look, View } from '../draw/look.ts'
import { paint } from '../draw/paint.ts'

const margin = 24
/** What browsers allow a canvas to have: pixels a side, and in all. */
const mostSide = 16_000
const mostPixels = 120_000_000
const wantedRatio = 2

/** The whole scene as a PNG: at twice its size, or as large as a canvas may be. */
export function toPng(look: Look): Promise<Blob> {
  const { width, height } = look.scene.layout
  const [w, h] = [width + margin * 2, height + margin * 2]
  const ratio = Math.min(wantedRatio, mostSide / w, mostSide / h, Math.sqrt(mostPixels / (w * h)))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.floor(w * ratio))
  canvas.height = Math.max(1, Math.floor(h * ratio))
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) return Promise.reject(new Error('this browser gives no canvas'))
  const view: View = {
    x: -margin,
    y: -margin,
    scale: ratio,
    width: canvas.width,
    height: canvas.height,
  }
  for (const _ of paint(context, { ...look, marked: new Set() }, view)) continue
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) =>
        blob ? resolve(blob) : reject(new Error('the picture is too large for this browser')),
      'image/png',
    )
  })
}
