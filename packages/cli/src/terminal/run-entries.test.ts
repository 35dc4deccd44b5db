import { diagnostic } from '@btn/diagnostics'
import type { StepFinished } from '@btn/core'
import { expect, it } from 'vitest'
import { toEntry } from './run-entries.ts'
import { scriptedNodes, scriptedRun } from './scripted-run.ts'

/** The step that the scripted run passes over, with what is said of the reason. */
async function skipped(diagnostics: StepFinished['result']['diagnostics']): Promise<StepFinished> {
  for await (const event of scriptedRun())
    if (event.type === 'step-finished' && event.result.status === 'skipped')
      return { ...event, result: { ...event.result, diagnostics } }
  throw new Error('the scripted run skips nothing')
}

it('tells a model that is skipped for the mistake of an ephemeral one as an error, as dbt does', async () => {
  const mistake = diagnostic('ref-not-found', { name: 'orders' })
  expect(toEntry(await skipped([mistake]), scriptedNodes)).toMatchObject({
    name: 'LogSkipBecauseError',
    code: 'Z034',
    level: 'error',
    data: { schema: 'main', relation: 'report', index: 6, total: 6, status: 'error' },
  })
})

it('tells any other skipped model at the level of information', async () => {
  expect(toEntry(await skipped([]), scriptedNodes)).toMatchObject({
    name: 'SkippingDetails',
    level: 'info',
  })
})
