import type { Database, Dialect } from '@btn/adapter'
import { loggedName, type AuditLog } from '../audit/index.ts'
import { findDatedFiles } from '../loads/find-dates.ts'
import type { Host } from '../host.ts'
import type { LoadedSource, Manifest, Model, NodeId, Plan } from '../types/index.ts'
import { absolutePath } from '../loads/find-missing-input.ts'
import { isLoadedSource } from '../loads/loaded-sources.ts'
import { readReplays } from '../loads/read-replays.ts'
import { codeOf } from './code-of.ts'
import { readPartition } from './read-publish.ts'

/** A date that is to be built, and why. */
export interface DueDate {
  readonly date: string
  readonly state: 'missing' | 'failed' | 'stale'
  readonly because: string
}

export interface DueRequest {
  readonly manifest: Manifest
  readonly plan: Plan
  readonly audit: AuditLog
  readonly database: Database
  readonly dialect: Dialect
  readonly host: Host
  readonly projectRoot: string
}

/** The dates that have files, in order, without those whose partitions were made of these files by the models of today. */
export async function findDueDates(request: DueRequest): Promise<readonly DueDate[]> {
  const { manifest, plan, database, projectRoot } = request
  const nodes = plan.steps.flatMap((step) => manifest.nodes.get(step.node) ?? [])
  const sources = nodes.filter(isLoadedSource)
  const models = nodes.filter((it): it is Model => it.kind === 'model' && !!readPartition(it))
  const due = new Map<string, DueDate>()
  const known = await readKnown(request.audit)
  for (const source of sources) {
    const replays = await readReplays(request, source)
    const readers = models.filter((model) => isMadeOf(manifest, model, source))
    for (const file of await findDatedFiles(database, source.load, projectRoot)) {
      const found =
        judgeFile(request, source, file, known) ??
        models.flatMap((model) => judgeModel(model, file.date, known) ?? [])[0] ??
        judgeReplay(readers, file, { known, replays })
      if (found && !due.has(file.date)) due.set(file.date, found)
    }
  }
  return [...due.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** Whether a model reads a table, or reads what is made of it. */
function isMadeOf({ parents }: Manifest, model: Model, source: LoadedSource): boolean {
  const seen = new Set<NodeId>()
  const open: NodeId[] = [model.id]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === source.id) return true
    if (seen.has(id)) continue
    seen.add(id)
    open.push(...(parents.get(id) ?? []))
  }
  return false
}

interface Known {
  /** By relation, date and path. */
  readonly loads: ReadonlyMap<string, { readonly phase: string; readonly checksum: string }>
  /** By relation and date. */
  readonly partitions: ReadonlyMap<string, Partition>
}

interface Partition {
  readonly phase: string
  readonly inputs: string
  readonly at: Date
}

interface DatedFile {
  readonly date: string
  readonly shownPath: string
}

async function readKnown(audit: AuditLog): Promise<Known> {
  if (!(await audit.isThere())) return { loads: new Map(), partitions: new Map() }
  const loads = await audit.query(
    `select relation, partition::varchar, file_path, phase, checksum from ${audit.name('last_loads')} where partition is not null`,
  )
  const partitions = await audit.query(
    `select relation, partition::varchar, phase, inputs, epoch_ms("at") from ${audit.name('last_partitions')} where partition is not null`,
  )
  const key = (...parts: readonly unknown[]): string => parts.map(String).join('\n')
  return {
    loads: new Map(
      loads.rows.map(([relation, date, path, phase, checksum]) => [
        key(relation, date, path),
        { phase: String(phase), checksum: String(checksum) },
      ]),
    ),
    partitions: new Map(
      partitions.rows.map(([relation, date, phase, inputs, at]) => [
        key(relation, date),
        { phase: String(phase), inputs: String(inputs), at: new Date(Number(at)) },
      ]),
    ),
  }
}

function judgeFile(
  { host, projectRoot }: DueRequest,
  source: LoadedSource,
  { date, shownPath }: DatedFile,
  { loads }: Known,
): DueDate | undefined {
  const before = loads.get(`${loggedName(source)}\n${date}\n${shownPath}`)
  if (!before) return { date, state: 'missing', because: `${shownPath} was never loaded` }
  if (before.phase !== 'done')
    return { date, state: 'failed', because: `${shownPath} could not be loaded` }
  const checksum = host.checksum(absolutePath(shownPath, projectRoot))
  if (checksum === before.checksum) return undefined
  return { date, state: 'stale', because: `${shownPath} has changed` }
}

function judgeModel(model: Model, date: string, { partitions }: Known): DueDate | undefined {
  const before = partitions.get(`${loggedName(model)}\n${date}`)
  if (!before) return { date, state: 'missing', because: `${model.name} was never built` }
  if (before.phase !== 'published')
    return { date, state: 'failed', because: `${model.name} was not published` }
  if (before.inputs === codeOf(model)) return undefined
  return { date, state: 'stale', because: `${model.name} has changed` }
}

interface Replayed {
  readonly known: Known
  /** By path. */
  readonly replays: ReadonlyMap<string, Date>
}

/** Rows of the quarantine may have come into a table after it was read. */
function judgeReplay(
  readers: readonly Model[],
  { date, shownPath }: DatedFile,
  { known, replays }: Replayed,
): DueDate | undefined {
  const replayed = replays.get(shownPath)
  const isOlder = (model: Model): boolean => {
    const built = known.partitions.get(`${loggedName(model)}\n${date}`)
    return replayed !== undefined && built !== undefined && built.at < replayed
  }
  if (!readers.some(isOlder)) return undefined
  return { date, state: 'stale', because: `rows of ${shownPath} were replayed` }
}
