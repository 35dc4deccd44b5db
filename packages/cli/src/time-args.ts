import { formatInstant, type Project } from './project.ts'

/** Times as dbt writes them among the arguments: instants for the sample, times without a zone for the others. */
export function timeArgs({ sample, eventTime }: Project['windows']) {
  return {
    ...(sample && { sample: { start: inUtc(sample.start), end: inUtc(sample.end) } }),
    ...(eventTime && {
      event_time_start: naive(eventTime.start),
      event_time_end: naive(eventTime.end),
    }),
  }
}

function inUtc(instant: Date): string {
  return formatInstant(instant).replace(' ', 'T')
}

function naive(instant: Date): string {
  return instant.toISOString().slice(0, 19)
}
