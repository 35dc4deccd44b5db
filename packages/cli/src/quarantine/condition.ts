import { DatabaseError, type SqlTable } from '@btn/adapter'
import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import { WAITING } from '@btn/core/run'
import type { QuarantineValues, QuarantineWork } from './quarantine.ts'

/** What `--reason` and `--where` say, as SQL; undefined where they say nothing. */
export function wantedSql({ opened, values }: QuarantineWork): string | undefined {
  const { adapter } = opened
  if (!adapter) throw new Error('the quarantine was asked without an adapter')
  const reasons = values.reason?.flatMap((it) => it.split(/[\s,]+/)).filter(Boolean) ?? []
  const list = reasons.map((it) => adapter.dialect.literal(it)).join(', ')
  const parts = [
    ...(reasons.length > 0 ? [`list_has_any(reasons, [${list}])`] : []),
    ...(values.where === undefined ? [] : [`(${values.where})`]),
  ]
  return parts.length > 0 ? parts.join(' and ') : undefined
}

/** Which rows are looked at: those that wait, unless all are wanted. */
export function shownSql({ all }: QuarantineValues, wanted: string | undefined): string {
  return [all ? 'true' : WAITING, ...(wanted === undefined ? [] : [wanted])].join(' and ')
}

/** A query in which a condition of the user's stands. */
export async function queryWanted(
  { connection, values }: QuarantineWork,
  sql: string,
): Promise<SqlTable> {
  try {
    return await connection.query(sql)
  } catch (error) {
    if (!(error instanceof DatabaseError) || values.where === undefined) throw error
    const params = { where: values.where, problem: error.message.split('\n')[0] ?? '' }
    throw new DiagnosticError(diagnostic('quarantine-where-wrong', params), { cause: error })
  }
}
