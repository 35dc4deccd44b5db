import type { SqlValue } from '@btn/adapter'
import type { AuditLog } from '../../audit/index.ts'
import { toJson } from '../../monitors/json-value.ts'
import type { Measured } from '../../monitors/read-result.ts'
import type { MonitorHistory, NodeId } from '../../types/index.ts'
import { toMicroseconds } from '../steps/to-microseconds.ts'

/** The values that a monitor had before, in the order of time. */
export async function readEarlier(
  audit: AuditLog,
  name: string,
  { last, per, days }: MonitorHistory,
  date: string,
): Promise<readonly number[]> {
  const known = `name = ${audit.literal(name)} and value is not null`
  const day = `date ${audit.literal(date)}`
  const isNear = days === undefined ? '' : ` and partition >= ${day} - ${days}`
  const sql =
    per === 'date'
      ? `select value from ${audit.name('last_monitors')} where ${known} and partition < ${day}${isNear} order by partition desc limit ${last}`
      : `select value from ${audit.name('monitors')} where ${known} and run_id <> ${audit.literal(audit.runId)} order by "at" desc, rowid desc limit ${last}`
  const { rows } = await audit.query(sql)
  return rows.flatMap(([value = null]) => (typeof value === 'number' ? [value] : [])).reverse()
}

/** Of the loads of some sources that began in a time: how many came to a good end. One that was killed has none. See `timesOf`. */
export async function readSuccessRate(
  audit: AuditLog,
  nodes: readonly NodeId[],
  from: Date,
  to: Date,
): Promise<Measured> {
  const ids = nodes.map((id) => audit.literal(id)).join(', ')
  const instant = (it: Date): string => `timestamptz ${audit.literal(it.toISOString())}`
  const sql = `select count(*) as loads, count(*) filter (succeeded) as succeeded from (
    select bool_or(phase = 'done') as succeeded from ${timesOf(audit)}
    where kind = 'source' and node_id in (${ids || `''`})
    group by run_id, node_id, partition
    having bool_or(phase in ('started', 'failed')) and min(counted_at) between ${instant(from)} and ${instant(to)})`
  const [row = []] = (await audit.query(sql)).rows
  const [loads = 0, succeeded = 0] = row.map((it: SqlValue) => Number(toJson(it)))
  return { value: loads === 0 ? undefined : succeeded / loads, details: { loads, succeeded } }
}

/** When a node was made anew, and could be seen; `now` stands for the run that is under way. */
export async function readReadiness(
  audit: AuditLog,
  node: NodeId,
  now: Date,
): Promise<readonly Date[]> {
  const id = audit.literal(node)
  const sql = `select run_id, min(counted_at) from ${timesOf(audit)} where node_id = ${id} and phase in ('done', 'published')
    and run_id not in (select run_id from ${audit.name('nodes')} where node_id = ${id} and phase = 'kept') group by run_id`
  const { rows } = await audit.query(sql)
  return rows.flatMap(([run = null, at = null]) => {
    const micros = toMicroseconds(at)
    if (run === audit.runId) return [now]
    return micros === undefined ? [] : [new Date(Number(micros / 1000n))]
  })
}

/** What the log says of nodes, and when: a run that says what counts as now was at that time, whenever somebody started it. */
function timesOf(audit: AuditLog): string {
  const clocks = `select run_id, any_value(as_of) as as_of from ${audit.name('runs')} where as_of is not null group by run_id`
  return `(select nodes.*, coalesce(as_of, "at") as counted_at from ${audit.name('nodes')} as nodes left join (${clocks}) using (run_id))`
}
