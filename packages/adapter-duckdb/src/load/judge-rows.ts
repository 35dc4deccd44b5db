import type { Connection, Relation, RuleCheck } from '@btn/adapter'
import { duckdbDialect } from '../dialect.ts'
import { BROKEN, list, maskName, preferenceName, quote } from './names.ts'
import { hasReason, isGood, isKept, isRejecting, type Reason } from './reasons.ts'
import type { Stage } from './stage.ts'
import { comparedBy, isOverRows, splitPreference, type StagePlan } from './stage-sql.ts'

// What can be said of a row only when all are there: that it is there twice, that its key is, that another table has none.

/** Marks duplicates and adds the reasons that take more than a row to find; `existing` is the table that the rows are added to. */
export async function judgeRows(
  connection: Connection,
  stage: Stage,
  existing: string | undefined,
): Promise<void> {
  const { dedupe } = stage.plan.contract
  if (dedupe?.rows) await mark(connection, stage, 'duplicate-row', sameRows(stage))
  if (dedupe?.key) await mark(connection, stage, 'duplicate-key', worseRows(stage, dedupe.key))
  for (const reason of stage.plan.reasons.filter(isOverRows)) {
    const found = brokenRows(stage, reason, existing)
    if (found !== undefined) await setBit(connection, stage, { reason, found })
  }
}

/** Marks the rows of a query as dropped. They stay where they are: lines are counted by them. */
export async function mark(
  connection: Connection,
  stage: Stage,
  kind: 'duplicate-row' | 'duplicate-key',
  found: string,
): Promise<void> {
  const reason = stage.plan.reasons.find(({ test }) => test.kind === kind)
  if (reason) await setBit(connection, stage, { reason, found })
}

interface Found {
  readonly reason: Reason
  /** A query of row ids. */
  readonly found: string
}

async function setBit(
  connection: Connection,
  { name }: Stage,
  { reason: { word, bit }, found }: Found,
): Promise<void> {
  const mask = quote(maskName(word))
  await connection.execute(
    `update ${name} set ${mask} = ${mask} | ${bit} where rowid in (${found})`,
  )
}

/** Rows that equal an earlier one. */
function sameRows({ name, plan }: Stage): string {
  const ignored = plan.contract.dedupe?.ignore ?? []
  const columns = plan.layout.columns.filter((column) => !ignored.includes(column.name))
  const compared = list(columns.map((column) => comparedBy(plan, column.name)))
  const firsts = `select min(rowid) from ${name} where ${isWhole(plan)} group by ${compared}`
  return `select rowid from ${name} where ${isWhole(plan)} and rowid not in (${firsts})`
}

/** Rows with a key that a better row has. */
function worseRows({ name, plan }: Stage, key: readonly string[]): string {
  const compared = key.map((column) => comparedBy(plan, column))
  const { dedupe } = plan.contract
  const order = (dedupe?.prefer ?? []).map((text, index) => {
    const { direction } = splitPreference(text)
    return `${quote(preferenceName(index))} ${direction} nulls last`
  })
  const isClean =
    dedupe?.when === 'after_rules' ? `not ${hasReason(plan.reasons.filter(isRejecting))}` : 'true'
  const isThere = compared.map((column) => `${column} is not null`).join(' and ')
  return rankedRows(name, {
    where: `${isThere} and ${isWhole(plan)} and ${isKept(plan.reasons)} and ${isClean}`,
    by: list(compared),
    order: list([...order, 'rowid']),
  })
}

interface Ranking {
  readonly where: string
  readonly by: string
  readonly order: string
}

function rankedRows(table: string, { where, by, order }: Ranking): string {
  return (
    `select rowid from (select rowid, row_number() over (partition by ${by} order by ${order}) as place` +
    ` from ${table} where ${where}) where place > 1`
  )
}

/** Of the good rows with the same key the last one counts: what an upsert does when it meets a key twice. */
export function overwrittenRows(
  { name, plan }: Stage,
  key: readonly string[],
  order = 'rowid desc',
): string {
  return rankedRows(name, {
    where: isGood(plan.reasons),
    by: list(key.map((column) => comparedBy(plan, column))),
    order,
  })
}

function isWhole({ branches }: StagePlan): string {
  return branches.some(({ carried }) => BROKEN in carried) ? `${BROKEN} is not true` : 'true'
}

function brokenRows(
  stage: Stage,
  { test }: Reason,
  existing: string | undefined,
): string | undefined {
  if (test.kind !== 'unique' && test.kind !== 'foreign-key') return undefined
  const { check } = test.rule
  if (check.kind === 'unique') return repeatedRows(stage, check.columns, existing)
  return check.kind === 'foreign-key' ? orphans(stage, check) : undefined
}

/** Rows whose key a row before them has that is not rejected, or one that is in the table already. */
function repeatedRows(
  { name, plan }: Stage,
  columns: readonly string[],
  existing: string | undefined,
): string {
  const compared = columns.map((column) => comparedBy(plan, column))
  const isThere = compared.map((column) => `${column} is not null`).join(' and ')
  const repeated =
    `select rowid from (select rowid, min(rowid) filter (where ${isGood(plan.reasons)}) over (partition by ${list(compared)}) as first` +
    ` from ${name} where ${isThere}) where rowid > first`
  if (existing === undefined) return repeated
  const names = list(columns.map(quote))
  const isKnown = `(${names}) in (select ${names} from ${existing})`
  return `${repeated} union all select rowid from ${name} where ${isThere} and ${isKnown}`
}

function orphans(
  { name }: Stage,
  check: RuleCheck & { readonly kind: 'foreign-key'; readonly to: Relation },
): string {
  const theirs = check.toColumns.map((column) => `theirs.${quote(column)}`)
  const ours = check.columns.map((column) => `ours.${quote(column)}`)
  const isThere = ours.map((column) => `${column} is not null`).join(' and ')
  const isSame = ours.map((column, index) => `${column} = ${theirs[index]}`).join(' and ')
  const others = duckdbDialect.name(check.to)
  const where = check.where === undefined ? '' : ` where ${check.where}`
  return (
    `select ours.rowid from ${name} as ours anti join (select * from ${others}${where}) as theirs on ${isSame}` +
    ` where ${isThere}`
  )
}
