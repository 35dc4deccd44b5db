import { expect, it } from 'vitest'
import { judgeSla } from './judge-sla.ts'
import { readDays, readTimeOfDay } from './read-sla.ts'

const sla = {
  kind: 'sla',
  by: '07:00',
  days: [1, 2, 3, 4, 5],
  timezone: 'Europe/Berlin',
  place: { file: '', start: 0, end: 0 },
} as const

// Wednesday; Berlin is one hour ahead of UTC.
const at = (time: string) => new Date(`2025-12-10T${time}:00Z`)
const verdict = (now: Date, ...ready: Date[]) => judgeSla(sla, 'orders', now, ready).verdict

it('is kept by what was ready that day, in time, where the table is', () => {
  expect(verdict(at('08:00'), at('05:59'))).toBe('pass')
  expect(verdict(at('08:00'), at('05:59'), at('07:30'))).toBe('pass')
  expect(verdict(at('08:00'), at('06:01'))).toBe('error')
  expect(verdict(at('08:00'), new Date('2025-12-09T05:00:00Z'))).toBe('error')
})

it('is not judged before it is due, nor on other days', () => {
  expect(verdict(at('05:30'))).toBe('no_verdict')
  expect(verdict(new Date('2025-12-13T12:00:00Z'))).toBe('no_verdict')
})

it('says when, and where', () => {
  expect(judgeSla(sla, 'orders', at('08:00'), [at('06:42')]).message).toBe(
    'orders was ready at 07:42, due at 07:00 (Europe/Berlin)',
  )
})

it('reads days and times', () => {
  expect(readDays(['mon-fri'])).toEqual([1, 2, 3, 4, 5])
  expect(readDays(['sat-mon', 'Wednesday'])).toEqual([1, 3, 6, 7])
  expect(readDays(['weekdays'])).toBeUndefined()
  const times = ['7:00', '07:30', '25:00', '7:60', '0700']
  expect(times.map(readTimeOfDay)).toEqual(['07:00', '07:30', undefined, undefined, undefined])
})
