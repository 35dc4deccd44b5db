import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { copyCase, isRecorded, listCases, recordingOf } from '../dbt-goldens/cases.mjs'
import { createWorkspace, runLine } from './workspace.ts'

// Small projects whose every outcome dbt has told: dbt-goldens/README.md.

const cases = listCases()

it('every case has been recorded', () => {
  expect(cases.filter((name) => !isRecorded(name))).toEqual([])
  expect(cases.length).toBeGreaterThan(0)
})

// A case is several runs of btn; on a busy machine they take their time.
describe.concurrent('btn makes what dbt made', { timeout: 600_000 }, () => {
  it.each(cases)('%s', async (name) => {
    const workspace = createWorkspace()
    try {
      const folder = join(mkdtempSync(join(workspace.folder, 'x')), 'project')
      copyCase(name, folder)
      const line = `btn verify-dbt --quiet --against ${recordingOf(name)}`
      const { output, exitCode } = await runLine(line, { ...workspace, folder })
      expect(output).toContain('btn made what dbt')
      expect(exitCode).toBe(0)
    } finally {
      workspace.remove()
    }
  })
})
