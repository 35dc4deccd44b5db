import { describe, expect, it } from 'vitest'
import type { NodeId, Step } from '../types/index.ts'
import { createSchedule, type Help, type Schedule, type StepEnd, type Turn } from './schedule.ts'

/** `c: a b` is a step c after a and b. */
function steps(...lines: readonly string[]): readonly Step[] {
  return lines.map((line) => {
    const [name = '', rest = ''] = line.split(':')
    const after = rest.trim().split(/\s+/).filter(Boolean) as unknown as NodeId[]
    return { kind: 'pass-over', node: name as NodeId, after }
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

const diamond = ['a', 'b: a', 'c: a', 'd: b c']

describe('createSchedule', () => {
  it.each<[string, readonly string[], Readonly<Record<string, StepEnd>>, string]>([
    ['nothing', [], {}, ''],
    ['parents first', diamond, {}, 'a b c d'],
    ['the order of the plan', ['a', 'b', 'c'], {}, 'a b c'],
    ['what was free before comes before what is set free', ['a', 'b: a', 'c'], {}, 'a c b'],
    ['children of a failure', diamond, { a: 'failed' }, 'a b(a) c(a) d(a)'],
    ['only children of the failure', diamond, { b: 'failed' }, 'a b c d(b)'],
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
})
