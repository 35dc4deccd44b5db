import type {
  Inspection,
  LoadRequest,
  LoadStrategy,
  Relation,
  ReplayRequest,
  Rule,
  RowContract,
} from '@btn/adapter'
import { privacyOf, toProtection } from '../privacy/for-load.ts'
import type { RunInput } from '../5-run/index.ts'
import type { LoadedSource, LoadSpec, Node, RuleSpec, SourceTable } from '../types/index.ts'
import { qualifyFunctions } from './sql-texts.ts'

export const QUARANTINE_SCHEMA = 'btn_quarantine'

interface RequestOptions {
  readonly files: LoadRequest['files']
  readonly inspection: Inspection
  readonly input: RequestInput
  /** The path of a quarantine file: absolute, with the date of the run. */
  fill(path: string): string
}

/** What of a run decides what the database is asked to do. */
export type RequestInput = Pick<
  RunInput,
  'manifest' | 'dialect' | 'date' | 'host' | 'loading' | 'privacy'
>

/** What the database is asked to do. */
export function toRequest(
  source: LoadedSource,
  { files, inspection, input, fill }: RequestOptions,
): LoadRequest {
  return {
    ...toJudgement(source, input, fill),
    files,
    inspection,
    rename: source.load.rename,
    drift: source.load.drift,
    isDryRun: input.loading?.isDryRun ?? false,
    beforeCommit: () => [],
    onRefused: () => [],
  }
}

type Judgement = Omit<
  ReplayRequest,
  'from' | 'form' | 'rename' | 'where' | 'replayedAt' | 'beforeCommit'
>

/** How rows get into the table, wherever they come from. */
export function toJudgement(
  source: LoadedSource,
  input: RequestInput,
  fill: (path: string) => string,
): Judgement {
  return { ...toTerms(source, input, fill), privacy: privacyOf(source, input.privacy) }
}

/** The same without secrets: what a row must be like. */
export function toTerms(
  source: LoadedSource,
  input: RequestInput,
  fill: (path: string) => string,
): Omit<Judgement, 'privacy'> {
  const { load } = source
  const { date, host, dialect } = input
  const write = sqlWriter(source, input)
  return {
    relation: relationOf(source),
    columns: [...source.columns.values()].map(({ name, dataType }) => {
      const protect = toProtection(load.personal[name])
      return {
        name,
        ...(dataType !== undefined && { dataType }),
        ...(protect && { protect }),
      }
    }),
    strategy: toStrategy(load, dialect, date),
    lineage: load.lineage,
    loadedAt: host.now(),
    ...(date !== undefined && { date }),
    contract: toContract(load, input, write),
    quarantine: {
      ...(load.quarantine.hasTable && { table: quarantineOf(source) }),
      files: load.quarantine.files.map((file) => ({
        ...file,
        path: fill(file.path),
        columns: file.columns.map((it) =>
          it.kind === 'named' ? { ...it, sql: write(it.sql) } : it,
        ),
      })),
    },
  }
}

/** Where the rejected rows of a table are kept. */
export function quarantineOf({ database, sourceName, name }: SourceTable): Relation {
  return { database, schema: QUARANTINE_SCHEMA, name: `${sourceName}__${name}` }
}

function relationOf(node: Node): Relation {
  if (node.kind === 'source')
    return { database: node.database, schema: node.schema, name: node.identifier }
  if (!('alias' in node)) throw new Error(`${node.id} is no relation`)
  return { database: node.database, schema: node.schema, name: node.alias }
}

function toStrategy(
  { strategy }: LoadSpec,
  dialect: RequestInput['dialect'],
  date: string | undefined,
): LoadStrategy {
  if (strategy.kind === 'upsert') return { kind: 'upsert', key: strategy.key }
  if (strategy.kind !== 'partition') return { kind: strategy.kind }
  const value = `${dialect.literal(date ?? '')}::date`
  return { kind: 'partition', column: strategy.column, value }
}

type WriteSql = (sql: string) => string

/** SQL as the user wrote it, with the full names of the project's functions. */
function sqlWriter({ dependsOn }: SourceTable, { manifest, dialect }: RequestInput): WriteSql {
  const functions = new Map<string, string>()
  for (const id of dependsOn?.nodes ?? []) {
    const node = manifest.nodes.get(id)
    if (node?.kind === 'function') functions.set(node.name, dialect.name(relationOf(node)))
  }
  return functions.size === 0 ? (sql) => sql : (sql) => qualifyFunctions(sql, functions)
}

function toContract({ contract }: LoadSpec, input: RequestInput, write: WriteSql): RowContract {
  const { clean, dedupe, rules } = contract
  const cleaners = Object.entries(clean).map(([column, it]) => [
    column,
    it.kind === 'sql' ? { ...it, sql: write(it.sql) } : it,
  ])
  return {
    ...contract,
    clean: Object.fromEntries(cleaners),
    ...(dedupe && { dedupe: { ...dedupe, prefer: dedupe.prefer.map(write) } }),
    rules: rules.map((rule) => toRule(rule, input, write)),
  }
}

function toRule({ place: _, ...rule }: RuleSpec, input: RequestInput, write: WriteSql): Rule {
  const { manifest } = input
  const { check, repair } = rule
  const repaired = repair && {
    repair: Object.fromEntries(Object.entries(repair).map(([name, sql]) => [name, write(sql)])),
  }
  if (check.kind === 'sql')
    return { ...rule, ...repaired, check: { ...check, sql: write(check.sql) } }
  if (check.kind === 'unique') return { ...rule, ...repaired, check }
  const { node, to: _to, where, ...key } = check
  const other = node && manifest.nodes.get(node)
  if (!other) throw new Error(`the foreign key of ${rule.name} was not resolved`)
  const conditions = [
    ...(where === undefined ? [] : [write(where)]),
    ...ofSamePartition(other, input),
  ]
  const condition = conditions.length > 0 && { where: conditions.join(' and ') }
  return { ...rule, ...repaired, check: { ...key, to: relationOf(other), ...condition } }
}

/** Rows of a day refer to rows of the same day, where the other table has days, too. */
function ofSamePartition(other: Node, { dialect, date }: RequestInput): readonly string[] {
  const strategy = other.kind === 'source' ? other.load?.strategy : undefined
  if (strategy?.kind !== 'partition' || date === undefined) return []
  return [`${dialect.quote(strategy.column)} = ${dialect.literal(date)}::date`]
}
