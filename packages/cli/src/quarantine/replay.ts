import type { ReplayOutcome } from '@btn/adapter'
import { replayRejected } from '@btn/core/run'
import type { ExitCode } from '../commands/command.ts'
import { openAudit } from '../open-audit.ts'
import { openPrivacy } from '../open-privacy.ts'
import { line } from '../terminal/entry.ts'
import { queryWanted, shownSql, wantedSql } from './condition.ts'
import { nameOf, type Quarantined, type QuarantineWork } from './quarantine.ts'

/** `btn quarantine replay`: the contract of today over the rows that wait. */
export async function replayTable(
  work: QuarantineWork,
  { source, table }: Quarantined,
): Promise<ExitCode> {
  const { opened, compiled, database, connection } = work
  const { manifest } = compiled.linked
  const { adapter, host, project, output } = opened
  const tell = (text: string) => output.tell(line('QuarantineReplay', 'Z091', text))
  if (!adapter) throw new Error('the quarantine was asked without an adapter')
  const where = wantedSql(work)
  const waiting = table && (await countWaiting(work, adapter.dialect.name(table), where))
  if (!table || !waiting) {
    tell(
      `Nothing to do: no ${where === undefined ? 'row' : 'such row'} of ${nameOf(source)} waits.`,
    )
    return 0
  }
  const audit = openAudit(opened, { command: 'quarantine' }, manifest, database)
  if (!audit) throw new Error('replays are written down, and there is no audit log')
  const privacy = openPrivacy(project, host)
  await audit.begin()
  let exitCode: ExitCode = 2
  try {
    const { dialect } = adapter
    const input = { manifest, dialect, host, database, connection, audit, privacy, where }
    const outcome = await replayRejected(source, table, { ...input, projectRoot: project.root })
    for (const text of toLines(nameOf(source), outcome, waiting)) tell(text)
    exitCode = 0
    return exitCode
  } finally {
    await audit.end(exitCode)
    await privacy.close()
  }
}

async function countWaiting(
  work: QuarantineWork,
  table: string,
  where: string | undefined,
): Promise<number> {
  const { rows } = await queryWanted(
    work,
    `select count(*) from ${table} where ${shownSql({}, where)}`,
  )
  return Number(rows[0]?.[0] ?? 0)
}

function toLines(
  name: string,
  { rowsTried, rowsLoaded, reasons }: ReplayOutcome,
  waiting: number,
): readonly string[] {
  const count = (n: number): string => `${n.toLocaleString('en-US')} ${n === 1 ? 'row' : 'rows'}`
  const still = Object.entries(reasons).map(
    ([reason, n]) => `${reason}: ${n.toLocaleString('en-US')}`,
  )
  return [
    `${count(rowsTried)} of ${name} tried again: ${count(rowsLoaded)} loaded, ${count(rowsTried - rowsLoaded)} rejected still`,
    ...(still.length > 0 ? [`  ${still.join(', ')}`] : []),
    ...(waiting > rowsTried
      ? [
          `${count(waiting - rowsTried)} could not be taken apart: mend them (btn quarantine mend), or load their files again`,
        ]
      : []),
  ]
}
