import { DatabaseError } from '@btn/adapter'
import {
  diagnostic,
  didYouMean,
  findNear,
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

/** Says of a related place that it is no place of the user's. */
export const SENT = 'in the SQL that was sent:'

export interface ProblemPlace {
  /** The node's file, where settings are sought. */
  readonly fallback: Span | undefined
  /** Name for the rendered SQL, when it is shown. */
  readonly sqlPath: string
  /** What to do about a relation of this name that does not exist. */
  readonly adviseMissing?: (name: string) => string | undefined
  /** False for text that no user wrote, such as a built-in macro. */
  readonly isUsers: (source: Source) => boolean
}

/** A database's error at the line that the user wrote, with the macros that led there and the SQL that was sent. */
export function toDiagnostic(
  error: DatabaseError,
  sql: TracedText | string,
  place: ProblemPlace,
): Diagnostic {
  const text = typeof sql === 'string' ? sql : sql.text
  const at = error.offset ?? skipBlank(text, error.statementOffset)
  const origin = typeof sql === 'string' ? undefined : sql.originAt(at)
  const length = error.offset === undefined ? 0 : tokenLength(text, at)
  const user =
    (origin && userPlace(origin, length, place.isUsers)) ??
    (isSyntaxError(error) ? placeBefore(sql, at, place.isUsers) : undefined)
  const related = user?.related ?? []
  const isVisible = error.offset !== undefined && !(user?.isVerbatim && related.length === 0)
  const nearest = error.missingName && findNearest(error.missingName, error.candidates)
  return diagnostic(
    'database-error',
    { problem: error.message },
    {
      span: user?.span ?? findMention(text.slice(at, at + length), place.fallback),
      related: isVisible ? [...related, renderedSql(text, at, length, place)] : related,
      hint:
        adviseRoom(error) ??
        adviseMissing(error, place) ??
        didYouMean(nearest || undefined) ??
        listCandidates(error),
    },
  )
}

function adviseRoom({ message }: DatabaseError): string | undefined {
  return /No space left on device/i.test(message)
    ? 'Make room on the disk and run again; what was committed before is kept.'
    : undefined
}

function adviseMissing(
  { message, missingName }: DatabaseError,
  place: ProblemPlace,
): string | undefined {
  const isRelation = /Table with name .* does not exist/.test(message)
  return isRelation && missingName ? place.adviseMissing?.(missingName) : undefined
}

/** Tables of the database's own are offered for want of better ones. */
const OWN_NAMES = /^(?:pg_|duckdb_|sqlite_|pragma_|information_schema)/

/** The engine offers what it has, be it near or not. */
function listCandidates({ candidates, missingName }: DatabaseError): string | undefined {
  const theirs = candidates.filter((name) => !OWN_NAMES.test(name))
  const names = missingName === undefined ? theirs : findNear(missingName, theirs)
  return names.length === 0 ? undefined : `What comes near: ${names.join(', ')}.`
}

/**
 * What a built-in macro wrote was often given to it as a setting: then the word stands in the node's file. Where it does not, the
 * calls on the way out tell the place.
 */
function findMention(word: string, fallback: Span | undefined): Span | undefined {
  if (!fallback || !/^\w{2,}$/.test(word)) return undefined
  const found = new RegExp(`(?<![\\w.])${word}(?!\\w)`).exec(fallback.source.text)
  return found ? span(fallback.source, found.index, found.index + word.length) : undefined
}

function renderedSql(text: string, at: number, length: number, place: ProblemPlace): Related {
  const source: Source = { path: place.sqlPath, text }
  return { message: SENT, span: span(source, at, at + Math.max(1, length)) }
}

function isSyntaxError({ message }: DatabaseError): boolean {
  return message.startsWith('Parser Error')
}

const FAR = 400

/** What a user left open is missed where a built-in macro goes on: the place is the end of what they wrote. */
function placeBefore(
  sql: TracedText | string,
  at: number,
  isUsers: (source: Source) => boolean,
): UserPlace | undefined {
  if (typeof sql === 'string') return undefined
  for (let back = at - 1; back >= Math.max(0, at - FAR); back--) {
    if (/\s/.test(sql.text[back] ?? ' ')) continue
    const origin = sql.originAt(back)
    const place = origin && userPlace(origin, 1, isUsers)
    if (place) return { ...place, isVerbatim: false }
  }
  return undefined
}

interface UserPlace {
  readonly span: Span
  readonly related: readonly Related[]
  readonly isVerbatim: boolean
}

function userPlace(
  origin: Origin,
  length: number,
  isUsers: (source: Source) => boolean,
): UserPlace | undefined {
  const frames = [...origin.frames]
  let place = origin.span
  let isVerbatim = origin.isVerbatim
  while (!isUsers(place.source)) {
    const frame = frames.shift()
    if (!frame) return undefined
    place = frame.callSite
    isVerbatim = false
  }
  const end = isVerbatim ? Math.min(place.start + Math.max(1, length), place.end) : place.end
  const related = frames
    .filter((frame) => isUsers(frame.callSite.source))
    .map((frame) => ({ message: `called as ${frame.name}() here:`, span: frame.callSite }))
  return { span: { ...place, end }, related, isVerbatim }
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
