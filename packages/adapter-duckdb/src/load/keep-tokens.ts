import type { Connection, LoadRequest, Protection, TokenOrigin } from '@btn/adapter'
import type { TableColumn } from './layout.ts'
import { list, literal, quote } from './names.ts'
import { protectSql } from './protect-sql.ts'
import { hasReason, isRejecting } from './reasons.ts'
import { isOverRows, judgedScope, type StagePlan } from './stage-sql.ts'
import type { Stage } from './stage.ts'

const ROWS_PER_PAGE = 20_000
const ORIGINS = 'temp.__btn_origins'

/**
 * Hands over the values behind the tokens of a stage, which has none of them: they are read a second time. Those who get them must be done
 * before anything refers to the tokens.
 */
export async function keepTokens(
  connection: Connection,
  { plan }: Pick<Stage, 'plan'>,
  { privacy, isDryRun }: Pick<LoadRequest, 'privacy' | 'isDryRun'>,
): Promise<void> {
  const columns = plan.layout.columns.filter(isTokenized)
  if (!privacy || isDryRun || columns.length === 0) return
  await connection.execute(
    `create or replace temp table __btn_origins as ${originsSql(plan, columns)}`,
  )
  try {
    for (let first = 0; ; first += ROWS_PER_PAGE) {
      const page = await readPage(connection, first)
      if (page.length === 0) break
      await privacy.keepTokens(page)
    }
  } finally {
    await connection.execute(`drop table ${ORIGINS}`)
  }
}

type Tokenized = TableColumn & { readonly protect: Protection & { readonly kind: 'token' } }

function isTokenized(column: TableColumn): column is Tokenized {
  return column.protect?.kind === 'token'
}

/** Of a rejected row the texts as read are kept, too. */
function originsSql(plan: StagePlan, columns: readonly Tokenized[]): string {
  const { layout, reasons } = plan
  const mayBeRejected = reasons.some((it) => isRejecting(it) && isOverRows(it))
    ? 'true'
    : hasReason(reasons.filter(isRejecting))
  const pairs = columns.flatMap(({ name, protect }) => {
    const raw = `case when ${mayBeRejected} then ${quote(layout.raw)}.${quote(name)} end`
    return [quote(name), raw].map(
      (value) =>
        `{'column': ${literal(name)}, 'prefix': ${literal(protect.prefix)}, 'value': ${value}}`,
    )
  })
  const each = `select unnest([${list(pairs)}]) as origin from (${judgedScope(plan)})`
  const values = `select distinct origin from (${each}) where origin.value is not null`
  const token = protectSql({ kind: 'token', prefix: '' }, 'origin.value')
  return `select origin.prefix || ${token} as token, origin."column" as "column", origin.value as value from (${values})`
}

async function readPage(connection: Connection, first: number): Promise<readonly TokenOrigin[]> {
  const { rows } = await connection.query(
    `select token, "column", value from ${ORIGINS} where rowid >= ${first} and rowid < ${first + ROWS_PER_PAGE}`,
  )
  return rows.map(([token, column, value]) => ({
    token: String(token),
    column: String(column),
    value: String(value),
  }))
}
