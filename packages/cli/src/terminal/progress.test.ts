import { expect, it } from 'vitest'
import { plain } from './paint.ts'
import { advance, renderProgress, startProgress } from './progress.ts'
import { scriptedRun } from './scripted-run.ts'

it('shows what runs, how much is done and for how long', async () => {
  const events = scriptedRun()
  let progress = startProgress(0)
  const frames: string[] = []
  for (let now = 1000; now <= 10_000; now += 1000) {
    const next = await events.next()
    if (next.done) break
    progress = advance(progress, next.value, (id) => id, now)
    frames.push(renderProgress(progress, now + 500, { columns: 80, rows: 24 }, plain))
  }
  expect(frames[0]).toBe('⠴ 0 of 6 done, 1.50s\n  seed.shop.countries  0.50s')
  expect(frames[1]).toBe('⠴ 1 of 6 done, 2.50s')
  expect(frames[9]).toBe('⠴ 4 of 6 done, 10.5s\n  model.shop.revenue  0.50s')
})

it('stays within the terminal', () => {
  let progress = startProgress(0)
  for (let n = 1; n <= 12; n++) {
    const node = `model.shop.a_rather_long_name_number_${n}`
    const event = { type: 'step-started', step: { node }, index: n, total: 12 }
    progress = advance(progress, event as never, (id) => id, n)
  }
  const lines = renderProgress(progress, 1000, { columns: 30, rows: 8 }, plain).split('\n')
  expect(lines.length).toBe(6)
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(30)
  expect(lines.at(-1)).toBe('  and 8 more')
})
