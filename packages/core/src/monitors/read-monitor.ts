import { diagnostic, type Diagnostic, type Span } from '@btn/diagnostics'
import type { MonitorPatch } from '../2-parse/properties/index.ts'
import type {
  Condition,
  FreshnessMeasure,
  Json,
  JsonObject,
  Measure,
  MonitorHistory,
  MonitorSpec,
  Place,
} from '../types/index.ts'
import { isObject, toStringList } from '../types/json.ts'
import { ageLimit } from './age-limit.ts'
import { readCondition } from './read-condition.ts'
import { readDays, readTimeOfDay } from './read-sla.ts'
import { readTimeSpan } from './read-span.ts'

/** Where mistakes are told. */
export interface MonitorReader {
  report(item: Diagnostic): void
  spanOf(place: Place): Span
}

interface Reading extends MonitorReader {
  readonly patch: MonitorPatch
  placeOf(path: string): Place
}

const MEASURES = ['value', 'freshness', 'sla', 'success_rate'] as const
const HISTORY_WORDS = new Set(['median', 'mean', 'stddev', 'zscore', 'previous', 'change'])

/** What an entry of `monitors:` says. Shapes were held against the schema before: what is of another type was told then. */
export function readMonitor(patch: MonitorPatch, reader: MonitorReader): MonitorSpec {
  const { settings, places, place } = patch
  const reading: Reading = {
    report: (item) => reader.report(item),
    spanOf: (it) => reader.spanOf(it),
    patch,
    placeOf: (path) => places[path] ?? places[path.split('.')[0] ?? ''] ?? place,
  }
  const measure = readMeasure(reading)
  const history = readHistory(reading)
  const errorIf = conditionAt(reading, 'error_if')
  const warnIf = conditionAt(reading, 'warn_if')
  checkConditions(reading, measure, [errorIf, warnIf], history)
  const on = onOf(settings)
  return {
    measure,
    ...(on !== undefined && { on }),
    ...(errorIf && { errorIf }),
    ...(warnIf && { warnIf }),
    ...(history && { history }),
    onError: (settings['on_error'] as MonitorSpec['onError'] | undefined) ?? 'fail',
  }
}

/** The one table that the monitor is about. */
function onOf(settings: JsonObject): string | undefined {
  const inside = ['freshness', 'sla'].map((key) => settings[key]).find(isObject)
  const on = settings['on'] ?? inside?.['on']
  return typeof on === 'string' ? on : undefined
}

function readMeasure(reading: Reading): Measure {
  const { settings, name, namePlace } = reading.patch
  const given = MEASURES.filter((key) => settings[key] !== undefined)
  const [kind, other] = given
  if (kind === undefined || other !== undefined) {
    const where = { span: reading.spanOf(other === undefined ? namePlace : reading.placeOf(other)) }
    reading.report(diagnostic('monitor-measure', { name, given }, where))
  }
  const value = kind === undefined ? undefined : settings[kind]
  if (kind === 'freshness' && isObject(value)) return readFreshness(reading, value)
  if (kind === 'sla' && isObject(value)) return readSla(reading, value)
  if (kind === 'success_rate' && isObject(value)) return readSuccessRate(reading, value)
  return { kind: 'value' }
}

function readFreshness(reading: Reading, value: JsonObject): FreshnessMeasure {
  const { loaded_at_field: column, filter } = value
  const warnAfter = ageLimit(value, 'warn_after')
  const errorAfter = ageLimit(value, 'error_after')
  return {
    kind: 'freshness',
    ...(typeof column === 'string' && { column }),
    ...(typeof filter === 'string' && { filter }),
    ...(warnAfter !== undefined && { warnAfter }),
    ...(errorAfter !== undefined && { errorAfter }),
    place: reading.placeOf('freshness'),
  }
}

function readSla(reading: Reading, value: JsonObject): Measure {
  const timezone = typeof value['timezone'] === 'string' ? value['timezone'] : 'UTC'
  const time = timeText(reading, value['by'])
  const by = readTimeOfDay(time)
  const days = readDays(toStringList(value['days'] ?? 'mon-sun'))
  if (by === undefined) tell(reading, 'sla.by', time, '"07:00"')
  if (days === undefined) tell(reading, 'sla.days', value['days'], 'mon-fri')
  if (!isTimezone(timezone)) tell(reading, 'sla.timezone', timezone, 'Europe/Berlin')
  return {
    kind: 'sla',
    by: by ?? '00:00',
    days: days ?? [],
    timezone: isTimezone(timezone) ? timezone : 'UTC',
    place: reading.placeOf('sla'),
  }
}

/** YAML makes minutes of 7:00 without quotes, and of the octal number 0700 as well: what was written tells them apart. */
function timeText(reading: Reading, value: Json | undefined): string {
  if (typeof value !== 'number') return String(value)
  const { source, start, end } = reading.spanOf(reading.placeOf('sla.by'))
  return source.text.slice(start, end)
}

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}

const MONTH_MS = 30 * 86_400_000

function readSuccessRate(reading: Reading, value: JsonObject): Measure {
  const { within } = value
  const withinMs = within === undefined ? MONTH_MS : readTimeSpan(String(within))
  if (withinMs === undefined) tell(reading, 'success_rate.within', within, '30 days')
  return { kind: 'success-rate', withinMs: withinMs ?? MONTH_MS }
}

function readHistory(reading: Reading): MonitorHistory | undefined {
  const { history: value } = reading.patch.settings
  if (!isObject(value)) return undefined
  const { days, last = days } = value
  if (typeof last !== 'number') return undefined
  for (const key of days === undefined ? [] : Object.keys(value)) {
    // Days are so many values, one for each date.
    if (key !== 'last' && value[key] !== 'run') continue
    const where = { span: reading.spanOf(reading.placeOf(`history.${key}`)) }
    const params = { key, where: '"history" beside "days"', known: ['days', 'baseline'] }
    reading.report(diagnostic('yaml-key-refused', params, where))
  }
  return {
    last,
    ...(typeof days === 'number' && { days }),
    per: value['per'] === 'date' || days !== undefined ? 'date' : 'run',
    baseline: (value['baseline'] as MonitorHistory['baseline'] | undefined) ?? 'median',
  }
}

function conditionAt(reading: Reading, key: string): Condition | undefined {
  const text = reading.patch.settings[key]
  if (typeof text !== 'string') return undefined
  const place = reading.placeOf(key)
  const report = (item: Diagnostic): void =>
    reading.report({ ...item, span: reading.spanOf(place) })
  return readCondition(text, place, report)
}

/** A monitor that could never say anything is a mistake. */
function checkConditions(
  reading: Reading,
  measure: Measure,
  [errorIf, warnIf]: readonly (Condition | undefined)[],
  history: MonitorHistory | undefined,
): void {
  const { settings, name, namePlace } = reading.patch
  const needsLimit = measure.kind === 'value' || measure.kind === 'success-rate'
  const hasNone = settings['error_if'] === undefined && settings['warn_if'] === undefined
  if (needsLimit && hasNone)
    reading.report(diagnostic('monitor-no-limit', { name }, { span: reading.spanOf(namePlace) }))
  for (const condition of [errorIf, warnIf]) {
    const word = condition?.words.find((it) => HISTORY_WORDS.has(it))
    if (!condition || word === undefined || history) continue
    const where = { span: reading.spanOf(condition.place) }
    reading.report(diagnostic('monitor-needs-history', { word }, where))
  }
}

function tell(reading: Reading, path: string, value: Json | undefined, example: string): void {
  const key = path.slice(path.lastIndexOf('.') + 1)
  const params = { key, value: String(value), example }
  reading.report(
    diagnostic('monitor-value-unreadable', params, { span: reading.spanOf(reading.placeOf(path)) }),
  )
}
