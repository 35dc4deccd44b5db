import { cardHeight, metrics } from '../scene/metrics.ts'
import { columnParts, foldOf, nameAt, partsOf, type Sign, type Words } from './card-parts.ts'
import { fitText } from './fit-text.ts'
import { toPath } from './icons.ts'
import {
  bigNameFont,
  columnFont,
  detailFont,
  detailScale,
  nameFont,
  nameScale,
  type Look,
} from './look.ts'

type Context = CanvasRenderingContext2D

const radius = 7
const strip = 5

/** Draws a node as much as can be seen of it at a zoom. */
export function drawCard(context: Context, look: Look, node: number, scale: number): void {
  drawBox(context, look, node)
  if (look.marked.has(node)) drawRing(context, look, node, look.theme.mark, 4)
  if (scale < nameScale) return
  if (scale < detailScale) drawBigName(context, look, node)
  else drawHead(context, look, node)
  if (look.scene.open.has(node)) drawColumns(context, look, node)
}

function drawBox(context: Context, { scene, theme, colourOf }: Look, node: number): void {
  const { left, top, right, bottom } = scene.boxes[node]!
  context.beginPath()
  context.roundRect(left, top, right - left, bottom - top, radius)
  context.fillStyle = theme.ground
  context.fill()
  context.lineWidth = 1
  context.strokeStyle = theme.line
  context.stroke()
  context.fillStyle = colourOf(node)
  context.beginPath()
  context.roundRect(left, top, strip, bottom - top, [radius, 0, 0, radius])
  context.fill()
}

/** Of nodes so small that a box of their colour is all: by colour, because changing it costs. */
export function drawDots(
  context: Context,
  look: Look,
  nodes: readonly number[],
  scale: number,
): void {
  const byColour = new Map<string, number[]>()
  for (const node of nodes) {
    const colour = look.colourOf(node)
    const list = byColour.get(colour)
    if (list) list.push(node)
    else byColour.set(colour, [node])
  }
  const least = 1.5 / scale
  for (const [colour, list] of byColour) {
    context.fillStyle = colour
    for (const node of list) {
      const { left, top, right, bottom } = look.scene.boxes[node]!
      context.fillRect(left, top, Math.max(least, right - left), Math.max(least, bottom - top))
    }
  }
  for (const node of nodes) {
    if (look.marked.has(node)) drawRing(context, look, node, look.theme.mark, 3 / scale)
  }
}

export function drawRing(
  context: Context,
  look: Look,
  node: number,
  colour: string,
  width: number,
): void {
  const { left, top, right, bottom } = look.scene.boxes[node]!
  const out = width / 2 + 1
  context.beginPath()
  context.roundRect(
    left - out,
    top - out,
    right - left + out * 2,
    bottom - top + out * 2,
    radius + out,
  )
  context.strokeStyle = colour
  context.lineWidth = width
  context.stroke()
}

function drawBigName(context: Context, look: Look, node: number): void {
  const { left, top } = look.scene.boxes[node]!
  const font = bigNameFont(look.theme.sans)
  const text = fitText(context, nameAt(look, node), font, metrics.nodeWidth - 24)
  context.textBaseline = 'middle'
  write(context, { text, x: left + 14, y: top + cardHeight / 2 + 1, colour: look.theme.ink }, font)
}

function drawHead(context: Context, look: Look, node: number): void {
  const { name, detail, icon, status } = partsOf(look, node, context)
  context.textBaseline = 'alphabetic'
  write(context, name, nameFont(look.theme.sans))
  write(context, detail, detailFont(look.theme.sans))
  drawSign(context, icon)
  if (status) drawSign(context, status)
  const fold = foldOf(look, node)
  if (fold) drawSign(context, fold)
}

function write(context: Context, { text, x, y, colour }: Words, font: string): void {
  context.font = font
  context.fillStyle = colour
  context.fillText(text, x, y)
}

function drawSign(context: Context, { path, x, y, size, colour }: Sign): void {
  context.save()
  context.translate(x, y)
  context.scale(size / 16, size / 16)
  context.strokeStyle = colour
  context.lineWidth = 1.5
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.stroke(toPath(path))
  context.restore()
}

function drawColumns(context: Context, look: Look, node: number): void {
  const { scene, theme } = look
  const { left, top } = scene.boxes[node]!
  context.strokeStyle = theme.line
  context.lineWidth = 1
  context.beginPath()
  context.moveTo(left + strip, top + cardHeight - 1)
  context.lineTo(left + metrics.nodeWidth, top + cardHeight - 1)
  context.stroke()
  context.textBaseline = 'alphabetic'
  for (const { words, middle, isLit, isCentre } of columnParts(look, node, context)) {
    if (isLit) {
      context.fillStyle = isCentre ? theme.accent : theme.of('--accent-soft')
      context.beginPath()
      context.roundRect(left + 9, middle - 9, metrics.nodeWidth - 14, 18, 4)
      context.fill()
    }
    write(context, words, columnFont(theme.sans))
  }
}
