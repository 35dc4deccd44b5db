import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { sleep, startBtn } from './process.ts'
import { createWorkspace, repository, runLine, type Workspace } from './workspace.ts'

let workspace: Workspace
beforeEach(() => {
  workspace = createWorkspace(join(repository, 'packages/e2e/projects/slow'))
})
afterEach(() => workspace.remove())

interface Results {
  readonly results: readonly { readonly unique_id: string; readonly status: string }[]
}

function readResults(): Readonly<Record<string, string>> {
  const text = readFileSync(join(workspace.folder, 'target/run_results.json'), 'utf8')
  const { results }: Results = JSON.parse(text)
  return Object.fromEntries(results.map((it) => [it.unique_id, it.status]))
}

/** A build whose second model would run for hours, at the moment when it does. */
async function startSlowBuild() {
  const running = startBtn(['build'], workspace)
  await running.untilPrinted('OK created sql table model main.a_quick')
  await sleep(500)
  return running
}

it('Ctrl-C cancels what runs, skips the rest and writes the results', async () => {
  const running = await startSlowBuild()
  running.child.kill('SIGINT')
  expect(await running.ended).toBe(2)
  expect(running.output()).toContain('Stopping; what runs is cancelled.')
  expect(running.output()).toMatch(/Done\. PASS=1 .* TOTAL=3/)
  expect(readResults()).toEqual({
    'model.slow.a_quick': 'success',
    'model.slow.b_slow': expect.stringMatching(/^(error|skipped)$/),
    'model.slow.c_after': 'skipped',
  })
  const { output } = await runLine(
    'btn show --quiet --output json --inline "select count(*) as n from a_quick"',
    workspace,
  )
  expect(JSON.parse(output)).toEqual({ show: [{ n: 1 }] })
})

it('a second Ctrl-C ends at once', async () => {
  const running = await startSlowBuild()
  running.child.kill('SIGINT')
  running.child.kill('SIGINT')
  await sleep(5)
  running.child.kill('SIGINT')
  expect(await running.ended).toBe(2)
})

it('a second run at the same time is told who has the database', async () => {
  const running = await startSlowBuild()
  const second = await runLine('btn build --select a_quick', workspace)
  expect(second.exitCode).toBe(2)
  expect(second.output).toContain('error[database-locked]')
  expect(second.output).toContain(`process ${running.pid} `)
  running.child.kill('SIGINT')
  expect(await running.ended).toBe(2)
  expect((await runLine('btn build --select a_quick', workspace)).exitCode).toBe(0)
})

it('a reader that goes away ends btn without a word', async () => {
  const { output, exitCode } = await runLine(
    'btn ls 2> /dev/null | head -1; exit ${PIPESTATUS[0]}',
    workspace,
  )
  expect(output).toBe('slow.a_quick\n')
  expect(exitCode).toBe(0)
})
