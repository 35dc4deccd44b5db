import { describe, expect, it } from 'vitest'
import type { NodeId, Step } from '../types/index.ts'
import { createSchedule, type Help, type Schedule, type StepEnd, type Turn } from './schedule.ts'

/** `c: a b !2` is a step c after a and b with priority 2; one whose name begins with `seed` is a seed. */
function steps(...lines: readonly string[]): readonly Step[] {
  return lines.map((line) => {
    const [name = '', rest = ''] = line.split(':')
    const words = rest.trim().split(/\s+/).filter(Boolean)
    return {
      kind: name.startsWith('seed') ? 'load-seed' : 'pass-over',
      node: name as NodeId,
      after: words.filter((word) => !word.startsWith('!')) as unknown as NodeId[],
      priority: Number(words.find((word) => word.startsWith('!'))?.slice(1) ?? 0),
    }
  })
}

async function takeStep(schedule: Schedule): Promise<Turn | undefined> {
  const turn = await schedule.take()
  if (turn && 'help' in turn) throw new Error('help where a step was expected')
  return turn
}

/** Takes everything with one thread; the order, with `(cause)` behind skipped steps. */
async function runAlone(
  plan: readonly Step[],
  ends: Readonly<Record<string, StepEnd>> = {},
): Promise<string> {
  const schedule = createSchedule(plan)
  const order: string[] = []
  for (let turn = await takeStep(schedule); turn; turn = await takeStep(schedule)) {
    const { step, skippedBecauseOf } = turn
    order.push(skippedBecauseOf ? `${step.node}(${skippedBecauseOf})` : step.node)
    schedule.finish(step.node, skippedBecauseOf ? 'skipped' : (ends[step.node] ?? 'passed'))
  }
  return order.join(' ')
}

const diamond = ['d: b c', 'b: a !1', 'c: a !3', 'a: !4']

describe('createSchedule', () => {
  it.each<[string, readonly string[], Readonly<Record<string, StepEnd>>, string]>([
    ['nothing', [], {}, ''],
    ['parents first, the more important first', diamond, {}, 'a c b d'],
    ['the order of the plan without priorities', ['a', 'b', 'c'], {}, 'a b c'],
    ['seeds first, whatever waits for others', ['a: !2', 'b: a', 'seed'], {}, 'seed a b'],
    ['children of a failure', diamond, { a: 'failed' }, 'a c(a) b(a) d(a)'],
    ['only children of the failure', diamond, { b: 'failed' }, 'a c b d(b)'],
    ['the first cause', ['a', 'b', 'c: a b'], { a: 'failed', b: 'failed' }, 'a b c(a)'],
    ['a step cancelled by itself', ['a', 'b: a'], { a: 'skipped' }, 'a b(a)'],
    ['nodes outside the plan', ['a: elsewhere'], {}, 'a'],
  ])('gives %s', async (_, lines, ends, expected) => {
    expect(await runAlone(steps(...lines), ends)).toBe(expected)
  })

  it('lets several threads wait for one step', async () => {
    const schedule = createSchedule(steps('a', 'b: a', 'c: a'))
    expect((await takeStep(schedule))?.step.node).toBe('a')
    const waiting = [takeStep(schedule), takeStep(schedule), takeStep(schedule)]
    schedule.finish('a' as NodeId, 'passed')
    expect((await waiting[0])?.step.node).toBe('b')
    expect((await waiting[1])?.step.node).toBe('c')
    schedule.finish('b' as NodeId, 'passed')
    schedule.finish('c' as NodeId, 'passed')
    expect(await waiting[2]).toBeUndefined()
  })

  it('lends work to those who find no step, until it is taken back', async () => {
    const schedule = createSchedule(steps('a', 'b: a'))
    await schedule.take()
    const idle = schedule.take()
    const help: Help['help'] = async () => undefined
    const takeBack = schedule.lend(help)
    expect(await idle).toEqual({ help })
    expect(await schedule.take()).toEqual({ help })
    takeBack()
    const waiting = takeStep(schedule)
    schedule.finish('a' as NodeId, 'passed')
    expect((await waiting)?.step.node).toBe('b')
  })

  it('gives back what was not taken when it is stopped', async () => {
    const schedule = createSchedule(steps('a', 'b', 'c: a'))
    await schedule.take()
    await schedule.take()
    const waiting = schedule.take()
    expect(schedule.stop().map((step) => step.node)).toEqual(['c'])
    expect(await waiting).toBeUndefined()
    schedule.finish('a' as NodeId, 'passed')
    expect(await schedule.take()).toBeUndefined()
  })

  it('orders many steps', async () => {
    const lines = Array.from({ length: 300 }, (_, index) => `n${index}: !${(index * 7919) % 301}`)
    const order = (await runAlone(steps(...lines))).split(' ')
    const priorities = order.map((name) => (Number(name.slice(1)) * 7919) % 301)
    expect(priorities).toEqual([...priorities].sort((left, right) => right - left))
  })
})
