import { basename, dirname, isAbsolute, join } from 'node:path'
import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import { toText } from '@btn/jinja'
import {
  privateRelation,
  publicRelation,
  type StagedNode,
  type Staging,
} from '../../publish/index.ts'
import type { NodeScope } from '../../context/runtime.ts'
import type { RunInput } from '../run-input.ts'
import type { NodeSession } from '../session.ts'

/** A file that is written beside its place, and what reads it once it is there. */
export interface StagedFile {
  /** Absolute. */
  readonly staged: string
  readonly final: string
  readonly checksum: string
  /** Makes the view over the file, or over all files of the partitions. */
  readonly view: string
}

export interface FileWork {
  readonly input: RunInput
  readonly session: NodeSession
  /** Of the model under its public name. */
  readonly scope: NodeScope
}

/** Writes the rows of a staged model to a file that nobody reads yet. */
export async function writeStagedFile(
  { input, session, scope }: FileWork,
  node: StagedNode,
  { day }: Pick<Staging, 'day'>,
): Promise<StagedFile> {
  const [location = '', options = '', reader = '', format = 'parquet'] = await askMacro(scope)
  const own = node.partition ? partitionOf(location, format, node.partition.by, day?.date) : {}
  const { final, pattern } = { final: location, pattern: location, ...own }
  const path = isAbsolute(final) ? final : join(input.projectRoot, final)
  removeLeftovers(input, path)
  const staged = join(dirname(path), `.${basename(path)}.btn-${input.host.newId()}`)
  const next = input.dialect.name(privateRelation(node))
  input.host.makeFolder(dirname(path))
  const columns = node.partition ? null : await fillIfEmpty(session, scope, node, next)
  const order = node.partition?.orderBy ?? []
  const rows = order.length === 0 ? next : `(select * from ${next} order by ${order.join(', ')})`
  await session.exportTable({ table: rows, location: staged, options })
  checkPlace(input, { staged, final: path }, final)
  const read = readerOf(reader, location, pattern, node.partition !== undefined)
  const target = { ...publicRelation(node), type: 'view' as const }
  const view = toText(
    await scope.callMacro('btn_external_view', [{ relation: target }, read, columns]),
  )
  return { staged, final: path, checksum: input.host.checksum(staged) ?? '', view }
}

/** What cannot be given its name must not be committed. */
function checkPlace(
  { host }: RunInput,
  { staged, final }: Pick<StagedFile, 'staged' | 'final'>,
  shown: string,
): void {
  if (!host.findStat(final)?.isDirectory || host.findStat(staged)?.isDirectory) return
  host.remove(staged)
  const hint = 'Make room for it there, or give the model another location.'
  const params = { path: shown, problem: 'it is a folder' }
  throw new DiagnosticError(diagnostic('file-not-written', params, { hint }))
}

async function askMacro(scope: NodeScope): Promise<readonly string[]> {
  const value = await scope.callMacro('btn_external_file')
  return Array.isArray(value) ? value.map((it) => (it === null ? '' : toText(it))) : []
}

/** One file for each day, in a folder that names it: other days are other files. */
function partitionOf(location: string, format: string, by: string, date: string | undefined) {
  const folder = location.replace(/\/+$/, '')
  const file = `data.${format}`
  return {
    final: `${folder}/${by}=${date ?? ''}/${file}`,
    pattern: `${folder}/${by}=*/${file}`,
  }
}

/** What killed runs left beside the file. Whoever is to be rolled forward has been by now. */
function removeLeftovers({ host }: RunInput, path: string): void {
  const prefix = `.${basename(path)}.btn-`
  for (const file of host.listFiles(dirname(path))) {
    // DuckDB writes below a name of its own first, and leaves that where the disk is full.
    if (file.path.replace(/^tmp_/, '').startsWith(prefix))
      host.remove(join(dirname(path), file.path))
  }
}

/** A file of no rows would have no types: one row of nulls stands in it, and the view leaves it out. */
async function fillIfEmpty(session: NodeSession, scope: NodeScope, node: StagedNode, next: string) {
  const { table } = await session.query(`select count(*) from ${next}`)
  if (Number(table.rows[0]?.[0] ?? 0) > 0) return null
  const relation = { relation: privateRelation(node) }
  const columns = await scope.callMacro('get_columns_in_relation', [relation])
  await session.execute(toText(await scope.callMacro('btn_external_filler', [relation])))
  return columns
}

/** The partition's column stands in the files: its name in the path is for people. */
function readerOf(
  reader: string,
  location: string,
  pattern: string,
  isPartitioned: boolean,
): string {
  if (!isPartitioned) return reader
  const read = reader.replace(`'${location}'`, () => `'${pattern}'`).trimEnd()
  return read.replace(/\)$/, ', hive_partitioning=false)')
}
