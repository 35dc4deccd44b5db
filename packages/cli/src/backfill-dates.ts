import { findDueDates, type DueDate } from '@btn/core/run'
import type { Call, ExitCode } from './commands/command.ts'
import { readLoadValues, type LoadValues } from './load-values.ts'
import { openAudit } from './open-audit.ts'
import { compile, withProject, type Opened } from './open-project.ts'
import { runPlanned, type RunValues } from './run-nodes.ts'
import { planOf, toSelection } from './select-nodes.ts'
import { printData } from './terminal/print-data.ts'
import { withDatabase } from './with-database.ts'

interface BackfillValues extends RunValues, LoadValues {
  readonly plan?: boolean
}

/** `btn backfill`: the dates that are due, one after the other. */
export function backfillDates(call: Call<BackfillValues>): Promise<ExitCode> {
  const { plan: isPlan } = call.options
  return withProject(call, { which: 'build', printsData: isPlan ?? false }, async (opened) => {
    const wish = readLoadValues(call.options, { isOpen: true })
    if (opened.tell(wish.diagnostics)) return 2
    const compiled = compile(opened)
    if (!compiled) return 1
    const plan = planOf('build', toSelection(call.options, opened), opened, compiled)
    if (!plan) return 1
    const { start, end } = call.options
    const isWanted = ({ date }: DueDate): boolean =>
      (start === undefined || date >= start) && (end === undefined || date <= end)
    const due = (await findDue(opened, compiled, plan)).filter(isWanted)
    if (isPlan || due.length === 0) {
      printData(
        opened,
        due.length === 0 ? 'Nothing to do: every date that has files is built.' : listOf(due),
      )
      return 0
    }
    const dates = due.map(({ date }) => date)
    return runPlanned(opened, compiled, plan, { ...wish.value, dates })
  })
}

async function findDue(
  opened: Opened,
  compiled: Parameters<typeof runPlanned>[1],
  plan: Parameters<typeof runPlanned>[2],
): Promise<readonly DueDate[]> {
  const { project, adapter, host } = opened
  if (!adapter || !project.target) return []
  const { manifest } = compiled.linked
  // It looks, and makes nothing: others may read meanwhile.
  return withDatabase(opened, { isReadOnly: true }, async (database) => {
    const audit = openAudit(opened, plan, manifest, database)
    if (!audit) return []
    const { dialect } = adapter
    const projectRoot = project.root
    return findDueDates({ manifest, plan, audit, database, dialect, host, projectRoot })
  })
}

function listOf(due: readonly DueDate[]): string {
  return due.map(({ date, state, because }) => `${date}  ${state.padEnd(7)}  ${because}`).join('\n')
}
