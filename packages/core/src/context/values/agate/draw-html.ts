import { cutTable, type Drawing, type DrawLimits } from './draw.ts'

/** A table as HTML, as agate writes it: text is put in as it is. */
export function drawHtml(drawing: Drawing, limits: DrawLimits): string {
  const { names, rows } = cutTable(drawing, limits)
  const cell = (text: string, at: number): string => {
    const side = drawing.columns[at]?.type === 'Text' ? 'left' : 'right'
    return `<td style="text-align: ${side};">${text}</td>`
  }
  return [
    ...['<table>', '<thead>', '<tr>', ...names.map((name) => `<th>${name}</th>`)],
    ...['</tr>', '</thead>', '<tbody>'],
    ...rows.flatMap((row) => ['<tr>', ...row.map(cell), '</tr>']),
    ...['</tbody>', '</table>'],
  ].join('\n')
}
