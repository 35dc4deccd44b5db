import { expect, it } from 'vitest'
import { drawChart } from './draw-chart.ts'

const chart = {
  type: 'line',
  title: 'Days & <more>',
  width: 400,
  height: 200,
  isHorizontal: false,
  isStacked: false,
  x: ['Mon', 'Tue'],
  xName: 'day',
  series: [
    { name: 'a', values: [1, null] },
    { name: 'b', values: [2, 3] },
  ],
  number: 3,
} as const

it.each(['line', 'area', 'bar', 'scatter', 'pie'] as const)(
  'draws a %s the same each time',
  (type) => {
    const svg = drawChart({ ...chart, type })
    expect(svg).toMatch(/^<svg width="400" height="200".*<\/svg>$/)
    expect(svg).toContain('Days &amp; &lt;more&gt;')
    expect(svg).not.toMatch(/\n|\bzr\d/)
    expect(drawChart({ ...chart, type: 'bar' })).toContain('<svg')
    expect(drawChart({ ...chart, type })).toBe(svg)
  },
)
