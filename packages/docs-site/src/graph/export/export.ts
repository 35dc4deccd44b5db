import type { Look } from '../draw/look.ts'
import { toPng } from './png.ts'
import { fileName, save } from './save.ts'
import { toSvg } from './svg.ts'

/** Saves the whole scene; `subject` is what was selected. Rejects where a picture is more than the browser can make. */
export async function exportScene(
  look: Look,
  format: 'svg' | 'png',
  subject: string,
): Promise<void> {
  const blob = format === 'png' ? await toPng(look) : toSvgBlob(look)
  save(fileName(look.scene.project.project, subject, format), blob)
}

function toSvgBlob(look: Look): Blob {
  const measure = document.createElement('canvas').getContext('2d')
  if (!measure) throw new Error('this browser gives no canvas')
  return new Blob([toSvg(look, measure)], { type: 'image/svg+xml' })
}
