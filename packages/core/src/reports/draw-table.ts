import type { SqlTable } from '@btn/adapter'
import { escapeHtml } from '@btn/jinja'
import { cellText, isNumeric } from './cell.ts'

/** A table of Markdown: numbers to the right. */
export function markdownTable({ columns, rows }: SqlTable): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    line(columns.map(({ name }) => markdownCell(name))),
    line(columns.map((column) => (isNumeric(column) ? '---:' : '---'))),
    ...rows.map((row) => line(row.map((cell) => markdownCell(cellText(cell))))),
  ].join('\n')
}

/** What would end the cell, or begin HTML, is written otherwise. */
function markdownCell(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/\|/g, '\\|')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/\r\n?|\n/g, '<br>')
}

export function htmlTable({ columns, rows }: SqlTable): string {
  const cell = (tag: 'td' | 'th', text: string, index: number): string => {
    const column = columns[index]
    const place = column && isNumeric(column) ? ' style="text-align: right"' : ''
    return `<${tag}${place}>${escapeHtml(text).replace(/\r\n?|\n/g, '<br>')}</${tag}>`
  }
  const line = (cells: readonly string[]): string => `<tr>${cells.join('')}</tr>`
  return [
    '<table>',
    '<thead>',
    line(columns.map(({ name }, index) => cell('th', name, index))),
    '</thead>',
    '<tbody>',
    ...rows.map((row) => line(row.map((it, index) => cell('td', cellText(it), index)))),
    '</tbody>',
    '</table>',
  ].join('\n')
}
