import type { FileSet, InputFile, Inspection, LoadOutcome, LoadRequest } from '@btn/adapter'
import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import { loggedName, type AuditLog } from '../../audit/index.ts'
import { absolutePath, toFileSet } from '../../loads/find-missing-input.ts'
import { chooseFiles, readEarlierLoads, readLoadedFiles } from '../../loads/loaded-files.ts'
import { contractHashOf } from '../../privacy/for-load.ts'
import { asKeysAllow } from '../../privacy/without-key.ts'
import { maskingRows } from '../../privacy/masking-rows.ts'
import { toRequest } from '../../loads/request.ts'
import type { FoundFile, LoadSource, LoadSpec, SourceTable } from '../../types/index.ts'
import type { StepContext, StepEnding, StepHandler } from '../step-context.ts'

type Loaded = SourceTable & { readonly load: LoadSpec }

/** Reads the files of a source into its table, by its contract. */
export const loadSource: StepHandler<LoadSource> = async (context) => {
  if (!isLoaded(context)) throw new Error(`${context.node.id} has no load`)
  const { audit } = context.state.input
  if (!audit) throw new Error('loads are written down, and there is no audit log')
  context.startExecution()
  const { source, diagnostics } = asKeysAllow(context.node, context.state.input.privacy)
  for (const item of diagnostics) warn(context, item)
  const inspection = await context.session.inspect(fileSet(context))
  try {
    return await loadFiles({ ...context, node: source }, audit, inspection)
  } finally {
    await inspection.close()
  }
}

function isLoaded(context: StepContext): context is StepContext<Loaded> {
  return context.node.kind === 'source' && context.node.load !== undefined
}

function fileSet({ node, state }: StepContext<Loaded>): FileSet {
  const { date, projectRoot } = state.input
  const isDated = node.load.from.some((it) => it.includes('{date}'))
  if (isDated && date === undefined) {
    const name = `${node.sourceName}.${node.name}`
    throw new DiagnosticError(diagnostic('load-needs-date', { name }))
  }
  return toFileSet(node.load, { projectRoot, date })
}

async function loadFiles(
  context: StepContext<Loaded>,
  audit: AuditLog,
  inspection: Inspection,
): Promise<StepEnding> {
  const { node, session, state } = context
  const { reload = false, isDryRun = false } = state.input.loading ?? {}
  const relation = { database: node.database, schema: node.schema, name: node.identifier }
  const hasTable = (await session.relations.find(relation)) !== undefined
  const asksAgain = reload || !node.load.once || !hasTable || mustJudgeAgain(context)
  const loaded = asksAgain ? [] : await readLoadedFiles(audit, node, partitionOf(context))
  const hash = contractHashOf(node, state.input.privacy)
  const { files, repeated } = chooseFiles(inspection.files, loaded, { ...node.load, hash })
  for (const { file, like } of repeated) {
    warn(context, diagnostic('load-file-repeated', { file: file.shownPath, like: like.shownPath }))
  }
  const found = isDryRun ? await describeFiles(context, audit, { inspection, files }) : []
  if (!isDryRun) await noteSkipped(context, audit, { inspection, files })
  if (files.length === 0) return upToDate(inspection, found)
  const earlier = await readEarlierLoads(audit, node)
  const request = toRequest(node, {
    files: files.map((file) => {
      const supersedes = earlier.get(file.shownPath) ?? []
      return { file, loadId: audit.nextId(), supersedes }
    }),
    inspection,
    input: state.input,
    fill: (text) =>
      absolutePath(text.replaceAll('{date}', state.input.date ?? ''), state.input.projectRoot),
  })
  if (isDryRun) return tryLoad(context, request, found)
  return endingOf(context, await loadAudited(context, audit, request))
}

/** Whether rows refer to a table that this run has loaded: those that were orphans may be none now, and the other way round. */
function mustJudgeAgain({ node, state }: StepContext<Loaded>): boolean {
  const { contract, strategy } = node.load
  if (strategy.kind === 'append' || strategy.kind === 'upsert') return false
  return contract.rules.some(
    ({ check }) =>
      check.kind === 'foreign-key' && check.node !== undefined && state.loaded.has(check.node),
  )
}

/** The date that the load is for, where it has one. */
function partitionOf({ node, state }: StepContext<Loaded>): string | undefined {
  return node.load.strategy.kind === 'partition' ? state.input.date : undefined
}

/** What was loaded is noted in the transaction that loads it; that it was begun, or has failed, is noted whatever becomes of that. */
async function loadAudited(
  context: StepContext<Loaded>,
  audit: AuditLog,
  request: LoadRequest,
): Promise<LoadOutcome> {
  const { node, session } = context
  const startedMs = performance.now()
  const of = (file: InputFile, loadId: bigint) => ({
    load_id: loadId,
    ...describe(context, file),
  })
  for (const { file, loadId } of request.files) {
    audit.write('loads', { phase: 'started', ...of(file, loadId) })
  }
  const rows = (phase: string) => (outcome: LoadOutcome) =>
    outcome.files.map((it) =>
      audit.statement('loads', {
        phase,
        ...of(it.file, it.loadId),
        rows_read: it.rowsRead,
        rows_loaded: phase === 'done' ? it.rowsLoaded : 0,
        rows_rejected: it.rowsRejected,
        rows_warned: it.rowsWarned,
        rows_repaired: it.rowsRepaired,
        duplicate_rows: it.duplicateRows,
        duplicate_keys: it.duplicateKeys,
        reasons: it.reasons,
        drift: it.drift,
        duration_ms: Math.round(performance.now() - startedMs),
        loaded_at: phase === 'done' ? request.loadedAt : undefined,
      }),
    )
  const done = rows('done')
  const beforeCommit = (outcome: LoadOutcome) => [
    ...done(outcome),
    ...maskingRows(audit, node, outcome),
  ]
  try {
    return await session.load({ ...request, beforeCommit, onRefused: rows('failed') })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    for (const { file, loadId } of request.files) {
      audit.write('loads', { phase: 'failed', ...of(file, loadId), message })
    }
    throw error
  }
}

/** What the log knows a file by. */
function describe(context: StepContext<Loaded>, file: InputFile) {
  const { node } = context
  return {
    relation: loggedName(node),
    file_name: file.name,
    file_path: file.shownPath,
    checksum: file.checksum,
    bytes: file.bytes,
    partition: partitionOf(context),
    contract_hash: contractHashOf(node, context.state.input.privacy),
  }
}

interface Chosen {
  readonly inspection: Inspection
  readonly files: readonly InputFile[]
}

/** That a file came again and changed nothing is worth a row, too. */
async function noteSkipped(
  context: StepContext<Loaded>,
  audit: AuditLog,
  { inspection, files }: Chosen,
): Promise<void> {
  const message = 'the same content was loaded before'
  for (const file of inspection.files) {
    if (files.includes(file)) continue
    const none = { rows_read: 0, rows_loaded: 0, rows_rejected: 0 }
    audit.write('loads', { phase: 'skipped', ...describe(context, file), ...none, message })
  }
  // What is built after the load may ask for it.
  await audit.flush()
}

/** What is known of each file that was found. */
async function describeFiles(
  context: StepContext<Loaded>,
  audit: AuditLog,
  { inspection, files }: Chosen,
): Promise<readonly FoundFile[]> {
  const loaded = await readLoadedFiles(audit, context.node, partitionOf(context))
  return inspection.files.map((file) => {
    const before = loaded.find(({ path }) => path === file.shownPath)
    const isTaken = files.includes(file)
    const isKnown = loaded.some(({ checksum }) => checksum === file.checksum)
    const state = isKnown ? 'loaded' : before ? 'changed' : isTaken ? 'new' : 'same'
    return { path: file.shownPath, bytes: file.bytes, state, isTaken }
  })
}

/** Nothing is written, into no file of the quarantine and into no vault. */
async function tryLoad(
  context: StepContext<Loaded>,
  request: LoadRequest,
  found: readonly FoundFile[],
): Promise<StepEnding> {
  const { session } = context
  const { contract, privacy } = request
  const unjudged = new Set<string>()
  for (const { name, check } of contract.rules) {
    if (check.kind !== 'foreign-key' || (await session.relations.find(check.to))) continue
    unjudged.add(name)
  }
  const rules = contract.rules.filter(({ name }) => !unjudged.has(name))
  const outcome = await session.load({
    ...request,
    contract: { ...contract, rules },
    privacy: privacy && { key: privacy.key, keepTokens: () => Promise.resolve() },
  })
  for (const item of outcome.diagnostics) warn(context, item)
  const { files, sample, isRefused } = outcome
  const rows = sum(outcome, 'rowsLoaded')
  const wouldBe = { found, isRefused, unjudged: [...unjudged] }
  const message = `WOULD LOAD ${rows}`
  return {
    status: 'success',
    message,
    response: { message, code: 'LOAD', rowsAffected: 0 },
    load: { files, sample, wouldBe },
  }
}

function upToDate({ files }: Inspection, found: readonly FoundFile[]): StepEnding {
  const count = files.length === 1 ? 'its file was' : `its ${files.length} files were`
  return {
    status: 'success',
    message: `UP TO DATE: ${count} loaded before`,
    response: { message: 'LOAD 0', code: 'LOAD', rowsAffected: 0 },
    ...(found.length > 0 && {
      load: { files: [], sample: [], wouldBe: { found, isRefused: false, unjudged: [] } },
    }),
  }
}

function endingOf(context: StepContext<Loaded>, outcome: LoadOutcome): StepEnding {
  const { node, session } = context
  for (const item of outcome.diagnostics) warn(context, item)
  const rows = sum(outcome, 'rowsLoaded')
  const load = { files: outcome.files, sample: outcome.sample }
  if (outcome.isRefused) {
    const error = refused(node, outcome)
    return { status: 'error', message: error.message, diagnostics: [error], load }
  }
  const { database, schema, identifier: name } = node
  session.relations.add({ database, schema, name, type: 'table' })
  context.state.loaded.add(node.id)
  const message = `LOAD ${rows}`
  return {
    status: 'success',
    message,
    response: { message, code: 'LOAD', rowsAffected: rows },
    load,
  }
}

function refused(node: Loaded, outcome: LoadOutcome) {
  const { errorAbove = 0, per } = node.load.contract.limits
  const worst = (a: LoadOutcome['files'][number], b: typeof a): number =>
    b.rowsRejected / Math.max(1, b.rowsRead) - a.rowsRejected / Math.max(1, a.rowsRead)
  const file = per === 'file' ? [...outcome.files].sort(worst)[0] : undefined
  return diagnostic('load-reject-limit', {
    name: file ? file.file.shownPath : `${node.sourceName}.${node.name}`,
    rejected: file?.rowsRejected ?? sum(outcome, 'rowsRejected'),
    read: file?.rowsRead ?? sum(outcome, 'rowsRead'),
    limit: errorAbove,
  })
}

function sum({ files }: LoadOutcome, key: 'rowsLoaded' | 'rowsRejected' | 'rowsRead'): number {
  return files.reduce((total, file) => total + file[key], 0)
}

function warn({ node, session }: StepContext<Loaded>, item: ReturnType<typeof diagnostic>): void {
  const { message } = item
  session.log({ type: 'logged', level: 'warn', message, node: node.id, diagnostic: item })
}
