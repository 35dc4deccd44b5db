import { diagnostic } from '@btn/diagnostics'
import type { AlertPatch } from '../2-parse/properties/index.ts'
import type {
  AlertSeverity,
  AlertSink,
  AlertSpec,
  AlertSubject,
  Json,
  JsonObject,
} from '../types/index.ts'
import { isObject, toStringList } from '../types/json.ts'
import type { MonitorReader } from './read-monitor.ts'
import { readTimeSpan } from './read-span.ts'

const SUBJECTS: Readonly<Record<string, readonly AlertSubject[]>> = {
  monitors: ['monitor'],
  tests: ['test'],
  loads: ['load'],
  models: ['model'],
  all: ['monitor', 'test', 'load', 'model'],
}

/** What an entry of `alerts:` says; undefined where it goes nowhere, which is told. */
export function readAlert(
  { name, settings, places, place }: AlertPatch,
  { report, spanOf }: MonitorReader,
): AlertSpec | undefined {
  const sinks = sinksOf(settings['to'])
  const [sink] = sinks
  if (!sink || sinks.length > 1) {
    const given = sinks.map(({ kind }) => kind)
    report(diagnostic('alert-sink', { name, given }, { span: spanOf(places['to'] ?? place) }))
    return undefined
  }
  // A hook whose variable is set elsewhere.
  if (sink.kind === 'webhook' && sink.url === '') return undefined
  const repeat = settings['repeat_every']
  const repeatEveryMs = repeat === undefined ? undefined : readTimeSpan(String(repeat))
  if (repeat !== undefined && repeatEveryMs === undefined) {
    const params = { key: 'repeat_every', value: String(repeat), example: '24h' }
    const where = { span: spanOf(places['repeat_every'] ?? place) }
    report(diagnostic('monitor-value-unreadable', params, where))
  }
  const names = toStringList(settings['names'])
  return {
    name,
    on: toStringList(settings['on'] ?? 'error').filter(isSeverity),
    of: subjectsOf(settings),
    ...(names.length > 0 && { names }),
    sink,
    retries: typeof settings['retries'] === 'number' ? settings['retries'] : 3,
    ...(repeatEveryMs !== undefined && { repeatEveryMs }),
    place,
  }
}

/** What an alert listens to: monitors, if it does not say. */
export function subjectsOf(settings: JsonObject): readonly AlertSubject[] {
  return toStringList(settings['of'] ?? 'monitors').flatMap((it) => SUBJECTS[it] ?? [])
}

function isSeverity(word: string): word is AlertSeverity {
  return word === 'error' || word === 'warn'
}

/** A webhook without an address is none: its variable is not set everywhere. */
function sinksOf(to: Json | undefined): readonly AlertSink[] {
  if (to === 'stdout') return [{ kind: 'stdout' }]
  if (!isObject(to)) return []
  const sinks: AlertSink[] = []
  if (to['stdout'] !== undefined && to['stdout'] !== false) sinks.push({ kind: 'stdout' })
  const file: JsonObject = isObject(to['file']) ? to['file'] : { path: to['file'] ?? null }
  if (typeof file['path'] === 'string') {
    const { document, alert } = file
    sinks.push({
      kind: 'file',
      path: file['path'],
      ...(document !== undefined && { document }),
      ...(alert !== undefined && { alert }),
    })
  }
  const hook: JsonObject = isObject(to['webhook']) ? to['webhook'] : { url: to['webhook'] ?? null }
  if (typeof hook['url'] === 'string') {
    const { body } = hook
    const headers = textsOf(hook['headers'])
    sinks.push({ kind: 'webhook', url: hook['url'], headers, ...(body !== undefined && { body }) })
  }
  const words = toStringList(to['command'])
  if (words.length > 0) sinks.push({ kind: 'command', words })
  return sinks
}

function textsOf(value: Json | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).map(([key, it]) => [key, String(it)]),
  )
}
