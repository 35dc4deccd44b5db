import { columnParts, partsOf, type Sign, type Words } from '../draw/card-parts.ts'
import { howStyles, stepCurves } from '../draw/edges.ts'
import type { Measure } from '../draw/fit-text.ts'
import type { Look } from '../draw/look.ts'
import { isAbove } from '../draw/paint.ts'
import { distinctCurves, drawCurve, type Curve, type Pen } from '../scene/curves.ts'
import { metrics } from '../scene/metrics.ts'

const margin = 24

/** The whole scene as an SVG of shapes and texts, in the colours of the page. */
export function toSvg(look: Look, measure: Measure): string {
  const { scene, theme } = look
  const width = Math.ceil(scene.layout.width + margin * 2)
  const height = Math.ceil(scene.layout.height + margin * 2)
  const faded = (isFaded: boolean): string => (isFaded ? ' opacity="0.2"' : '')
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-margin} ${-margin} ${width} ${height}" font-family="${escape(theme.sans)}">`,
    `<title>${escape(look.scene.project.project)}</title>`,
    `<rect x="${-margin}" y="${-margin}" width="${width}" height="${height}" fill="${theme.ground}"/>`,
    `<g fill="none" stroke="${theme.edge}" stroke-width="1.2"${faded(Boolean(look.lit ?? look.way))}>`,
    ...distinctCurves(scene, scene.pairs.keys()).map((curve) => `<path d="${pathOf([curve])}"/>`),
    '</g>',
    ...litLines(look),
    ...wayLines(look),
    ...scene.rows.map((row, node) => {
      const isFaded = look.way ? !look.way.columns.has(row) : look.lit?.nodes[node] === 0
      return `<g${faded(isFaded)}>${card(look, node, measure)}</g>`
    }),
    '</svg>',
  ]
  return lines.join('\n')
}

function litLines({ scene, theme, lit, way }: Look): readonly string[] {
  if (!lit || way) return []
  return (
    [
      ['up', theme.up],
      ['down', theme.down],
    ] as const
  ).map(([side, colour]) => {
    const curves = distinctCurves(scene, lit[side])
    return `<path fill="none" stroke="${colour}" stroke-width="1.8" d="${pathOf(curves)}"/>`
  })
}

function wayLines({ scene, theme, way }: Look): readonly string[] {
  if (!way) return []
  return way.steps.map((step) => {
    const { dash, width } = howStyles[step.how]
    const colour = isAbove(way, step) ? theme.up : theme.down
    const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : ''
    return `<path fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"${dashes} d="${pathOf(stepCurves(scene, step))}"/>`
  })
}

/** The path data that draws some curves. */
function pathOf(curves: readonly Curve[]): string {
  const words: string[] = []
  const pen: Pen = {
    moveTo: (x, y) => void words.push(`M${x} ${y}`),
    lineTo: (x, y) => void words.push(`L${x} ${y}`),
    bezierCurveTo: (ax, ay, bx, by, x, y) => void words.push(`C${ax} ${ay} ${bx} ${by} ${x} ${y}`),
  }
  for (const curve of curves) drawCurve(pen, curve)
  return words.join('')
}

function card(look: Look, node: number, measure: Measure): string {
  const { scene, theme } = look
  const { left, top, right, bottom } = scene.boxes[node]!
  const { name, detail, icon, status } = partsOf(look, node, measure)
  const height = bottom - top
  return [
    `<rect x="${left}" y="${top}" width="${right - left}" height="${height}" rx="7" fill="${theme.ground}" stroke="${theme.line}"/>`,
    `<rect x="${left}" y="${top}" width="5" height="${height}" rx="2.5" fill="${look.colourOf(node)}"/>`,
    stroked(icon),
    written(name, 'font-size="13" font-weight="600"'),
    written(detail, 'font-size="11"'),
    status ? stroked(status) : '',
    ...columnParts(look, node, measure).map((part) => {
      const fill = part.isCentre ? theme.accent : theme.of('--accent-soft')
      const ground = `<rect x="${left + 9}" y="${part.middle - 9}" width="${metrics.nodeWidth - 14}" height="18" rx="4" fill="${fill}"/>`
      return `${part.isLit ? ground : ''}${written(part.words, 'font-size="12"')}`
    }),
  ].join('')
}

function written({ text, x, y, colour }: Words, style: string): string {
  return `<text x="${x}" y="${y}" ${style} fill="${colour}">${escape(text)}</text>`
}

function stroked({ path, x, y, size, colour }: Sign): string {
  const transform = `translate(${x} ${y}) scale(${size / 16})`
  return `<path transform="${transform}" d="${path}" fill="none" stroke="${colour}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

function escape(text: string): string {
  // Control characters are no XML at all.
  return text
    .replace(/[&<>"]/g, (char) => entities[char] ?? char)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
}
