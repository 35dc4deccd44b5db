import { describe, expect, it } from 'vitest'
import { htmlTable, markdownTable } from './draw-table.ts'

const table = {
  columns: [
    { name: 'name', type: 'VARCHAR' },
    { name: 'n', type: 'DECIMAL(18,2)' },
    { name: 'x', type: 'DOUBLE' },
    { name: 'at', type: 'TIMESTAMP' },
    { name: 'list', type: 'INTEGER[]' },
  ],
  rows: [
    [
      'a|b <script>\nc',
      { kind: 'decimal', text: '1.10' },
      0.1 + 0.2,
      { kind: 'timestamp', text: '2025-01-01T10:00:00' },
      { kind: 'list', items: [1n, null] },
    ],
    [null, null, null, null, null],
  ],
} as const

describe('tables', () => {
  it('of Markdown keep their shape', () => {
    expect(markdownTable(table)).toBe(
      [
        '| name | n | x | at | list |',
        '| --- | ---: | ---: | --- | --- |',
        '| a\\|b &lt;script><br>c | 1.10 | 0.3 | 2025-01-01 10:00:00 | [1, ] |',
        '|  |  |  |  |  |',
      ].join('\n'),
    )
  })

  it('of HTML are escaped', () => {
    expect(htmlTable(table)).toContain(
      '<td>a|b &lt;script&gt;<br>c</td><td style="text-align: right">1.10</td>',
    )
  })
})
