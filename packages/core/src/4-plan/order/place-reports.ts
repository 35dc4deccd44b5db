import type { Manifest, NodeId, ReportNode, Step, WriteReport } from '../../types/index.ts'

/** What of the audit log is written when everything that is checked has been built. */
const ofChecks: ReadonlySet<string> = new Set([
  'tests',
  'last_tests',
  'monitors',
  'last_monitors',
  'alerts',
  'last_alerts',
])

/**
 * Reports come last, when what they tell of can be seen by everybody. One that tells of tests waits for no test to pass: it is wanted most when
 * they do not.
 */
export function placeReports(manifest: Manifest, steps: readonly Step[]): readonly Step[] {
  const reports = steps.filter((it) => it.kind === 'write-report')
  if (reports.length === 0) return steps
  const others = steps.filter((it) => it.kind !== 'write-report')
  return [...others, ...reports.map((it) => withoutTests(it, manifest))]
}

/** Whether a report is about tests and monitors. */
export function tellsOfChecks({ audits = [] }: Pick<ReportNode, 'audits'>): boolean {
  return audits.some(({ table }) => ofChecks.has(table))
}

function withoutTests(step: WriteReport, { nodes }: Manifest): WriteReport {
  if (!step.tellsOfChecks) return step
  const isCheck = (id: NodeId): boolean => {
    const kind = nodes.get(id)?.kind
    return kind === 'test' || kind === 'monitor'
  }
  return { ...step, after: step.after.filter((id) => !isCheck(id)) }
}
