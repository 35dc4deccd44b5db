import type { Connection, LoadRequest, Protection, TokenOrigin } from '@btn/adapter'
import type { TableColumn } from './layout.ts'
import { list, literal, quote } from './names.ts'
import { protectSql } from './protect-sql.ts'
import { hasReason, isRejected, isRejecting } from './reasons.ts'
import { isOverRows, judgedScope, type StagePlan } from './stage-sql.ts'
import type { Stage } from './stage.ts'

const ROWS_PER_PAGE = 50_000
const VALUES = 'temp.__btn_values'
const ORIGINS = 'temp.__btn_origins'

/**
 * Hands over the values behind the tokens of a stage that is judged, which has none of them: they are read a second time. Those who get them
 * must be done before anything refers to the tokens.
 */
export async function keepTokens(
  connection: Connection,
  stage: Pick<Stage, 'plan' | 'name'>,
  { privacy, isDryRun }: Pick<LoadRequest, 'privacy' | 'isDryRun'>,
): Promise<void> {
  const columns = stage.plan.layout.columns.filter(isTokenized)
  if (!privacy || isDryRun || columns.length === 0) return
  const isAnyRejected = await hasRejected(connection, stage)
  try {
    await connection.execute(
      `create or replace temp table __btn_values as ${valuesSql(stage.plan, columns, isAnyRejected)}`,
    )
    await connection.execute(
      `create or replace temp table __btn_origins as ${originsSql(columns, isAnyRejected)}`,
    )
    for (let first = 0; ; first += ROWS_PER_PAGE) {
      const page = await readPage(connection, first)
      if (page.length === 0) break
      await privacy.keepTokens(page)
    }
  } finally {
    await connection.execute(`drop table if exists ${VALUES}; drop table if exists ${ORIGINS}`)
  }
}

type Tokenized = TableColumn & { readonly protect: Protection & { readonly kind: 'token' } }

function isTokenized(column: TableColumn): column is Tokenized {
  return column.protect?.kind === 'token'
}

async function hasRejected(
  connection: Connection,
  { name, plan }: Pick<Stage, 'plan' | 'name'>,
): Promise<boolean> {
  const { rows } = await connection.query(
    `select 1 from ${name} where ${isRejected(plan.reasons)} limit 1`,
  )
  return rows.length > 0
}

/** The values of every row; of a rejected one the texts as read, too. */
function valuesSql(plan: StagePlan, columns: readonly Tokenized[], isAnyRejected: boolean): string {
  const { layout, reasons } = plan
  const mayBeRejected = reasons.some((it) => isRejecting(it) && isOverRows(it))
    ? 'true'
    : hasReason(reasons.filter(isRejecting))
  const values = columns.map(({ name }, index) => `${quote(name)}::varchar as ${valueName(index)}`)
  const raw = columns.map(({ name }, index) => {
    const text = `${quote(layout.raw)}.${quote(name)}`
    return `case when ${mayBeRejected} then ${text} end as ${rawName(index)}`
  })
  return `select ${list(isAnyRejected ? [...values, ...raw] : values)} from (${judgedScope(plan)})`
}

/** Each value once; a column at a time, because texts are compared faster than what they belong to. */
function originsSql(columns: readonly Tokenized[], isAnyRejected: boolean): string {
  const ofColumns = columns.map(({ name, protect }, index) => {
    const raw = isAnyRejected ? ` union select ${rawName(index)} from ${VALUES}` : ''
    return (
      `select ${protectSql(protect, 'value')} as token, ${literal(name)} as "column", value ` +
      `from (select distinct ${valueName(index)} as value from ${VALUES}${raw}) where value is not null`
    )
  })
  return ofColumns.join(' union all ')
}

const valueName = (index: number): string => `value${index}`
const rawName = (index: number): string => `raw${index}`

/** As one text: to take it apart is a fraction of what it takes to read a value at a time. */
async function readPage(connection: Connection, first: number): Promise<readonly TokenOrigin[]> {
  const { rows } = await connection.query(
    `select to_json(list({'token': token, 'column': "column", 'value': value})) from ${ORIGINS} where rowid >= ${first} and rowid < ${first + ROWS_PER_PAGE}`,
  )
  const text = rows[0]?.[0]
  return typeof text === 'string' ? JSON.parse(text) : []
}
