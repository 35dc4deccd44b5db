import type { AuditLog } from '../audit/index.ts'
import { toJson } from '../monitors/json-value.ts'
import type { AlertSpec, Json, JsonObject } from '../types/index.ts'
import { listens } from './decide.ts'
import { fillTemplate } from './fill-template.ts'

export interface DocumentSubject {
  readonly audit: AuditLog
  readonly date: string
  /** All monitors of the project, in order. */
  readonly monitors: readonly string[]
}

/** The monitors that are in a bad state, as a JSON text: the same state gives the same bytes. */
export async function documentText(
  spec: AlertSpec,
  { audit, date, monitors }: DocumentSubject,
): Promise<string> {
  const { sink } = spec
  if (sink.kind !== 'file') throw new Error(`${spec.name} goes to no file`)
  const isOfDay = sink.path.includes('{date}')
  const names = monitors.filter((name) => listens(spec, { subject: 'monitor', name }))
  const found = await readStates(audit, isOfDay ? date : undefined)
  const alerts = names.flatMap((name): Json[] => {
    const state = found.get(name)
    if (!state || !spec.on.some((it) => it === state['severity'])) return []
    const { details, value, message, severity } = state
    const plain = {
      name,
      severity: severity ?? null,
      message: message ?? null,
      value: value ?? null,
    }
    const all = { ...plain, details: details ?? null, date }
    return [sink.alert === undefined ? all : fillTemplate(sink.alert, all)]
  })
  const whole = fillTemplate(sink.document ?? { date: '{date}', alerts: '{alerts}' }, {
    date,
    alerts,
  })
  return `${JSON.stringify(whole, undefined, 2)}\n`
}

/** The newest verdict on each monitor; of a day, where one is named. */
async function readStates(
  audit: AuditLog,
  date: string | undefined,
): Promise<ReadonlyMap<string, JsonObject>> {
  const ofDay =
    date === undefined ? '' : ` where partition is null or partition = date ${audit.literal(date)}`
  const { rows } = await audit.query(
    `select name, verdict, message, value, details::varchar from ${audit.name('last_monitors')}${ofDay} order by "at"`,
  )
  return new Map(
    rows.map(([name, verdict, message = null, value = null, details]) => [
      String(name),
      {
        severity: String(verdict),
        message: toJson(message),
        value: toJson(value),
        details: typeof details === 'string' ? (JSON.parse(details) as Json) : null,
      },
    ]),
  )
}
