import type { LoadRequest } from '@btn/adapter'
import type { AuditLog } from '../../audit/index.ts'
import { readLoadedFiles } from '../../loads/loaded-files.ts'
import type { FoundFile, LoadedSource } from '../../types/index.ts'
import type { StepContext, StepEnding } from '../step-context.ts'
import { partitionOf, sum, warn, type Chosen } from './load-context.ts'

// `btn load --dry-run`: what a load would do.

/** What is known of each file that was found. */
export async function describeFiles(
  context: StepContext<LoadedSource>,
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
export async function tryLoad(
  context: StepContext<LoadedSource>,
  request: LoadRequest,
  found: readonly FoundFile[],
): Promise<StepEnding> {
  const { session, node } = context
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
    // Rows that are kept in the vault cannot be tried without it.
    ...(!privacy?.keepRaw && { mended: { form: node.load, beforeCommit: () => [] } }),
  })
  for (const item of outcome.diagnostics) warn(context, item)
  const { files, sample, isRefused, mended } = outcome
  const rows = sum(outcome, 'rowsLoaded') + (mended?.rowsLoaded ?? 0)
  const wouldBe = { found, isRefused, unjudged: [...unjudged] }
  const message = `WOULD LOAD ${rows}`
  return {
    status: 'success',
    message,
    response: { message, code: 'LOAD', rowsAffected: 0 },
    load: { files, sample, wouldBe, ...(mended && { mended }) },
  }
}
