import { DatabaseError } from '@btn/adapter'
import {
  diagnostic,
  didYouMean,
  findNearest,
  span,
  type Diagnostic,
  type Origin,
  type Related,
  type Source,
  type Span,
  TracedText,
} from '@btn/diagnostics'

/** Ends a step because its statement was cancelled. */
export class Interrupted extends Error {
  constructor() {
    super('the statement was cancelled')
    this.name = 'Interrupted'
  }
}

export interface ProblemPlace {
  /** Shown when no template of the user wrote the text at fault. */
  readonly fallback: Span | undefined
  /** Name for the rendered SQL, when it is shown. */
  readonly sqlPath: string
}

/** Macros that come with btn; a mistake is never theirs to show. */
const BUILT_IN = 'btn:/'

/** A database's error at the line that the user wrote, with the macros that led there and the SQL that was sent. */
export function toDiagnostic(
  error: DatabaseError,
  sql: TracedText | string,
  place: ProblemPlace,
): Diagnostic {
  const text = typeof sql === 'string' ? sql : sql.text
  const at = error.offset ?? skipBlank(text, error.statementOffset)
  const origin = typeof sql === 'string' ? undefined : findOrigin(sql, at, error)
  const length = error.offset === undefined ? 0 : tokenLength(text, at)
  const user = origin && userPlace(origin, length)
  const related = user?.related ?? []
  const isVisible = !(user?.isVerbatim && related.length === 0)
  const nearest = error.missingName && findNearest(error.missingName, error.candidates)
  return diagnostic(
    'database-error',
    { problem: error.message },
    {
      span: user?.span ?? place.fallback,
      related: isVisible ? [...related, renderedSql(text, at, length, place)] : related,
      hint: didYouMean(nearest || undefined) ?? listCandidates(error),
    },
  )
}

function listCandidates({ candidates }: DatabaseError): string | undefined {
  return candidates.length === 0 ? undefined : `The names there are: ${candidates.join(', ')}.`
}

function renderedSql(text: string, at: number, length: number, place: ProblemPlace): Related {
  const source: Source = { path: place.sqlPath, text }
  return { message: 'in the SQL that was sent:', span: span(source, at, at + Math.max(1, length)) }
}

/** Without a position, the first text of the statement that a user wrote is the best guess. */
function findOrigin(sql: TracedText, at: number, error: DatabaseError): Origin | undefined {
  const exact = sql.originAt(at)
  if (error.offset !== undefined || (exact && !isBuiltIn(exact.span))) return exact
  return undefined
}

interface UserPlace {
  readonly span: Span
  readonly related: readonly Related[]
  readonly isVerbatim: boolean
}

function userPlace(origin: Origin, length: number): UserPlace | undefined {
  const frames = [...origin.frames]
  let place = origin.span
  let isVerbatim = origin.isVerbatim
  while (isBuiltIn(place)) {
    const frame = frames.shift()
    if (!frame) return undefined
    place = frame.callSite
    isVerbatim = false
  }
  const end = isVerbatim ? Math.min(place.start + Math.max(1, length), place.end) : place.end
  const related = frames
    .filter((frame) => !isBuiltIn(frame.callSite))
    .map((frame) => ({ message: `called as ${frame.name}() here:`, span: frame.callSite }))
  return { span: { ...place, end }, related, isVerbatim }
}

export function isBuiltIn(place: Span): boolean {
  return place.source.path.startsWith(BUILT_IN)
}

const TOKEN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\w$]+|\S/y

function tokenLength(text: string, at: number): number {
  TOKEN.lastIndex = at
  return TOKEN.exec(text)?.[0].length ?? 0
}

function skipBlank(text: string, from: number): number {
  const rest = text.slice(from)
  return from + rest.length - rest.trimStart().length
}
