import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { randomOf, sleep, startBtn } from './process.ts'
import { createWorkspace, repository, runLine } from './workspace.ts'

const KILLS = 50
const ROWS = 60_000
const ROWS_OF_HISTORY = 20_000

const workspace = createWorkspace(join(repository, 'packages/e2e/projects/generations'))
afterAll(() => workspace.remove())

interface Seen {
  readonly name: string
  readonly n: number
  readonly lowest: number
  readonly highest: number
  readonly generations: number
}

const tables = ['first', 'second', 'third', 'history']
const query = tables
  .map(
    (name) =>
      `select '${name}' as name, count(*) as n, min(generation) as lowest, max(generation) as highest, count(distinct generation) as generations from ${name}`,
  )
  .join(' union all ')

/** What a reader finds in the tables now. */
async function look(): Promise<readonly Seen[]> {
  const line = `btn show --quiet --limit -1 --output json --inline "${query}"`
  const { output, exitCode } = await runLine(line, workspace)
  expect(exitCode, output).toBe(0)
  const { show }: { readonly show: readonly Seen[] } = JSON.parse(output)
  return show
}

const build = (generation: number) =>
  startBtn(['build', '--vars', `{generation: ${generation}}`], workspace)

it(`leaves the last good state after each of ${KILLS} kills`, { timeout: 600_000 }, async () => {
  const startedMs = performance.now()
  expect(await build(0).ended).toBe(0)
  const durationMs = performance.now() - startedMs
  const random = randomOf(20260101)
  let before = await look()
  for (let generation = 1; generation <= KILLS; generation++) {
    const running = build(generation)
    await Promise.race([sleep(random() * durationMs), running.ended])
    running.child.kill('SIGKILL')
    await running.ended
    const now = await look()
    for (const [at, seen] of now.entries()) {
      if (seen.name === 'history') {
        expect(seen.n).toBe(seen.generations * ROWS_OF_HISTORY)
      } else {
        expect(seen, 'a table is of one generation and whole').toMatchObject({
          n: ROWS,
          generations: 1,
        })
      }
      const known = before[at]?.highest ?? 0
      expect([known, generation], 'what was committed stays').toContain(seen.highest)
    }
    expectTrueRecord()
    before = now
  }
  expect(await build(KILLS + 1).ended).toBe(0)
  expect((await look()).map((it) => it.highest)).toEqual(tables.map(() => KILLS + 1))
})

/** Whatever moment btn was killed at: each line of the record is whole, and no result is half-written. */
function expectTrueRecord(): void {
  const lines = join(workspace.folder, 'target/run_results.jsonl')
  if (existsSync(lines)) {
    for (const line of readFileSync(lines, 'utf8').trimEnd().split('\n')) JSON.parse(line)
  }
  JSON.parse(readFileSync(join(workspace.folder, 'target/run_results.json'), 'utf8'))
  JSON.parse(readFileSync(join(workspace.folder, 'target/manifest.json'), 'utf8'))
}
