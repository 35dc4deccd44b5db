import { expect, it } from 'vitest'
import type { AlertSpec } from '../types/index.ts'
import { decide, type Occurrence } from './decide.ts'
import { fillTemplate } from './fill-template.ts'
import { replay } from './open-alerts.ts'

const spec = (name: string, more: Partial<AlertSpec> = {}): AlertSpec => ({
  name,
  on: ['error'],
  of: ['monitor'],
  sink: { kind: 'stdout' },
  retries: 0,
  place: { file: '', start: 0, end: 0 },
  ...more,
})

const found = (severity: Occurrence['severity']): Occurrence => ({
  id: 'm',
  subject: 'monitor',
  name: 'volume',
  severity,
  message: '',
  date: undefined,
  value: undefined,
})

const row = (state: string, atMs: number, delivered = true) => ({
  id: 'm',
  state,
  atMs,
  sinks: [{ name: 'ops', delivered }],
})

const after = (rows: readonly ReturnType<typeof row>[]) => replay(rows).get('m')
const states = (...args: Parameters<typeof decide>) => decide(...args).map(({ state }) => state)

it('tells once that something is wrong, and once that it is over', () => {
  const ops = [spec('ops')]
  expect(states(found('error'), ops, undefined, 0)).toEqual(['opened'])
  expect(states(found('error'), ops, after([row('opened', 0)]), 99)).toEqual([])
  expect(states(found(undefined), ops, after([row('opened', 0)]), 99)).toEqual(['resolved'])
  const isOver = after([row('opened', 0), row('resolved', 1)])
  expect(states(found(undefined), ops, isOver, 99)).toEqual([])
  expect(states(found('error'), ops, isOver, 99)).toEqual(['opened'])
})

it('tells again after a while, where that is wanted', () => {
  const ops = [spec('ops', { repeatEveryMs: 10 })]
  const known = after([row('opened', 0)])
  expect(states(found('error'), ops, known, 9)).toEqual([])
  expect(states(found('error'), ops, known, 10)).toEqual(['repeated'])
})

it('tells later whom it did not reach, and closes what nobody heard of', () => {
  const known = after([row('opened', 0, false)])
  expect(states(found('error'), [spec('ops')], known, 1)).toEqual(['repeated'])
  expect(decide(found(undefined), [spec('ops')], known, 1)).toEqual([
    { state: 'resolved', specs: [] },
  ])
})

it('tells each only of what it listens to', () => {
  const specs = [
    spec('ops'),
    spec('all', { on: ['error', 'warn'] }),
    spec('others', { names: ['x'] }),
    spec('tests', { of: ['test'] }),
  ]
  expect(decide(found('warn'), specs, undefined, 0)).toEqual([
    { state: 'opened', specs: [specs[1]] },
  ])
})

it('fills in texts, and whole values', () => {
  const values = { date: '2025-12-10', alerts: [1], message: 'bad' }
  const template = { day: '{date}', flags: '{alerts}', text: 'on {date}: {message} {other}', n: 1 }
  expect(fillTemplate(template, values)).toEqual({
    day: '2025-12-10',
    flags: [1],
    text: 'on 2025-12-10: bad {other}',
    n: 1,
  })
})
