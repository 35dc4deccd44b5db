import type { SqlTable } from '@btn/adapter'
import { diagnostic, DiagnosticError, TracedText, type Span } from '@btn/diagnostics'
import {
  hostFunction,
  Markup,
  readArguments,
  toText,
  type CallArguments,
  type Value,
} from '@btn/jinja'
import type { Context } from '../context/context.ts'
import { cellText, toReportValue } from './cell.ts'
import { readChart } from './chart.ts'
import { htmlTable, markdownTable } from './draw-table.ts'
import { QueryValue } from './query-value.ts'
import { fillDate, renderSql } from './render-sql.ts'
import { sortQuery, withoutEnd } from './sort-query.ts'
import type { ReportTools } from './tools.ts'

/**
 * What the template of a report sees besides the usual names. Without tools there is no data yet: queries are rendered, so that it is known
 * what they read, and give nothing.
 */
export function addReportNames(context: Context, tools?: ReportTools): void {
  const names = new ReportNames(context, tools)
  context.define('date', tools?.date ?? null)
  for (const [name, call] of Object.entries({
    table: (args: CallArguments) => names.table(args),
    query: (args: CallArguments) => names.query(args),
    value: (args: CallArguments) => names.value(args),
    chart: (args: CallArguments) => names.chart(args),
    claim: (args: CallArguments) => names.claim(args),
  })) {
    context.define(name, hostFunction(name, call, { keepsTraces: true }))
  }
}

type Result = Value | Promise<Value>

const noRows: SqlTable = { columns: [], rows: [] }

class ReportNames {
  readonly #context: Context
  readonly #tools: ReportTools | undefined
  #charts = 0

  constructor(context: Context, tools: ReportTools | undefined) {
    this.#context = context
    this.#tools = tools
  }

  /** `table("select …")`: rows as a table of the report's own kind. */
  table(args: CallArguments): Result {
    const [sql] = readArguments(args, 'table', ['sql'])
    return this.#read(sql, args.callSite, (rows, tools) => {
      if (tools.format === 'md') return markdownTable(rows)
      return tools.format === 'html' ? new Markup(htmlTable(rows)) : new QueryValue(rows).rows
    })
  }

  /** `query("select …")`: rows for the template. */
  query(args: CallArguments): Result {
    const [sql] = readArguments(args, 'query', ['sql'])
    const read = this.#read(sql, args.callSite, (rows) => new QueryValue(rows))
    return this.#tools ? read : whenDone(read, () => new QueryValue(noRows))
  }

  /** `value("select …")`: the one cell that the query gives; none where it gives no row. */
  value(args: CallArguments): Result {
    const [sql] = readArguments(args, 'value', ['sql'])
    const read = this.#read(sql, args.callSite, (rows) => onlyCell(rows, args.callSite))
    return this.#tools ? read : whenDone(read, () => 0)
  }

  /** `chart("select …", type="line", x="day", y="revenue")`: a picture. */
  chart(args: CallArguments): Result {
    const [sql, ...options] = readArguments(args, 'chart', [
      'sql',
      'type?',
      'x?',
      'y?',
      'series?',
      'title?',
      'width?',
      'height?',
      'horizontal?',
      'stacked?',
    ])
    const number = ++this.#charts
    return this.#read(sql, args.callSite, async (rows, tools) => {
      const [type, x, y, series, title, width, height, horizontal, stacked] = options
      const wish = { type, x, y, series, title, width, height, horizontal, stacked }
      const svg = await tools.drawChart(readChart(rows, wish, { number, callSite: args.callSite }))
      return new Markup(svg)
    })
  }

  /** `claim("select …", "> 0")`: the value, as long as what is said of it is true. */
  claim(args: CallArguments): Result {
    const [sql, given] = readArguments(args, 'claim', ['sql', 'expected?'])
    const expected = given === undefined || given === null ? '' : toText(given).trim()
    const judge = (text: TracedText): TracedText => {
      const condition = expected === '' ? '' : ` ${withShares(expected)}`
      return TracedText.join([
        'select claimed, (claimed',
        condition,
        ') from (select (\n',
        withoutEnd(text),
        '\n) as claimed)',
      ])
    }
    const read = this.#read(
      sql,
      args.callSite,
      ({ columns, rows }) => {
        const [cell = null, holds = null] = rows[0] ?? []
        const [column] = columns
        if (holds === true && column) return toReportValue(cell, column)
        const value = cell === null ? 'there is no value' : cellText(cell)
        const params = { value, expected: expected === '' ? 'true' : expected }
        throw new DiagnosticError(diagnostic('report-claim-false', params, { span: args.callSite }))
      },
      judge,
    )
    return this.#tools ? read : whenDone(read, () => 0)
  }

  #read(
    given: Value | undefined,
    callSite: Span,
    use: (rows: SqlTable, tools: ReportTools) => Result,
    prepare = sortQuery,
  ): Result {
    const rendered = renderSql(this.#context, given ?? null, callSite)
    const tools = this.#tools
    const { mode, subject } = this.#context
    if (!tools || mode.kind === 'parse') return whenDone(rendered, () => '')
    return Promise.resolve(rendered).then(async (text) => {
      const sql = prepare(fillDate(text, tools.date, subject.name))
      return use(await tools.query(sql, mode.ephemerals.splice(0)), tools)
    })
  }
}

/** `< 5%` is a twentieth; a text in quotes may hold a percent sign of its own. */
function withShares(expected: string): string {
  const isText = expected.includes("'")
  return isText ? expected : expected.replace(/(\d+(?:\.\d+)?)\s*%/g, '($1 / 100.0)')
}

function whenDone<T>(value: T | Promise<T>, use: () => Value): Result {
  return value instanceof Promise ? value.then(use) : use()
}

function onlyCell({ columns, rows }: SqlTable, callSite: Span): Value {
  const [column, ...others] = columns
  const [row, ...more] = rows
  if (others.length > 0 || more.length > 0) {
    const params = { columns: columns.length, rows: rows.length }
    throw new DiagnosticError(diagnostic('report-value-shape', params, { span: callSite }))
  }
  return row && column ? toReportValue(row[0] ?? null, column) : null
}
