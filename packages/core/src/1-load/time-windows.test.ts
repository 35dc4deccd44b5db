import { expect, it } from 'vitest'
import { readTimeWindows } from './time-windows.ts'

const now = new Date('2024-03-31T12:30:00.250Z')

function read(sample?: string, start?: string, end?: string): unknown {
  const flags = { sample, event_time_start: start, event_time_end: end }
  const { value, diagnostics } = readTimeWindows(flags, now)
  if (diagnostics.length > 0) return diagnostics.map((it) => it.message)
  const window = value.sample ?? value.eventTime
  return window && [window.start.toISOString(), window.end.toISOString()]
}

it.each([
  ['3 days', '2024-03-28T12:30:00.250Z'],
  ['1 DAY', '2024-03-30T12:30:00.250Z'],
  ['2 hours', '2024-03-31T10:30:00.250Z'],
  ['1 month', '2024-02-29T12:30:00.250Z'],
  ['10 years', '2014-03-31T12:30:00.250Z'],
])('takes the last %s', (sample, start) => {
  expect(read(sample)).toEqual([start, now.toISOString()])
})

it('takes a sample between two times, without their zones', () => {
  expect(read("{start: '2024-01-01', end: '2024-02-01 18:00:00+02:00'}")).toEqual([
    '2024-01-01T00:00:00.000Z',
    '2024-02-01T18:00:00.000Z',
  ])
})

it('takes times without quotes', () => {
  expect(read('{start: 2024-01-01 00:00:00, end: 2024-02-01T18:00:00Z}')).toEqual([
    '2024-01-01T00:00:00.000Z',
    '2024-02-01T18:00:00.000Z',
  ])
})

const days = '{start: 2024-01-01, end: 2024-01-03}'

it.each([
  days,
  '3days',
  'x days',
  '3 weeks',
  '3',
  '{start: x, end: y}',
  "{start: '2024-01-01'}",
  '{',
])('refuses a sample of %s', (sample) => {
  expect(read(sample)).toEqual([expect.stringContaining('--sample cannot be')])
})

it('takes event times', () => {
  expect(read(undefined, '2024-1-02', '2024-01-02 7:00:00')).toEqual([
    '2024-01-02T00:00:00.000Z',
    '2024-01-02T07:00:00.000Z',
  ])
})

it('takes nothing when nothing is given', () => expect(read()).toBeUndefined())

it.each([
  ['2024-01-01', undefined, ['--event-time-start was specified without --event-time-end']],
  [undefined, '2024-01-01', ['--event-time-end was specified without --event-time-start']],
  ['2024-01-01', '2024-01-01', [expect.stringContaining('does not come after --event-time-start')]],
  ['2024', '2024-01-01', [expect.stringContaining('--event-time-start cannot be "2024"')]],
  ['2024-02-30', 'soon', [expect.stringContaining('2024-02-30'), expect.stringContaining('soon')]],
])('refuses event times from %s to %s', (start, end, messages) => {
  expect(read(undefined, start, end)).toEqual(messages)
})
