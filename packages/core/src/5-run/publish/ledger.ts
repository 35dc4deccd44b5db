import { codeOf, type StagedNode, type Staging } from '../../publish/index.ts'
import { loggedName, type AuditLog } from '../../audit/index.ts'
import type { NodeSession } from '../session.ts'
import type { StepRunner } from '../step-runner.ts'
import type { StagedFile } from './staged-file.ts'

interface Publishing {
  readonly runner: StepRunner
  readonly staging: Staging
  readonly session: NodeSession
}

interface Noted {
  readonly node: StagedNode
  readonly rows: number | undefined
  readonly file: StagedFile | undefined
}

/** What is noted of an exchange in its own transaction: with a file, that this is to be renamed; otherwise, that it is done. */
export function ledgerRow(
  audit: AuditLog,
  { staging }: Publishing,
  { node, rows, file }: Noted,
): readonly string[] {
  const { original } = node
  const relation = loggedName(original)
  const published = audit.statement('nodes', {
    phase: 'published',
    node_id: original.id,
    kind: original.kind,
    relation,
    partition: staging.day?.date,
    rows,
  })
  if (!node.partition && !file) return [published]
  const row = audit.statement('partitions', {
    phase: file ? 'prepared' : 'published',
    relation,
    partition: node.partition ? staging.day?.date : undefined,
    rows,
    checksum: file?.checksum,
    inputs: codeOf(original),
    files: file && [file],
  })
  return [published, row]
}

/** Files take their places, and views over them are made. Committed already: who is killed here is rolled forward by the next run. */
export async function settleFiles(
  { runner, staging, session }: Publishing,
  files: readonly { readonly file: StagedFile; readonly node: StagedNode }[],
): Promise<void> {
  const { host, audit } = runner.state.input
  for (const { file, node } of files) {
    host.move(file.staged, file.final)
    await session.execute(file.view)
    audit?.write('partitions', {
      phase: 'published',
      relation: loggedName(node.original),
      partition: node.partition ? staging.day?.date : undefined,
      checksum: file.checksum,
      inputs: codeOf(node.original),
      files: [file],
    })
  }
  await audit?.flush()
}

/** Ends what an earlier run had committed and could not finish: its files are given their names. */
export async function rollForward({ runner, session }: Omit<Publishing, 'staging'>): Promise<void> {
  const { host, audit } = runner.state.input
  if (!audit) return
  const { rows } = await audit.query(
    `select relation, partition::varchar, checksum, inputs, files::varchar from ${audit.name('last_partitions')} where phase = 'prepared'`,
  )
  for (const [relation, partition, checksum, inputs, text] of rows) {
    const files: readonly StagedFile[] = JSON.parse(String(text))
    const isDone = files.every((file) => settle(file))
    if (isDone) for (const { view } of files) await session.execute(view)
    audit.write('partitions', {
      phase: isDone ? 'published' : 'failed',
      relation: String(relation),
      partition: partition === null ? undefined : String(partition),
      checksum: String(checksum),
      inputs: String(inputs),
      files,
    })
  }
  await audit.flush()

  function settle({ staged, final, checksum }: StagedFile): boolean {
    if (host.checksum(staged) === checksum) host.move(staged, final)
    return host.checksum(final) === checksum
  }
}
