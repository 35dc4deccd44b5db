import type { FileSet, Inspection } from '@btn/adapter'
import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import type { AuditLog } from '../../audit/index.ts'
import { absolutePath, toFileSet } from '../../loads/find-missing-input.ts'
import { isLoadedSource } from '../../loads/loaded-sources.ts'
import { chooseFiles, readEarlierLoads, readLoadedFiles } from '../../loads/loaded-files.ts'
import { contractHashOf } from '../../privacy/for-load.ts'
import { asKeysAllow } from '../../privacy/without-key.ts'
import { toRequest } from '../../loads/request.ts'
import type { LoadedSource, LoadSource } from '../../types/index.ts'
import { loadAudited, noteSkipped } from '../load/load-audited.ts'
import { partitionOf, warn } from '../load/load-context.ts'
import { endingOf, upToDate } from '../load/load-ending.ts'
import { describeFiles, tryLoad } from '../load/try-load.ts'
import { withPlaces } from '../load/with-places.ts'
import type { StepContext, StepEnding, StepHandler } from '../step-context.ts'

/** Reads the files of a source into its table, by its contract. */
export const loadSource: StepHandler<LoadSource> = async (context) => {
  if (!isLoaded(context)) throw new Error(`${context.node.id} has no load`)
  const { audit } = context.state.input
  if (!audit) throw new Error('loads are written down, and there is no audit log')
  context.startExecution()
  const { source, diagnostics } = asKeysAllow(context.node, context.state.input.privacy)
  for (const item of diagnostics) warn(context, item)
  const loaded = { ...context, node: source }
  return withPlaces(loaded, async () => {
    const inspection = await context.session.inspect(fileSet(loaded))
    try {
      return await loadFiles(loaded, audit, inspection)
    } finally {
      await inspection.close()
    }
  })
}

function isLoaded(context: StepContext): context is StepContext<LoadedSource> {
  return isLoadedSource(context.node)
}

function fileSet({ node, state }: StepContext<LoadedSource>): FileSet {
  const { date, projectRoot } = state.input
  const isDated = node.load.from.some((it) => it.includes('{date}'))
  if (isDated && date === undefined) {
    const name = `${node.sourceName}.${node.name}`
    throw new DiagnosticError(diagnostic('load-needs-date', { name }))
  }
  return toFileSet(node.load, { projectRoot, date })
}

async function loadFiles(
  context: StepContext<LoadedSource>,
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
function mustJudgeAgain({ node, state }: StepContext<LoadedSource>): boolean {
  const { contract, strategy } = node.load
  if (strategy.kind === 'append' || strategy.kind === 'upsert') return false
  return contract.rules.some(
    ({ check }) =>
      check.kind === 'foreign-key' && check.node !== undefined && state.loaded.has(check.node),
  )
}
