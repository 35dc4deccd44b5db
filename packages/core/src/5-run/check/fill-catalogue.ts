import { DatabaseError, type SqlColumn } from '@btn/adapter'
import { DiagnosticError, type Diagnostic } from '@btn/diagnostics'
import { AUDIT_SCHEMA, needsAudit } from '../../audit/index.ts'
import { defineAudit } from '../../audit/define-audit.ts'
import { findExternalLocation } from '../../context/external-location.ts'
import { declaredColumns, loadedColumns, type KnownColumns } from '../../lineage/known-columns.ts'
import { quarantineOf } from '../../loads/request.ts'
import type { Node, NodeCheck, NodeId, Seed, SourceTable } from '../../types/index.ts'
import { buildFunction } from '../steps/build-function.ts'
import { runHook } from '../steps/run-hook.ts'
import { relationOf, schemasOf } from './node-relation.ts'
import { checkDescribed } from './check-described.ts'
import { seedRequest } from './known-rows.ts'
import type { Checker } from './checker.ts'
import type { CheckWorker } from './worker.ts'

/** Makes what is there before the first model: schemas, functions, what hooks make, seeds, sources. */
export async function fillCatalogue(
  checker: Checker,
  worker: CheckWorker,
  wanted: ReadonlySet<NodeId>,
): Promise<void> {
  const { manifest } = checker.input
  for (const schema of schemasOf(manifest)) checker.catalogue.makeSchema(schema)
  makeAudit(checker)
  await makeQuarantine(checker)
  const nodes = [...manifest.nodes.values()]
  for (const node of nodes) {
    if (node.kind === 'operation' && node.when === 'on-run-start')
      await prepare(checker, worker, node)
  }
  for (const node of nodes) {
    if (node.kind === 'function' && wanted.has(node.id)) await prepare(checker, worker, node)
  }
  for (const node of nodes) {
    if (node.kind !== 'seed') continue
    const seed = await knowSeed(checker, node)
    checker.nodes.set(node.id, seed)
    checker.report(node, checkDescribed(checker.input, node, seed))
  }
  for (const node of nodes) {
    if (node.kind === 'source' && wanted.has(node.id) && !checker.nodes.has(node.id))
      checker.nodes.set(node.id, await knowSource(checker, node))
  }
}

/** btn's own log, where the project has one. */
function makeAudit({ catalogue, input }: Checker): void {
  const { manifest, dialect, database } = input
  const isRead = [...manifest.nodes.values()].some((it) => 'audits' in it && it.audits)
  if (!isRead && !needsAudit(manifest)) return
  // The schema is named behind the tables, where an older log is changed.
  catalogue.makeSchema({ database, schema: AUDIT_SCHEMA })
  for (const sql of defineAudit(dialect, database, new Set())) catalogue.engine.putOff(sql)
}

/** The tables of rejected rows, which models may read. */
async function makeQuarantine({ catalogue, input, nodes }: Checker): Promise<void> {
  for (const node of input.manifest.nodes.values()) {
    if (node.kind !== 'source' || !node.load?.quarantine.hasTable) continue
    const relation = quarantineOf(node)
    catalogue.makeSchema(relation)
    const columns = await catalogue.learn(['quarantine'], async () => {
      const { quarantineColumns } = await catalogue.engine.empty()
      return catalogue.makeAs(relation, quarantineColumns)
    })
    catalogue.make(relation, columns)
    for (const id of catalogue.owners.of(relation)) nodes.set(id, known(columns))
  }
}

/** What cannot be done here may be missed by queries: then they are not accused. */
async function prepare(checker: Checker, worker: CheckWorker, node: Node): Promise<void> {
  worker.begin()
  const done = await checker.attempt({ node }, worker, (context) =>
    node.kind === 'function'
      ? buildFunction(context, {
          kind: 'build-function',
          node: node.id,
          after: [],
          rendering: { when: 'at-plan' },
        })
      : runHook(context, {
          kind: 'run-hook',
          node: node.id,
          after: [],
          name: node.name,
        }),
  )
  if ('mistakes' in done || worker.hasMissed) checker.isComplete = false
  if ('mistakes' in done && node.kind === 'function')
    checker.report(node, done.mistakes.filter(isCertain))
  if (worker.sent === '') return
  checker.catalogue.cache.mix(worker.sent)
  await noteMade(checker)
}

/** What a function is in want of may be made by what is not done here. */
function isCertain({ code, message }: Diagnostic): boolean {
  return code !== 'database-error' || message.startsWith('Parser Error')
}

/** Hooks make tables of their own, which templates ask for. */
async function noteMade({ catalogue, input }: Checker): Promise<void> {
  const { catalog } = await catalogue.engine.database()
  const schemas = schemasOf(input.manifest)
  for (const relation of await catalog.listRelationsIn(catalogue.engine, schemas))
    if (!catalogue.relations.find(relation)) catalogue.relations.add(relation)
}

async function knowSeed(checker: Checker, node: Seed): Promise<NodeCheck> {
  const { input, catalogue } = checker
  const relation = relationOf(node)
  if (!relation) throw new Error(`${node.id} is no relation`)
  const request = { ...seedRequest(input, node, relation), isEmpty: true }
  // What is too large to be hashed is known by its size and its time.
  const stat = node.checksumOf === 'path' ? input.host.findStat(request.path) : undefined
  const basis = ['seed', node.checksum, JSON.stringify([stat, { ...request, path: '' }])]
  try {
    const columns = await catalogue.learn(basis, async () => {
      const database = await catalogue.engine.database()
      await database.loadSeed(await catalogue.engine.connection(), request)
      return catalogue.columnsOf(relation)
    })
    catalogue.make(relation, columns)
    return known(columns)
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error
    checker.report(node, error.diagnostics)
    return { kind: 'broken' }
  }
}

async function knowSource(checker: Checker, node: SourceTable): Promise<NodeCheck> {
  const { catalogue, input } = checker
  const relation = relationOf(node)
  if (!relation) throw new Error(`${node.id} is no relation`)
  const [owner] = catalogue.owners.of(relation)
  if (owner !== undefined && owner !== node.id) {
    const made = checker.nodes.get(owner)
    if (made?.kind === 'checked') return standIn(owner, made)
  }
  const catalogued = input.catalogued.get(node.id)
  const found =
    loadedColumns(node) ??
    (await columnsOfFile(checker, node)) ??
    (catalogued && { columns: catalogued, isPartial: false }) ??
    declaredColumns(node.columns)
  return found ? make(checker, node, found) : unknown
}

/** A source that is what a seed of the project makes. */
function standIn(owner: NodeId, made: Extract<NodeCheck, { kind: 'checked' }>): NodeCheck {
  const columns = made.columns.map(({ name, type }) => ({
    name,
    type,
    from: [{ node: owner, column: name, how: 'copied' as const }],
  }))
  return { ...made, columns }
}

const unknown: NodeCheck = { kind: 'unchecked', because: { why: 'source-unknown' } }

async function make(
  { catalogue }: Checker,
  node: SourceTable,
  { columns, isPartial }: KnownColumns,
): Promise<NodeCheck> {
  const relation = relationOf(node)
  if (!relation) throw new Error(`${node.id} is no relation`)
  try {
    return known(await catalogue.makeAs(relation, columns), isPartial ? node.id : undefined)
  } catch (error) {
    // A type that the engine does not know, of another database.
    if (error instanceof DatabaseError) return unknown
    throw error
  }
}

/** What a file on this machine has. */
async function columnsOfFile(
  { catalogue }: Checker,
  node: SourceTable,
): Promise<KnownColumns | undefined> {
  const location = findExternalLocation(node)
  if (location === undefined) return undefined
  try {
    const columns = await catalogue.describeText(`select * from ${location}`)
    return { columns, isPartial: false }
  } catch (error) {
    if (error instanceof DatabaseError) return undefined
    throw error
  }
}

function known(columns: readonly SqlColumn[], partial?: NodeId): NodeCheck {
  return {
    kind: 'checked',
    columns: columns.map(({ name, type }) => ({ name, type, from: [] })),
    uses: [],
    ...(partial && { doubt: { node: partial, why: 'declared-only' } }),
  }
}
