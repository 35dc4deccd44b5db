import { expect, it } from 'vitest'
import { toLastRunInfo, toRun } from './results.ts'

it('says how long something took that was done, and nothing of what was skipped', () => {
  expect(toLastRunInfo({ status: 'success', execution_time: 2 })?.seconds).toBe(2)
  expect(toLastRunInfo({ status: 'skipped', execution_time: 0 })).toEqual({ status: 'skipped' })
  expect(toRun({ status: 'skipped', seconds: 0 })).toEqual([{ status: 'skipped' }])
})
