import type { Relation } from '@btn/adapter'
import { DiagnosticError } from '@btn/diagnostics'
import {
  ofDay,
  privateRelation,
  publicRelation,
  type StagedNode,
  type Staging,
} from '../../publish/index.ts'
import type { NodeId, StepResult } from '../../types/index.ts'
import { openSession } from '../open-session.ts'
import type { NodeSession } from '../session.ts'
import type { StepRunner, Worker } from '../step-runner.ts'
import { judge, type Kept } from './judge.ts'
import { ledgerRow, settleFiles } from './ledger.ts'
import { writeStagedFile, type StagedFile } from './staged-file.ts'

const ATTEMPTS = 4
const PAUSE_MS = 100

/** What the end of a run makes visible. */
interface Publication {
  readonly node: StagedNode
  readonly existing: Relation | undefined
  readonly rows: number | undefined
  readonly file: StagedFile | undefined
}

/** What the exchange came to. */
interface Published {
  /** The results of the nodes whose exchange failed. */
  readonly failed: readonly StepResult[]
  /** What shows yesterday's data. */
  readonly kept: ReadonlySet<NodeId>
}

interface Publishing {
  readonly runner: StepRunner
  readonly worker: Worker
  readonly staging: Staging
  /** Writes a text in public names. */
  readonly naming: (text: string) => string
  readonly session: NodeSession
}

/**
 * Exchanges everything that may be seen in one transaction: readers see all of the old or all of the new. What may not be seen keeps what it
 * had.
 */
export async function publishStaged(
  runner: StepRunner,
  worker: Worker,
  {
    staging,
    naming,
    results,
  }: Pick<Publishing, 'staging' | 'naming'> & {
    readonly results: readonly StepResult[]
  },
): Promise<Published> {
  const [first] = staging.nodes.values()
  if (!first) return { failed: [], kept: new Set() }
  const session = openSession(runner, worker, {
    node: first.original,
    findFallback: () => undefined,
  })
  const publishing = { runner, worker, staging, naming, session }
  const there = new Map<NodeId, Relation>()
  for (const [id, node] of staging.nodes) {
    const existing = await session.relations.find(publicRelation(node))
    if (existing) there.set(id, existing)
  }
  const { published, kept } = judge(staging, results, (id) => there.has(id))
  const nodes = published.flatMap((id) => staging.nodes.get(id) ?? [])
  let failed: readonly StepResult[] = []
  try {
    const publications: Publication[] = []
    for (const node of nodes) {
      const { id } = node.original
      const rows = results.find((it) => it.node === id)?.rows
      const file = node.isFile ? await writeFile(publishing, node) : undefined
      publications.push({ node, existing: there.get(id), rows, file })
    }
    await exchange(publishing, publications)
    await settleFiles(
      publishing,
      publications.flatMap(({ file, node }) => (file ? [{ file, node }] : [])),
    )
    tellPublished(runner, publications.length)
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error
    await session.rollback()
    failed = results.filter(({ node }) => published.includes(node)).map((it) => toFailed(it, error))
  }
  await dropPrivate(
    publishing,
    failed.length > 0 ? [...staging.nodes.keys()] : kept.map((it) => it.node),
  )
  tellKept(runner, kept)
  return { failed, kept: new Set([...kept, ...failed].map(({ node }) => node)) }
}

function writeFile(
  { runner, staging, session }: Publishing,
  node: StagedNode,
): Promise<StagedFile> {
  const { input } = runner.state
  const scope = input.runtime.open(node.original, session)
  return writeStagedFile({ input, session, scope }, node, staging)
}

/** Another run may publish the same relation at the same time: one of the two waits and tries again. */
async function exchange(
  publishing: Publishing,
  publications: readonly Publication[],
): Promise<void> {
  const statements = publications.flatMap((it) => statementsOf(publishing, it))
  if (statements.length === 0) return
  const { session } = publishing
  for (let attempt = 1; ; attempt++) {
    try {
      await session.begin()
      await session.execute(statements.join(';\n'))
      await finish(publishing, publications)
      await session.commit()
      break
    } catch (error) {
      await session.rollback()
      const isConflict = error instanceof DiagnosticError && /conflict/i.test(error.message)
      if (!isConflict || attempt === ATTEMPTS) throw error
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * attempt))
    }
  }
  for (const { node } of publications) {
    session.relations.drop(privateRelation(node))
    const type = node.staged.config['materialized'] === 'view' || node.isFile ? 'view' : 'table'
    session.relations.add({ ...publicRelation(node), type })
  }
}

/** Indexes and comments that do not come along with a name. */
async function finish(
  { runner, staging, session }: Publishing,
  publications: readonly Publication[],
): Promise<void> {
  const { runtime } = runner.state.input
  for (const { node } of publications) {
    const { original, isFile, partition } = node
    if (isFile) continue
    const relation = { relation: publicRelation(node) }
    const scope = runtime.open(original, session)
    const isWhole = !partition || !staging.existing.has(original.id)
    if (isWhole && Array.isArray(original.config['indexes']))
      await scope.callMacro('create_indexes', [relation])
    if (node.staged.config['materialized'] === 'view' && original.config['persist_docs'])
      await scope.callMacro('btn_persist_docs', [relation])
  }
}

function statementsOf(publishing: Publishing, publication: Publication): readonly string[] {
  const { staging, runner } = publishing
  const { node, existing, file } = publication
  const { dialect, audit } = runner.state.input
  const name = dialect.name(publicRelation(node))
  const next = dialect.name(privateRelation(node))
  const rename = `alter table ${next} rename to ${dialect.quote(node.original.alias)}`
  const dropOld = existing ? [`drop ${existing.type ?? 'table'} if exists ${name}`] : []
  const isView = node.staged.config['materialized'] === 'view'
  const exchanged = file
    ? [`drop table ${next}`, ...(existing?.type === 'table' ? dropOld : [])]
    : isView
      ? [
          ...(existing?.type === 'table' ? dropOld : []),
          `create or replace view ${name} as (\n${viewSql(publishing, node)}\n)`,
          `drop view ${next}`,
        ]
      : node.partition && existing?.type === 'table'
        ? [
            `delete from ${name} where ${ofDay(node.partition.by, staging.day)}`,
            `insert into ${name} by name select * from ${next}`,
            `drop table ${next}`,
          ]
        : [...dropOld, rename]
  const noted = audit ? ledgerRow(audit, publishing, publication) : []
  return [...exchanged, ...noted]
}

/** The query of a view, in the names that hold from now on. */
function viewSql({ naming, runner }: Publishing, { original }: StagedNode): string {
  const { compiledCode = '' } = runner.state.made.get(original.id) ?? {}
  return naming(compiledCode)
}

async function dropPrivate({ staging, session, runner }: Publishing, ids: readonly NodeId[]) {
  const { dialect } = runner.state.input
  for (const id of ids) {
    const node = staging.nodes.get(id)
    const found = node && (await session.relations.find(privateRelation(node)))
    if (!found) continue
    await session.execute(`drop ${found.type ?? 'table'} if exists ${dialect.name(found)}`)
    session.relations.drop(found)
  }
}

function toFailed(result: StepResult, error: DiagnosticError): StepResult {
  const message = `not published: ${error.message}`
  return { ...result, status: 'error', message, diagnostics: error.diagnostics }
}

function tellPublished({ log }: StepRunner, count: number): void {
  if (count === 0) return
  const message = `Published ${count} ${count === 1 ? 'relation' : 'relations'}`
  log({ type: 'logged', level: 'info', message })
}

/** One failure can keep half of a project back: from here on that is one line. */
const MANY_KEPT = 5

/** Every model has its row in the audit log; what many have in common is said once. */
function tellKept({ log, state }: StepRunner, kept: readonly Kept[]): void {
  const { manifest, audit } = state.input
  const nameOf = (id: NodeId) => manifest.nodes.get(id)?.name ?? id
  const byReason = new Map<string, NodeId[]>()
  for (const { node, because } of kept) {
    const why = because === node ? 'it was not built' : `${nameOf(because)} did not pass`
    const message = `Kept ${nameOf(node)} as it was: ${why}`
    audit?.write('nodes', {
      phase: 'kept',
      node_id: node,
      kind: manifest.nodes.get(node)?.kind,
      message,
    })
    byReason.set(why, [...(byReason.get(why) ?? []), node])
  }
  for (const [why, nodes] of byReason) {
    const isMany = nodes.length >= MANY_KEPT
    const which = isMany ? [`${nodes.length} relations as they were`] : nodes.map(asItWas)
    for (const it of which) log({ type: 'logged', level: 'warn', message: `Kept ${it}: ${why}` })
  }

  function asItWas(id: NodeId): string {
    return `${nameOf(id)} as it was`
  }
}
