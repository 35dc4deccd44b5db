import {
  DatabaseError,
  type Connection,
  type ContractRequest,
  type Relation,
  type RuleCheck,
} from '@btn/adapter'
import { diagnostic, findNearest, type Diagnostic } from '@btn/diagnostics'
import { duckdbDialect } from '../dialect.ts'
import { cleanSql } from './clean-sql.ts'
import { literal, quote } from './names.ts'
import { reasonText } from './reasons.ts'
import { rulesScope, splitPreference, textsScope, type StagePlan } from './stage-sql.ts'

/** SQL of the user's, and what it is for. */
export interface Piece {
  readonly what: string
  /** Where the settings have it. */
  readonly part: string
  readonly sql: string
  /** What it is a part of. */
  readonly scope: string
  /** What the user wrote, where that is no SQL of itself. */
  readonly words?: readonly string[]
}

export interface Complaint {
  readonly piece: Piece
  readonly error: DatabaseError
}

/** Cleaners that have a name of their own. */
const SHORT = ['lower', 'upper', 'title']

type Request = Pick<ContractRequest, 'contract'>

/**
 * What the database complains of, of all that a contract has in SQL: each piece is tried alone, rules and preferences without the cleaners that
 * were complained of. Nothing is said of columns whose type there is not.
 */
export async function findComplaints(
  connection: Connection,
  request: Request,
  plan: StagePlan,
): Promise<readonly Complaint[]> {
  const ofTypes = await tryPieces(connection, typePieces(plan))
  if (ofTypes.length > 0) return ofTypes
  const ofCleaners = await tryPieces(connection, cleanerPieces(plan))
  const wrong = ofCleaners.map(({ piece }) => piece.part)
  const rest = withoutCleaners(plan, (name) => wrong.includes(partOfCleaner(name)))
  return [...ofCleaners, ...(await tryPieces(connection, rowPieces(request, rest)))]
}

const partOfCleaner = (name: string) => `contract.clean.${name}`

function withoutCleaners(plan: StagePlan, isWrong: (name: string) => boolean): StagePlan {
  const columns = plan.layout.columns.map((column) =>
    isWrong(column.name) ? { ...column, cleaner: undefined } : column,
  )
  return { ...plan, layout: { ...plan.layout, columns } }
}

export async function tryPieces(
  connection: Connection,
  pieces: readonly Piece[],
): Promise<readonly Complaint[]> {
  const found: Complaint[] = []
  for (const piece of pieces) {
    const { sql, scope } = piece
    try {
      await connection.execute(
        `select count(value) from (select (${sql}) as value from (${scope}))`,
      )
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error
      if (!error.isInterrupt) found.push({ piece, error })
    }
  }
  return found
}

export function toDiagnostic({ schema, name }: Relation, complaint: Complaint): Diagnostic {
  const { what, part } = complaint.piece
  const { message: problem } = complaint.error
  const candidates = candidatesOf(complaint)
  return diagnostic('load-sql-wrong', {
    what,
    part,
    table: `${schema}.${name}`,
    problem,
    candidates,
  })
}

/** What could be meant: not our own columns, and the short forms where one of them is nearly what stands there. */
function candidatesOf({ piece, error }: Complaint): readonly string[] {
  const word = piece.words && findNearest(piece.sql.replace(/^\(|\)$/g, ''), piece.words)
  return word === undefined ? error.candidates.filter((it) => !it.startsWith('_btn_')) : [word]
}

function typePieces({ layout }: StagePlan): readonly Piece[] {
  return layout.columns
    .filter(({ isText, isOurs }) => !isText && !isOurs)
    .map(({ name, type }) => ({
      what: `the type of "${name}"`,
      part: `columns.${name}`,
      sql: `null::${type}`,
      scope: 'select 1',
    }))
}

function cleanerPieces(plan: StagePlan): readonly Piece[] {
  const scope = textsScope(plan)
  return plan.layout.columns.flatMap(({ name, cleaner }): Piece[] => {
    const about = { what: `clean of "${name}"`, part: partOfCleaner(name) }
    switch (cleaner?.kind) {
      case 'sql':
        return [{ ...about, sql: cleanSql(name, cleaner, plan.context), scope, words: SHORT }]
      case 'extract':
        return [
          { ...about, sql: `regexp_extract('', ${literal(cleaner.pattern)})`, scope: 'select 1' },
        ]
      default:
        return []
    }
  })
}

/** Preferences and rules see what became of the texts. */
function rowPieces({ contract }: Request, plan: StagePlan): readonly Piece[] {
  const { fill } = plan.context
  const scope = rulesScope(plan)
  const preferences = (contract.dedupe?.prefer ?? []).map((text): Piece => {
    const { sql } = splitPreference(text)
    return { what: 'prefer of dedupe', part: 'contract.dedupe.prefer', sql: fill(sql), scope }
  })
  const rules = contract.rules.flatMap(({ name, check, reason, repair = {} }): Piece[] => {
    const what = `the rule "${name}"`
    const part = `contract.rules.${name}`
    const repairs = Object.entries(repair).map(([column, sql]): Piece => {
      return { what, part: `${part}.repair.${column}`, sql: fill(sql), scope }
    })
    const texts =
      reason === undefined
        ? []
        : [{ what, part: `${part}.reason`, sql: reasonText(reason, plan.layout), scope }]
    const others = [...repairs, ...texts]
    if (check.kind === 'foreign-key') return [...keyPieces({ what, part }, check), ...others]
    if (check.kind !== 'sql') return others
    return [{ what, part: `${part}.check`, sql: fill(check.sql), scope }, ...others]
  })
  return [...preferences, ...rules]
}

/** Columns and conditions of the other table. */
function keyPieces(
  { what, part }: Pick<Piece, 'what' | 'part'>,
  { to, toColumns, where }: RuleCheck & { readonly kind: 'foreign-key' },
): readonly Piece[] {
  const scope = `from ${duckdbDialect.name(to)}`
  return [
    ...toColumns.map((it) => ({ what, part: `${part}.to`, sql: quote(it), scope })),
    ...(where === undefined ? [] : [{ what, part: `${part}.where`, sql: where, scope }]),
  ]
}
