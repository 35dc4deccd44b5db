import { randomUUID } from 'node:crypto'
import type { Rule, RowContract } from '@btn/adapter'
import { cleanSql, isoSql, type CleanContext } from './clean-sql.ts'
import {
  isPersonal,
  rawFields,
  type Layout,
  type LineageColumn,
  type TableColumn,
} from './layout.ts'
import {
  BROKEN,
  changedName,
  identityName,
  list,
  literal,
  maskName,
  preferenceName,
  quote,
  RAW,
  ROW,
  TEXT,
} from './names.ts'
import { isChangedSql, keptSql, protectSql } from './protect-sql.ts'
import { hasReason, isRejecting, maskNames, type Reason } from './reasons.ts'

/** Where rows come from. Several make one stage, in their order. */
export interface Branch {
  /** What follows FROM. */
  readonly from: string
  /** SQL of columns that travel with a row and are not judged, by name; all branches have the same. */
  readonly carried: Readonly<Record<string, string>>
  /** SQL of the texts as read, by field of `raw`; a field that is not here is NULL. */
  readonly raw: Readonly<Record<string, string>>
  /** SQL of what cleaners see, by column of the table. */
  readonly values: Readonly<Record<string, string>>
  /** Every value is as it was read. */
  readonly isAsRead: boolean
}

/** All that the SQL of a stage is made of. */
export interface StagePlan {
  readonly layout: Layout
  readonly branches: readonly Branch[]
  readonly contract: RowContract
  readonly reasons: readonly Reason[]
  readonly context: CleanContext
  /** SQL of a lineage column, over what the branches carry. */
  readonly lineage: (column: LineageColumn) => string
}

/**
 * The query that cleans, types and judges every row as it is read: one column for each of the table, then lineage, then private ones. Rules over
 * several rows are judged later.
 */
export function stageSql(plan: StagePlan): string {
  return finalLevel(plan, judgedScope(plan))
}

/** Every row with its values as they are, and with what is wrong with it. */
export function judgedScope(plan: StagePlan): string {
  return judgeLevels(plan, rulesScope(plan))
}

/** What cleaners are written over: the texts as read. */
export function textsScope(plan: StagePlan): string {
  return plan.branches.map((it) => branchLevel(plan, it)).join(' union all ')
}

/** What rules are written over: cleaned and typed values, and the texts as read. */
export function rulesScope(plan: StagePlan): string {
  return typeLevel(plan, cleanLevel(plan, textsScope(plan)))
}

/** Reads a branch under the names that users know. */
function branchLevel({ layout }: StagePlan, branch: Branch): string {
  const fields = rawFields(layout).map(
    (it) => `${quote(it)} := ${branch.raw[it] ?? 'null::varchar'}`,
  )
  const values = layout.columns.map(({ name, fallback = 'null::varchar' }) =>
    aliased(branch.values[name] ?? fallback, name),
  )
  const carried = Object.entries(branch.carried).map(([name, sql]) => aliased(sql, name))
  return `select ${list([...carried, aliased(`struct_pack(${list(fields)})`, layout.raw), ...values])} from ${branch.from}`
}

function cleanLevel(plan: StagePlan, inner: string): string {
  const { columns } = plan.layout
  if (columns.every(({ cleaner }) => !cleaner)) return inner
  const cleaned = columns.map(({ name, cleaner }) =>
    aliased(cleanSql(name, cleaner, plan.context), name),
  )
  return `select ${list([...passedOn(plan), ...cleaned])} from (${inner})`
}

function typeLevel(plan: StagePlan, inner: string): string {
  const { columns } = plan.layout
  const typed = columns.map((column) => aliased(typedSql(column), column.name))
  const words = maskNames(plan.reasons).map((name, word) => {
    const bits = plan.reasons.flatMap(({ test, bit, word: at }) => {
      const column = test.kind === 'type' && columns.find((it) => it.name === test.column)
      if (!column || at !== word) return []
      const isRefused = `${quote(column.name)} is not null and ${typedSql(column)} is null`
      return [`case when ${isRefused} then ${bit} else 0 end`]
    })
    return aliased(['0::bigint', ...bits].join(' | '), name)
  })
  return `select ${list([...passedOn(plan), ...typed, ...words])} from (${inner})`
}

function typedSql({ name, type, isText, cleaner }: TableColumn): string {
  if (isText && (!cleaner || cleaner.kind !== 'sql')) return quote(name)
  const isTimestamp = /^(timestamp|datetime)$/i.test(type)
  if (isTimestamp && !cleaner) return isoSql(quote(name))
  const typed = `try_cast(${quote(name)} as ${type})`
  return WHOLE_TYPE.test(type) ? wholeSql(quote(name), typed) : typed
}

const WHOLE_TYPE = /^u?(tiny|small|big|huge)?int(eger)?$|^(int[1248]|short|long|signed|oid)$/i

/** DuckDB would round `2.5` and `25e-1`: an id would become another one. */
function wholeSql(value: string, typed: string): string {
  const number = `try_cast(${value} as double)`
  // A fraction has a point, or an exponent below zero.
  const marks = ['.', 'e-', 'E-'].map((it) => `contains(${value}::varchar, ${literal(it)})`)
  const hasFraction = `(${marks.join(' or ')}) and ${number} is distinct from trunc(${number})`
  return `case when ${hasFraction} then null else ${typed} end`
}

/** Rules in their order; what a rule repairs, the next one sees. */
function judgeLevels(plan: StagePlan, typed: string): string {
  const { contract, context } = plan
  const prefer = contract.dedupe?.prefer ?? []
  const preferences = prefer.map((it, index) =>
    aliased(`(${context.fill(splitPreference(it).sql)})`, preferenceName(index)),
  )
  let sql = preferences.length > 0 ? `select ${list(['*', ...preferences])} from (${typed})` : typed
  let segment: Reason[] = []
  for (const reason of plan.reasons) {
    segment.push(reason)
    const repair = reason.test.kind === 'row' && reason.test.rule?.repair
    if (!repair) continue
    sql = repairLevel(plan, { reason, repair, inner: judgeLevel(segment, sql) })
    segment = []
  }
  return judgeLevel(segment, sql)
}

function judgeLevel(reasons: readonly Reason[], inner: string): string {
  const masks = new Map<number, string[]>()
  for (const { test, bit, word } of reasons) {
    if (test.kind !== 'row') continue
    const bits = masks.get(word) ?? masks.set(word, [quote(maskName(word))]).get(word)
    // A rule is broken by FALSE only: NULL passes.
    bits?.push(`case when (${test.sql}) is false then ${bit} else 0 end`)
  }
  if (masks.size === 0) return inner
  const replaced = [...masks].map(([word, bits]) => aliased(bits.join(' | '), maskName(word)))
  return `select * replace (${list(replaced)}) from (${inner})`
}

interface Repair {
  readonly reason: Reason
  readonly repair: NonNullable<Rule['repair']>
  readonly inner: string
}

function repairLevel({ layout, context }: StagePlan, { reason, repair, inner }: Repair): string {
  const replaced = Object.entries(repair).map(([name, sql]) => {
    const type = layout.columns.find((column) => column.name === name)?.type ?? 'varchar'
    const repaired = `(${context.fill(sql)})::${type}`
    return aliased(
      `case when ${hasReason([reason])} then ${repaired} else ${quote(name)} end`,
      name,
    )
  })
  return `select * replace (${list(replaced)}) from (${inner})`
}

/** Nobody shall find out by trying which value a number in a file once stood for. */
const salt = randomUUID()

function finalLevel(plan: StagePlan, inner: string): string {
  const { layout, reasons } = plan
  const words = maskNames(reasons).map((name, word) => wordSql(plan, name, word))
  const prefer = plan.contract.dedupe?.prefer ?? []
  const preferences = prefer.map((_, index) => quote(preferenceName(index)))
  const identities = identityColumns(plan).map(({ name }) =>
    aliased(`md5_number(${literal(salt)} || ${quote(name)}::varchar)`, identityName(name)),
  )
  const changes = layout.columns.flatMap(({ name, protect }) =>
    protect ? [aliased(isChangedSql(protect, quote(name)), changedName(name))] : [],
  )
  const privates = [
    ...carriedColumns(plan),
    ...changes,
    ...words,
    ...preferences,
    ...identities,
    ...rawColumn(plan),
  ]
  const order = carriedNames(plan).includes(ROW) ? ` order by ${quote(ROW)}` : ''
  return `select ${list([...tableColumns(plan), ...privates])} from (${inner})${order}`
}

/** What the table gets of every row: its columns, then the lineage. */
export function tableColumns(plan: StagePlan): readonly string[] {
  const { layout } = plan
  const columns = layout.columns.map(({ name, protect }) =>
    protect ? aliased(protectSql(protect, quote(name)), name) : quote(name),
  )
  return [...columns, ...layout.lineage.map((it) => aliased(plan.lineage(it), it.name))]
}

/** A row as it was written is as personal as its parts. */
function carriedColumns(plan: StagePlan): readonly string[] {
  return carriedNames(plan)
    .filter((name) => name !== ROW)
    .map((name) =>
      name === TEXT && isPersonal(plan.layout) ? aliased('null::varchar', name) : quote(name),
    )
}

/** A row that could not be taken apart has that reason only: what its columns break, they break because they are empty. */
function wordSql(plan: StagePlan, name: string, word: number): string {
  if (!carriedNames(plan).includes(BROKEN)) return quote(name)
  return aliased(`case when ${BROKEN} then ${word === 0 ? 1 : 0} else ${quote(name)} end`, name)
}

/** The texts of rows that are, or may yet be, rejected. */
function rawColumn(plan: StagePlan): readonly string[] {
  const packed = rawSql(plan)
  if (packed === undefined) return []
  const rejecting = plan.reasons.filter(isRejecting)
  if (rejecting.some(isOverRows)) return [aliased(packed, RAW)]
  return [aliased(`case when ${hasReason(rejecting)} then ${packed} end`, RAW)]
}

/** The texts of a row that its columns do not tell. */
export function rawSql(plan: StagePlan): string | undefined {
  const { layout } = plan
  const fields = storedFields(plan)
  if (fields.length === 0) return undefined
  const values = fields.map((name) => `${quote(name)} := ${keptSql(layout, name)}`)
  return `struct_pack(${list(values)})`
}

/** Fields of `raw` that the columns themselves do not tell. */
export function storedFields({ layout, branches, contract }: StagePlan): readonly string[] {
  const isRepaired = (name: string) =>
    contract.rules.some(({ repair }) => repair && Object.hasOwn(repair, name))
  const isTold = ({ name, isText, cleaner, protect }: TableColumn) =>
    isText && !cleaner && !protect && !isRepaired(name)
  const told = branches.every(({ isAsRead }) => isAsRead) ? layout.columns.filter(isTold) : []
  return rawFields(layout).filter((name) => !told.some((column) => column.name === name))
}

/** Protected columns by which rows are compared: their stored values may be alike where they are not. */
export function identityColumns({ layout, contract }: StagePlan): readonly TableColumn[] {
  const { dedupe, rules } = contract
  const unique = rules.flatMap(({ check }) => (check.kind === 'unique' ? check.columns : []))
  const isCompared = (name: string) =>
    dedupe?.rows === true || dedupe?.key?.includes(name) === true || unique.includes(name)
  return layout.columns.filter(({ name, protect }) => protect && isCompared(name))
}

/** SQL of what a row is compared by in a stage. */
export function comparedBy(plan: StagePlan, name: string): string {
  const isHidden = identityColumns(plan).some((column) => column.name === name)
  return quote(isHidden ? identityName(name) : name)
}

export function isOverRows({ test }: Reason): boolean {
  return test.kind === 'unique' || test.kind === 'foreign-key'
}

/** `x asc` turns a preference; otherwise the highest is the best. */
export function splitPreference(text: string): { sql: string; direction: 'asc' | 'desc' } {
  const found = /^([^]*\S)\s+(asc|desc)\s*$/i.exec(text)
  const direction = found?.[2]?.toLowerCase() === 'asc' ? 'asc' : 'desc'
  return { sql: found?.[1] ?? text, direction }
}

function passedOn(plan: StagePlan): readonly string[] {
  return [...carriedNames(plan), plan.layout.raw].map(quote)
}

function carriedNames({ branches }: StagePlan): readonly string[] {
  return Object.keys(branches[0]?.carried ?? {})
}

function aliased(sql: string, name: string): string {
  return `${sql} as ${quote(name)}`
}
