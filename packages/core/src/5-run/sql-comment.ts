import { DatabaseError } from '@btn/adapter'

/** dbt's query comment: it goes to the database with each statement, before or after it. */
export interface SqlComment {
  readonly text: string
  readonly append: boolean
}

export function addComment(sql: string, comment: SqlComment | undefined): string {
  if (!comment) return sql
  if (!comment.append) return `/* ${comment.text} */\n${sql}`
  const body = sql.trimEnd()
  return body.endsWith(';')
    ? `${body.slice(0, -1)}\n/* ${comment.text} */;`
    : `${body}\n/* ${comment.text} */`
}

/** The error as it would be without the comment: its offsets are those of the user's text. */
export function withoutComment(error: unknown, comment: SqlComment | undefined): unknown {
  if (!comment || comment.append || !(error instanceof DatabaseError)) return error
  return error.behind(addComment('', comment).length)
}
