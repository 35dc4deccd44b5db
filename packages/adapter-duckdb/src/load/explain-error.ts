import { DatabaseError, type Connection, type LoadRequest, type RuleCheck } from '@btn/adapter'
import { diagnostic, DiagnosticError, type Diagnostic } from '@btn/diagnostics'
import { duckdbDialect } from '../dialect.ts'
import { cleanSql } from './clean-sql.ts'
import { isPersonal } from './layout.ts'
import type { Stage } from './stage.ts'
import { rulesScope, splitPreference, textsScope } from './stage-sql.ts'

/** SQL of the user's, and what it is for. */
interface Piece {
  readonly what: string
  /** Where the settings have it. */
  readonly part: string
  readonly sql: string
  /** What it is a part of. */
  readonly scope: string
}

type Request = Pick<LoadRequest, 'relation' | 'contract'>

/**
 * Says which part of a contract the database does not understand, or cannot work out for a row: each is tried alone. Gives the error back where
 * it is none of them.
 */
export async function explainError(
  connection: Connection,
  { request, stage }: { readonly request: Request; readonly stage: Stage },
  thrown: unknown,
): Promise<unknown> {
  if (!(thrown instanceof DatabaseError) || thrown.isInterrupt) return thrown
  const error = withoutValues(thrown, stage)
  const full = diskFull(request, error)
  if (full) return new DiagnosticError(full, { cause: error })
  const found: Diagnostic[] = []
  for (const piece of listPieces(request, stage)) {
    const complaint = await tryPiece(connection, piece)
    if (!complaint) continue
    const problem = withoutValues(complaint, stage)
    const { relation } = request
    const table = `${relation.schema}.${relation.name}`
    const { candidates, message } = problem
    const { what, part } = piece
    const params = { what, part, table, problem: message, candidates }
    found.push(diagnostic('load-sql-wrong', params))
  }
  return found.length > 0 ? new DiagnosticError(found, { cause: error }) : error
}

/** What the database says of a statement has no data in it; what it says of rows may have. */
function withoutValues(error: DatabaseError, { plan }: Stage): DatabaseError {
  const [, kind = '', isOfStatement] =
    /^((Binder|Catalog|Parser|IO|TransactionContext|Interrupt)?[\w ]* Error):/.exec(
      error.message,
    ) ?? []
  if (!isPersonal(plan.layout) || isOfStatement !== undefined) return error
  return new DatabaseError(`${kind || 'Error'}: the rest may tell personal data and is not shown`)
}

function diskFull({ relation }: Request, { message }: DatabaseError): Diagnostic | undefined {
  if (!/No space left on device|failed to offload data block|out of space/i.test(message))
    return undefined
  return diagnostic('disk-full', { path: duckdbDialect.name(relation) })
}

/** Cleaners see texts; preferences and rules see what became of them. */
function listPieces({ contract }: Request, { plan }: Stage): readonly Piece[] {
  const { fill } = plan.context
  const texts = textsScope(plan)
  const cleaners = plan.layout.columns.flatMap(({ name, cleaner }): Piece[] => {
    if (cleaner?.kind !== 'sql' && cleaner?.kind !== 'extract') return []
    return [
      {
        what: `clean of "${name}"`,
        part: `contract.clean.${name}`,
        sql: cleanSql(name, cleaner, plan.context),
        scope: texts,
      },
    ]
  })
  const rows = rulesScope(plan)
  const preferences = (contract.dedupe?.prefer ?? []).map((text): Piece => {
    const { sql } = splitPreference(text)
    return {
      what: 'prefer of dedupe',
      part: 'contract.dedupe.prefer',
      sql: fill(sql),
      scope: rows,
    }
  })
  const rules = contract.rules.flatMap(({ name, check, repair = {} }): Piece[] => {
    const what = `the rule "${name}"`
    const part = `contract.rules.${name}`
    const repairs = Object.entries(repair).map(([column, sql]): Piece => {
      return { what, part: `${part}.repair.${column}`, sql: fill(sql), scope: rows }
    })
    if (check.kind === 'foreign-key') return [...keyPieces({ what, part }, check), ...repairs]
    if (check.kind !== 'sql') return repairs
    const sql = `(${fill(check.sql)})::boolean`
    return [{ what, part: `${part}.check`, sql, scope: rows }, ...repairs]
  })
  return [...cleaners, ...preferences, ...rules]
}

/** Columns and conditions of the other table. */
function keyPieces(
  { what, part }: Pick<Piece, 'what' | 'part'>,
  { to, toColumns, where }: RuleCheck & { readonly kind: 'foreign-key' },
): readonly Piece[] {
  const scope = `from ${duckdbDialect.name(to)}`
  return [
    ...toColumns.map((it) => ({ what, part: `${part}.to`, sql: duckdbDialect.quote(it), scope })),
    ...(where === undefined ? [] : [{ what, part: `${part}.where`, sql: where, scope }]),
  ]
}

async function tryPiece(
  connection: Connection,
  { sql, scope }: Piece,
): Promise<DatabaseError | undefined> {
  try {
    await connection.execute(`select count(value) from (select (${sql}) as value from (${scope}))`)
    return undefined
  } catch (error) {
    // Rows that cannot even be cleaned are the fault of a cleaner, which was found already.
    return error instanceof DatabaseError ? error : undefined
  }
}
