import { DatabaseError, type SqlColumn, type SqlTable } from '@btn/adapter'
import type { TracedText } from '@btn/diagnostics'
import type {
  BoundColumn,
  ColumnUse,
  Doubt,
  NodeCheck,
  NodeId,
  ReportNode,
} from '../../types/index.ts'
import type { Checker, NodeOutcome } from './checker.ts'
import { bindQuery, declaredBy, withEphemerals } from './check-query.ts'
import { sampleRow, type Sample } from './sample-row.ts'
import type { CheckWorker } from './worker.ts'

/** The date that stands for any other, where a report is of one. */
const SOME_DATE = '2000-01-01'

/**
 * With which rows a report is written: one each, so that claims hold and loops are gone through, and none, for what it says then. What
 * is asked with either row is asked whatever the rows are.
 */
const PASSES: readonly (Sample | 'none')[] = ['first', 'second', 'none']

/** A query of a report, and when it was asked. */
interface Asked {
  readonly sql: TracedText
  readonly passes: Set<(typeof PASSES)[number]>
}

/** A report: each of its queries. A template that cannot go on with made-up rows is no mistake. */
export async function checkReport(
  checker: Checker,
  node: ReportNode,
  worker: CheckWorker,
): Promise<NodeOutcome> {
  worker.begin()
  const asked = new Map<string, Asked>()
  let isFollowed = false
  for (const pass of PASSES) {
    const isWritten = await write(checker, { node, worker, asked, pass })
    isFollowed ||= isWritten && pass !== 'none'
  }
  const doubt = checker.findOwnDoubt(node, worker)
  const columns: BoundColumn[] = []
  const uses: ColumnUse[] = []
  let trouble: Exclude<NodeOutcome, { readonly kind: 'checked' }> | undefined
  for (const query of asked.values()) {
    const own = isSure(query) ? doubt : ({ node: node.id, why: 'asks-rows' } satisfies Doubt)
    // The other one says the same of another row.
    if (own !== doubt && !query.passes.has('first')) continue
    const bound = await bindQuery(checker, { node, sql: query.sql, doubt: own })
    if (bound.kind === 'bound') {
      columns.push(...bound.columns)
      uses.push(...bound.uses)
    } else if (own === doubt) trouble ??= bound
  }
  if (trouble) return trouble
  const found: NodeCheck = { kind: 'checked', columns: columns.map(numbered), uses }
  return isFollowed ? found : { ...found, problem: 'its template cannot go on without real rows' }
}

function isSure({ passes }: Asked): boolean {
  return passes.has('none') || passes.size > 1
}

interface Pass {
  readonly node: ReportNode
  readonly worker: CheckWorker
  readonly asked: Map<string, Asked>
  readonly pass: (typeof PASSES)[number]
}

/** Takes note of what the report asks; whether it came to its end. */
async function write(checker: Checker, { node, worker, asked, pass }: Pass): Promise<boolean> {
  const { runtime } = checker.input
  const query = async (text: TracedText, ephemerals: readonly NodeId[]): Promise<SqlTable> => {
    const sql = withEphemerals(checker, text, ephemerals)
    const known = asked.get(sql.text) ?? { sql, passes: new Set() }
    known.passes.add(pass)
    asked.set(sql.text, known)
    const columns = await columnsOf(checker, node, sql)
    return { columns, rows: pass === 'none' ? [] : [sampleRow(columns, pass)] }
  }
  const written = await checker.attempt({ node }, worker, async ({ session }) => {
    const drawChart = () => Promise.resolve('')
    const tools = { format: node.format, date: SOME_DATE, drawChart, query }
    await runtime.renderReport({ node, session, tools })
    return true
  })
  return 'value' in written
}

/** What is wrong with a query is told later. */
async function columnsOf(
  { catalogue, input }: Checker,
  node: ReportNode,
  sql: TracedText,
): Promise<readonly SqlColumn[]> {
  try {
    return (await catalogue.answers.describe(sql, declaredBy(input, node))).columns
  } catch (error) {
    if (error instanceof DatabaseError) return []
    throw error
  }
}

/** Queries of one report may name their columns alike. */
function numbered(column: BoundColumn, at: number, all: readonly BoundColumn[]): BoundColumn {
  const isFirst = all.findIndex((it) => it.name === column.name) === at
  return isFirst ? column : { ...column, name: `${column.name} (${at + 1})` }
}
