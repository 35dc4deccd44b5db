import { diagnostic, span, type Diagnostic, type Outcome } from '@btn/diagnostics'
import { GRAINS, isGrain, readInstant, shiftBy, type Interval } from '../intervals/index.ts'
import { findEntry, readYaml, type YamlNode } from '../yaml/index.ts'
import type { Flags } from './flags-table.ts'

/** What the command line says about times. */
export interface TimeWindows {
  /** `--sample`: inputs are read only as far as it reaches. */
  readonly sample: Interval | undefined
  /** `--event-time-start` and `--event-time-end`: which batches are built. */
  readonly eventTime: Interval | undefined
}

type WindowFlags = Pick<Flags, 'sample' | 'event_time_start' | 'event_time_end'>

/** Reads the options that speak of time; `now` is where a sample of «the last 3 days» ends. */
export function readTimeWindows(flags: WindowFlags, now: Date): Outcome<TimeWindows> {
  const sample = readSample(flags.sample, now)
  const eventTime = readEventTime(flags)
  const diagnostics = [sample, eventTime].flatMap((it) => it.diagnostics)
  return { value: { sample: sample.value, eventTime: eventTime.value }, diagnostics }
}

type Found = Outcome<Interval | undefined>
const nothing: Found = { value: undefined, diagnostics: [] }

function readSample(text: string | undefined, now: Date): Found {
  if (text === undefined) return nothing
  return text.trimStart().startsWith('{') ? readBounds(text) : readLast(text, now)
}

/** `3 days` */
function readLast(text: string, now: Date): Found {
  const match = /^(-?\d+) (\w+?)s*$/i.exec(text)
  const grain = match?.[2]?.toLowerCase()
  if (!isGrain(grain)) return wrong('--sample', text, SAMPLES)
  return found({ start: shiftBy(now, grain, -Number(match?.[1])), end: now })
}

const SAMPLES = `a number and one of ${GRAINS.map((grain) => `${grain}s`).join(', ')}, such as "3 days", or {start: "…", end: "…"}`

/** `{start: '2024-07-01', end: '2024-07-08 18:00:00'}` */
function readBounds(text: string): Found {
  const { root } = readYaml({ path: '--sample', text }).value
  const [start, end] = ['start', 'end'].map((key) => toInstant(text, findEntry(root, key)?.value))
  return start && end ? found({ start, end }) : wrong('--sample', text, SAMPLES)
}

const DAY = /^\d{4}-\d\d-\d\d$/

/** Without quotes, a day is a date for YAML, which dbt does not take for a time. */
function toInstant(text: string, node: YamlNode | undefined): Date | undefined {
  if (node?.kind !== 'scalar' || typeof node.value !== 'string') return undefined
  return DAY.test(text.slice(node.start, node.end)) ? undefined : readInstant(node.value)
}

function readEventTime(flags: WindowFlags): Found {
  const { event_time_start: first, event_time_end: last } = flags
  if (first === undefined && last === undefined) return nothing
  const start = readOption('--event-time-start', first)
  const end = readOption('--event-time-end', last)
  if ('problem' in start || 'problem' in end) {
    const problems = [start, end].flatMap((it) => ('problem' in it ? [it.problem] : []))
    return { value: undefined, diagnostics: problems }
  }
  if (start.instant < end.instant) return found({ start: start.instant, end: end.instant })
  const swapped = diagnostic('event-times-swapped', { start: first ?? '', end: last ?? '' })
  return { value: undefined, diagnostics: [swapped] }
}

const OPTION = /^\d{4}-\d{1,2}-\d{1,2}(?:[T ]\d{1,2}:\d{1,2}:\d{1,2})?$/

function readOption(
  option: string,
  text: string | undefined,
): { readonly instant: Date } | { readonly problem: Diagnostic } {
  if (text === undefined) return { problem: alone(option) }
  const padded = text.replace(/\b\d\b/g, '0$&')
  const instant = OPTION.test(text) ? readInstant(padded) : undefined
  if (instant) return { instant }
  return { problem: invalid(option, text, 'a time such as 2024-09-17 or "2024-09-17 16:00:00"') }
}

/** The two options come together or not at all. */
function alone(missing: string): Diagnostic {
  const given = missing === '--event-time-end' ? '--event-time-start' : '--event-time-end'
  return diagnostic('option-needs-option', { given, missing })
}

function found(value: Interval): Found {
  return { value, diagnostics: [] }
}

function wrong(option: string, value: string, expected: string): Found {
  return { value: undefined, diagnostics: [invalid(option, value, expected)] }
}

function invalid(option: string, value: string, expected: string): Diagnostic {
  const place = { span: span({ path: option, text: value }, 0, value.length) }
  return diagnostic('invalid-option-value', { option, value, expected }, place)
}
