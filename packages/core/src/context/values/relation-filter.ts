import { formatInstant, type Interval } from '../../intervals/index.ts'

/** Keeps the rows of an interval, by a column that says when something happened. */
export interface EventTimeFilter {
  /** As it is written in SQL: quoted where the project wants it. */
  readonly field: string
  readonly interval: Interval
}

/** What stands around a relation when it is printed: dbt's `--empty`, `--sample` and microbatch. */
export interface RelationFilter {
  /** So many rows; 0 for the columns alone. */
  readonly limit: number | undefined
  readonly eventTime: EventTimeFilter | undefined
  /** Of a partitioned run: SQL that is true for the rows of the day. */
  readonly condition?: string | undefined
}

export const noFilter: RelationFilter = { limit: undefined, eventTime: undefined }

/** dbt's `render_limited`. */
export function renderLimited(sql: string, { limit }: RelationFilter): string {
  if (limit === undefined) return sql
  return limit === 0
    ? `(select * from ${sql} where false limit 0)`
    : `(select * from ${sql} limit ${limit})`
}

/** dbt's `render_event_time_filtered`. */
export function renderEventTime(sql: string, { eventTime }: RelationFilter): string {
  if (!eventTime) return sql
  const { field, interval } = eventTime
  const start = `${field} >= '${formatInstant(interval.start)}'`
  const end = `${field} < '${formatInstant(interval.end)}'`
  return `(select * from ${sql} where ${start} and ${end})`
}

/** Both, the limit inside: it is there to save time, not to give so many rows. */
export function renderFiltered(sql: string, filter: RelationFilter): string {
  const { condition } = filter
  const text = renderEventTime(renderLimited(sql, filter), filter)
  return condition === undefined ? text : `(select * from ${text} where ${condition})`
}
