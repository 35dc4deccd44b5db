import type { AuditLog } from '../audit/index.ts'

/** What is known of one alert from what was written down of it. */
export interface OpenAlert {
  /** It was opened, and is not over. */
  readonly isOpen: boolean
  /** When each of those who know of it was told last, in milliseconds. */
  readonly told: ReadonlyMap<string, number>
}

interface Row {
  readonly id: string
  readonly state: string
  readonly sinks: readonly Sink[]
  readonly atMs: number
}

/** What a row says of one of those who are told. */
export interface Sink {
  readonly name: string
  readonly delivered: boolean
  readonly error?: string
}

/** How alerts stand; those of which nothing was ever written are not among them. */
export async function readAlerts(audit: AuditLog): Promise<ReadonlyMap<string, OpenAlert>> {
  // In the order of writing: what counts as now may go back, as in a run for an earlier day.
  const { rows } = await audit.query(
    `select alert_id, state, sinks::varchar, epoch_ms("at")::double from ${audit.name('alerts')} order by rowid`,
  )
  return replay(
    rows.map(([id, state, sinks, at]) => ({
      id: String(id),
      state: String(state),
      sinks: typeof sinks === 'string' ? (JSON.parse(sinks) as readonly Sink[]) : [],
      atMs: Number(at),
    })),
  )
}

/** The rows in the order of writing. */
export function replay(rows: readonly Row[]): ReadonlyMap<string, OpenAlert> {
  const alerts = new Map<string, { isOpen: boolean; told: Map<string, number> }>()
  for (const { id, state, sinks, atMs } of rows) {
    const alert = alerts.get(id) ?? { isOpen: false, told: new Map<string, number>() }
    alerts.set(id, alert)
    for (const { name, delivered } of sinks) {
      if (state === 'resolved') alert.told.delete(name)
      else if (delivered) alert.told.set(name, atMs)
    }
    alert.isOpen = state !== 'resolved' || alert.told.size > 0
  }
  return alerts
}
