import { TracedText } from '@btn/diagnostics'
import { skipBlank } from './skip-blank.ts'

/** The SQL of an ephemeral model under the name that others select from. */
export interface Cte {
  readonly name: string
  readonly sql: TracedText
}

/**
 * Puts common table expressions in front of those that the query has, as dbt does: right behind its `with` (or
 * `with recursive`), or with a `with` of their own before its first character.
 */
export function injectCtes(sql: TracedText, ctes: readonly Cte[]): TracedText {
  if (ctes.length === 0) return sql
  const parts = ctes.flatMap(({ name, sql: body }, index) => [
    `${index === 0 ? '' : ','} ${name} as (\n`,
    body,
    '\n)',
  ])
  const { start, afterWith } = findStart(sql.text)
  return afterWith === undefined
    ? TracedText.join([sql.slice(0, start), 'with', ...parts, ' ', sql.slice(start)])
    : TracedText.join([sql.slice(0, afterWith), ...parts, ', ', sql.slice(afterWith)])
}

interface QueryStart {
  /** First character that is not white space. */
  readonly start: number
  /** Behind the `with` that the query begins with (comments aside). */
  readonly afterWith: number | undefined
}

const WITH = /with\b/iy
const RECURSIVE = /recursive\b/iy

function findStart(text: string): QueryStart {
  const start = text.length - text.trimStart().length
  const end = endOf(WITH, text, skipBlank(text, start))
  if (end === undefined) return { start, afterWith: undefined }
  const next = skipBlank(text, end)
  return { start, afterWith: (next > end ? endOf(RECURSIVE, text, next) : undefined) ?? end }
}

/** Behind the word, if it stands at the offset. */
function endOf(word: RegExp, text: string, at: number): number | undefined {
  word.lastIndex = at
  return word.test(text) ? word.lastIndex : undefined
}
