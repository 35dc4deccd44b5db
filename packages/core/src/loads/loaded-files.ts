import type { InputFile } from '@btn/adapter'
import { loggedName, type AuditLog } from '../audit/index.ts'
import type { LoadSpec, SourceTable } from '../types/index.ts'

/** A file whose rows are in the table. */
export interface LoadedFile {
  readonly path: string
  readonly checksum: string
  readonly contractHash: string
  /** True for those of the newest load. */
  readonly isNewest: boolean
}

/** What the audit log knows of a table's files; of one partition, where there is one. */
export async function readLoadedFiles(
  audit: AuditLog,
  source: Pick<SourceTable, 'schema' | 'identifier'>,
  partition: string | undefined,
): Promise<readonly LoadedFile[]> {
  if (!(await audit.isThere())) return []
  const relation = audit.literal(loggedName(source))
  const date = partition === undefined ? 'null' : `${audit.literal(partition)}::date`
  const { rows } = await audit.query(
    `select file_path, checksum, contract_hash, run_id = first(run_id) over (order by "at" desc, load_id desc) ` +
      `from ${audit.name('last_loads')} where relation = ${relation} and phase = 'done' ` +
      `and partition is not distinct from ${date} order by "at" desc, load_id desc`,
  )
  return rows.map(([path, checksum, contractHash, isNewest]) => ({
    path: String(path),
    checksum: String(checksum),
    contractHash: String(contractHash),
    isNewest: isNewest === true,
  }))
}

/**
 * Every load of each file so far, by its path, also those that were refused: what the file has now takes the place of their rows. Only
 * tables that keep rows of earlier loads need to know.
 */
export async function readEarlierLoads(
  audit: AuditLog,
  source: Pick<SourceTable, 'schema' | 'identifier' | 'load'>,
): Promise<ReadonlyMap<string, readonly bigint[]>> {
  const { load } = source
  const isKept = load?.strategy.kind === 'append' || load?.strategy.kind === 'upsert'
  if (!isKept || !(await audit.isThere())) return new Map()
  const relation = audit.literal(loggedName(source))
  const { rows } = await audit.query(
    `select distinct file_path, load_id from ${audit.name('loads')} where relation = ${relation} and load_id is not null order by load_id`,
  )
  const loads = new Map<string, bigint[]>()
  for (const [path, id] of rows) {
    const ids = loads.get(String(path)) ?? []
    loads.set(String(path), [...ids, BigInt(String(id))])
  }
  return loads
}

export interface ChosenFiles {
  readonly files: readonly InputFile[]
  /** Files with the content of another one. */
  readonly repeated: readonly { readonly file: InputFile; readonly like: InputFile }[]
}

/** Which files are to be loaded: none twice, and none whose rows are in the table under the rules of today. */
export function chooseFiles(
  found: readonly InputFile[],
  loaded: readonly LoadedFile[],
  { strategy, once, hash }: Pick<LoadSpec, 'strategy' | 'once' | 'hash'>,
): ChosenFiles {
  const { files, repeated } = once ? withoutRepeated(found) : { files: found, repeated: [] }
  if (strategy.kind === 'replace' || strategy.kind === 'partition') {
    const newest = loaded.filter((it) => it.isNewest)
    return { files: isSame(files, newest, hash) ? [] : files, repeated }
  }
  const isKnown = (file: InputFile): boolean =>
    loaded.some(
      (it) =>
        it.checksum === file.checksum &&
        // New rules are applied to files that can be loaded again without doubling a row.
        (strategy.kind === 'upsert' || it.contractHash === hash || it.path !== file.shownPath),
    )
  return { files: files.filter((file) => !isKnown(file)), repeated }
}

function isSame(files: readonly InputFile[], loaded: readonly LoadedFile[], hash: string): boolean {
  if (files.length !== loaded.length) return false
  const byPath = new Map(loaded.map((it) => [it.path, it]))
  return files.every((file) => {
    const before = byPath.get(file.shownPath)
    return before?.checksum === file.checksum && before.contractHash === hash
  })
}

function withoutRepeated(found: readonly InputFile[]): ChosenFiles {
  const first = new Map<string, InputFile>()
  const repeated: { file: InputFile; like: InputFile }[] = []
  for (const file of found) {
    const like = first.get(file.checksum)
    if (like) repeated.push({ file, like })
    else first.set(file.checksum, file)
  }
  return { files: [...first.values()], repeated }
}
