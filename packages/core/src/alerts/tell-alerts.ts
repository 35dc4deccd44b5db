import { isAbsolute, join } from 'node:path'
import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import type { AuditLog } from '../audit/index.ts'
import type { Host } from '../host.ts'
import type { AlertSpec, JsonObject, Logged, Manifest } from '../types/index.ts'
import type { AlertWorld } from './alert-world.ts'
import { decide, listens, type Occurrence, type Telling } from './decide.ts'
import { deliver, type Delivery } from './deliver.ts'
import { fillTemplate } from './fill-template.ts'
import { readAlerts, type Sink } from './open-alerts.ts'
import { documentText } from './write-document.ts'

export interface AlertsOptions {
  readonly manifest: Manifest
  readonly audit: AuditLog
  readonly host: Host
  readonly world: AlertWorld
  readonly projectRoot: string
  /** What counts as now. */
  readonly clock: Date
  readonly date: string
  readonly log: (event: Logged) => void
}

/** Tells whoever listens what a run found. Whom it does not reach is a warning and a row, and never a failed run. */
export async function tellAlerts(
  occurrences: readonly Occurrence[],
  options: AlertsOptions,
): Promise<void> {
  const { manifest, audit, clock } = options
  const specs = manifest.alerts ?? []
  const heard = occurrences.filter((it) => specs.some((spec) => listens(spec, it)))
  if (heard.length === 0) return
  const delivery = deliveryOf(options)
  const known = await readAlerts(audit)
  for (const occurrence of heard) {
    const tellings = decide(occurrence, specs, known.get(occurrence.id), clock.getTime())
    for (const telling of tellings) await tell(occurrence, telling, options, delivery)
  }
  for (const spec of specs) {
    const isHeard = heard.some((it) => it.subject === 'monitor' && listens(spec, it))
    if (!isHeard || spec.sink.kind !== 'file' || !spec.sink.path.endsWith('.json')) continue
    const error = await deliver(spec, {}, delivery)
    if (error !== undefined) warn(options, spec, error)
  }
}

function deliveryOf(options: AlertsOptions): Delivery {
  const { host, world, projectRoot, log, audit, date, manifest } = options
  const absolute = (path: string): string => (isAbsolute(path) ? path : join(projectRoot, path))
  const monitors = [...manifest.nodes.values()].flatMap((it) =>
    it.kind === 'monitor' ? [it.name] : [],
  )
  // It says what monitors found, and they are over: once is enough, however many there are to tell of.
  const written = new Set<AlertSpec>()
  return {
    host,
    world,
    absolute,
    print: (message) => log({ type: 'logged', level: 'info', message, isPrint: true }),
    async writeDocument(spec) {
      if (spec.sink.kind !== 'file' || written.has(spec)) return
      const path = absolute(String(fillTemplate(spec.sink.path, { date })))
      host.writeText(path, await documentText(spec, { audit, date, monitors }))
      written.add(spec)
    },
  }
}

async function tell(
  occurrence: Occurrence,
  { state, specs }: Telling,
  options: AlertsOptions,
  delivery: Delivery,
): Promise<void> {
  const { audit, clock } = options
  const { id, name, message, date } = occurrence
  const sinks: Sink[] = []
  for (const spec of specs) {
    const error = await deliver(spec, messageOf(occurrence, state, spec, options), delivery)
    if (error !== undefined) warn(options, spec, error)
    sinks.push({
      name: spec.name,
      delivered: error === undefined,
      ...(error !== undefined && { error }),
    })
  }
  const failed = sinks.find((it) => !it.delivered)
  audit.write('alerts', {
    phase: failed ? 'failed' : 'done',
    at: clock,
    alert_id: id,
    source: name,
    ...(date !== undefined && { partition: date }),
    state,
    message,
    sinks: sinks.map((it) => ({ ...it })),
    delivered: !failed,
    ...(failed?.error !== undefined && { error: failed.error }),
  })
}

function messageOf(
  { name, subject, severity, message, date, value }: Occurrence,
  state: Telling['state'],
  spec: AlertSpec,
  { manifest, audit, clock }: AlertsOptions,
): JsonObject {
  return {
    alert: spec.name,
    state,
    source: name,
    kind: subject,
    severity: severity ?? 'ok',
    message,
    date: date ?? clock.toISOString().slice(0, 10),
    value: value ?? null,
    at: clock.toISOString(),
    project: manifest.projectName,
    run_id: audit.runId,
  }
}

function warn({ log }: AlertsOptions, { name }: AlertSpec, problem: string): void {
  const item: Diagnostic = diagnostic('alert-undelivered', { name, problem })
  log({ type: 'logged', level: 'warn', message: item.message, diagnostic: item })
}
