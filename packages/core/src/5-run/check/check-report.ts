import type { BoundColumn, ColumnUse, NodeCheck, ReportNode } from '../../types/index.ts'
import type { Checker, NodeOutcome } from './checker.ts'
import { bindQuery, withEphemerals } from './check-query.ts'
import type { CheckWorker } from './worker.ts'

/** The date that stands for any other, where a report is of one. */
const SOME_DATE = '2000-01-01'

/** A report: each of its queries, over no rows. A template that cannot go on without rows is no mistake. */
export async function checkReport(
  checker: Checker,
  node: ReportNode,
  worker: CheckWorker,
): Promise<NodeOutcome> {
  const columns: BoundColumn[] = []
  const uses: ColumnUse[] = []
  let trouble: Exclude<NodeOutcome, { readonly kind: 'checked' }> | undefined
  const doubt = checker.findDoubt(node.dependsOn.nodes)
  const { runtime } = checker.input
  await checker.attempt({ node }, worker, async ({ session }) =>
    runtime.renderReport({
      node,
      session,
      tools: {
        format: node.format,
        date: SOME_DATE,
        drawChart: () => Promise.resolve(''),
        query: async (text, ephemerals) => {
          const sql = withEphemerals(checker, text, ephemerals)
          const bound = await bindQuery(checker, { node, sql, doubt })
          if (bound.kind !== 'bound') {
            trouble ??= bound
            return { columns: [], rows: [] }
          }
          columns.push(...bound.columns)
          uses.push(...bound.uses)
          return { columns: bound.columns, rows: [] }
        },
      },
    }),
  )
  const found: NodeCheck = { kind: 'checked', columns: columns.map(numbered), uses }
  return trouble ?? found
}

/** Queries of one report may name their columns alike. */
function numbered(column: BoundColumn, at: number, all: readonly BoundColumn[]): BoundColumn {
  const isFirst = all.findIndex((it) => it.name === column.name) === at
  return isFirst ? column : { ...column, name: `${column.name} (${at + 1})` }
}
