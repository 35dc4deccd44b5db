import { DatabaseError } from '@btn/adapter'
import { findIdentifier, findStatementStarts } from './split-statements.ts'

/** What DuckDB says with `errors_as_json`; every value is text. */
interface ErrorFields {
  readonly exception_type?: string
  readonly exception_message?: string
  readonly position?: string
  readonly candidates?: string
  readonly name?: string
}

/** The kind and the sentence of an error, without JSON around them. */
export interface ErrorText {
  /** DuckDB's word for the kind: `Binder`, `IO`. */
  readonly kind: string
  readonly message: string
  readonly fields: ErrorFields
}

/** Reads DuckDB's error, whether or not it was sent as JSON. */
export function readError(error: unknown): ErrorText {
  const raw = error instanceof Error ? error.message : String(error)
  const fields = findJson(raw)
  if (fields) {
    return { kind: fields.exception_type ?? '', message: fields.exception_message ?? '', fields }
  }
  const plain = /^(?:Failed to extract statements: )?([A-Z][\w ]*?) Error: ([^]*)$/.exec(raw)
  return { kind: plain?.[1] ?? '', message: plain?.[2] ?? raw, fields: {} }
}

/** Parser errors keep a prefix in front of the JSON, and taking a script apart adds another. */
function findJson(raw: string): ErrorFields | undefined {
  const start =
    /^(?:Failed to extract statements: )?(?:[A-Z][\w ]*? Error: )?(?=\{"exception_type")/.exec(raw)
  if (!start) return undefined
  try {
    return JSON.parse(raw.slice(start[0].length))
  } catch {
    return undefined
  }
}

/**
 * The error of a statement, with its place in the text sent.
 * `start` is where the statement that failed begins, if the caller knows.
 */
export function toDatabaseError(error: unknown, sql: string, start?: number): DatabaseError {
  const { kind, message, fields } = readError(error)
  const { text, candidates } = splitCandidates(message)
  const position = toOffset(sql, fields)
  const statementOffset = start ?? findStart(sql, position)
  const name = fields.name ?? findNameIn(kind, text)
  return new DatabaseError(kind === '' ? text : `${kind} Error: ${text}`, {
    // INSERT, DROP and their like say what is missing but not where: its first mention is the place.
    offset: position ?? findName(sql, name, statementOffset),
    statementOffset,
    missingName: candidates.length > 0 ? name : undefined,
    candidates,
    isInterrupt: kind === 'INTERRUPT',
    cause: error,
  })
}

function findStart(sql: string, offset: number | undefined): number | undefined {
  const starts = findStatementStarts(sql)
  return starts.findLast((start) => start <= (offset ?? 0)) ?? starts[0]
}

/** DuckDB's parser counts code points, the rest of it bytes of UTF-8, and JavaScript units of UTF-16. */
function toOffset(sql: string, { position, exception_type }: ErrorFields): number | undefined {
  const count = Number(position)
  if (position === undefined || !Number.isSafeInteger(count) || count < 0) return undefined
  const before =
    exception_type === 'Parser'
      ? Array.from(sql).slice(0, count).join('')
      : Buffer.from(sql).subarray(0, count).toString()
  return Math.min(before.length, sql.length)
}

function findName(sql: string, name: string | undefined, from = 0): number | undefined {
  return name === undefined ? undefined : findIdentifier(sql, name, from)
}

/** What the sentence is about: a name in quotes, the last if there are several, or one after `name` or `column`. */
function findNameIn(kind: string, message: string): string | undefined {
  if (kind !== 'Binder' && kind !== 'Catalog') return undefined
  const line = message.split('\n')[0] ?? ''
  const quoted = [...line.matchAll(/"((?:[^"]|"")*)"/g)].at(-1)?.[1]
  return quoted?.replaceAll('""', '"') ?? /(?:with name|column) ([^\s!]+)/.exec(line)?.[1]
}

/**
 * Takes the suggestions out of a message, so that whoever shows it can choose the near ones. Signatures of functions stay: they are an
 * explanation.
 */
function splitCandidates(message: string): { text: string; candidates: readonly string[] } {
  const found = /\s+(?:Candidate (?:bindings|tables|Entries): |Did you mean:? )[^]*$/.exec(message)
  if (!found) return { text: message, candidates: [] }
  const names = [...found[0].matchAll(/"((?:[^"]|"")*)"/g)].map((match) => match[1] ?? '')
  return { text: message.slice(0, found.index), candidates: names }
}
