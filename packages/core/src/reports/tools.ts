import type { SqlTable } from '@btn/adapter'
import type { TracedText } from '@btn/diagnostics'
import type { NodeId, ReportFormat } from '../types/index.ts'

/** What the functions of a report's template need of the run. */
export interface ReportTools {
  readonly format: ReportFormat
  /** Of a dated run: `2025-12-10`. */
  readonly date: string | undefined
  /** The rows of a query that reads these ephemeral models. */
  query(sql: TracedText, ephemerals: readonly NodeId[]): Promise<SqlTable>
  /** A chart as SVG. */
  readonly drawChart: DrawChart
}

export type DrawChart = (chart: Chart) => Promise<string>

export const chartTypes = ['line', 'area', 'bar', 'scatter', 'pie'] as const
export type ChartType = (typeof chartTypes)[number]

/** A picture of numbers. */
export interface Chart {
  readonly type: ChartType
  readonly title: string | undefined
  readonly width: number
  readonly height: number
  /** Bars lie on their side. */
  readonly isHorizontal: boolean
  readonly isStacked: boolean
  /** One for each point of every series: texts, or numbers in a scatter plot. */
  readonly x: readonly (string | number)[]
  readonly xName: string
  readonly series: readonly Series[]
  /** Its place among the charts of the page, from 1: what is named in it must be named once on the page. */
  readonly number: number
}

export interface Series {
  readonly name: string
  readonly values: readonly (number | null)[]
}
