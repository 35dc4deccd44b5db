import { BarChart, LineChart, PieChart, ScatterChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components'
import { init, use, type EChartsCoreOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Chart } from '@btn/core/run'

// Loaded when a report has a chart: the library is as large as the rest of btn.
use([
  ...[BarChart, LineChart, PieChart, ScatterChart],
  ...[GridComponent, LegendComponent, TitleComponent, SVGRenderer],
])

/** A chart as one line of SVG, the same for the same numbers. */
export function drawChart(chart: Chart): string {
  const { width, height } = chart
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    drawing.setOption(optionOf(chart))
    return tidy(drawing.renderToSVGString(), chart.number)
  } finally {
    drawing.dispose()
  }
}

/** Lines of their own would end a block of HTML in Markdown; names are counted by the library, across all that it has drawn. */
function tidy(svg: string, number: number): string {
  const names = new Map<string, string>()
  const rename = (name: string): string => {
    const known = names.get(name) ?? `chart${number}-${names.size}`
    names.set(name, known)
    return known
  }
  return svg.replace(/\s*\n\s*/g, '').replace(/\bzr\d+-[\w-]+/g, rename)
}

const FONT = 'system-ui, sans-serif'

function optionOf(chart: Chart): EChartsCoreOption {
  const { title, series } = chart
  const isPie = chart.type === 'pie'
  const hasLegend = series.length > 1 || isPie
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    ...(title !== undefined && {
      title: { text: title, left: 'center', textStyle: { fontSize: 15 } },
    }),
    ...(hasLegend && { legend: { bottom: 0, itemGap: 24 } }),
    ...(isPie ? { series: pieOf(chart) } : planeOf(chart, hasLegend)),
  }
}

function pieOf({ x, series }: Chart) {
  const values = series[0]?.values ?? []
  const data = x.map((name, at) => ({ name: String(name), value: values[at] ?? 0 }))
  return [{ type: 'pie', radius: '62%', data, label: { formatter: '{b}: {c}' } }]
}

function planeOf(chart: Chart, hasLegend: boolean): EChartsCoreOption {
  const { x, xName, isHorizontal, title } = chart
  const isNumeric = chart.type === 'scatter' && x.every((it) => typeof it === 'number')
  const named = { name: xName, nameLocation: 'middle', nameGap: 28 }
  const categories = isNumeric
    ? { type: 'value', scale: true, ...named }
    : { type: 'category', data: x.map(String), ...(isHorizontal ? { inverse: true } : named) }
  const numbers = { type: 'value', scale: chart.type === 'scatter' }
  return {
    grid: {
      left: 26,
      right: 24,
      top: title === undefined ? 20 : 44,
      bottom: hasLegend ? 72 : 36,
    },
    xAxis: isHorizontal ? numbers : categories,
    yAxis: isHorizontal ? categories : numbers,
    series: seriesOf(chart, isNumeric),
  }
}

function seriesOf({ type, x, series, isStacked }: Chart, isNumeric: boolean) {
  return series.map(({ name, values }) => ({
    name,
    type: type === 'area' ? 'line' : type,
    data: isNumeric ? values.map((value, at) => [x[at], value]) : values,
    ...(type === 'area' && { areaStyle: { opacity: 0.35 } }),
    ...(isStacked && { stack: 'all' }),
  }))
}
