import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { randomOf, sleep, startBtn } from './process.ts'
import { createWorkspace, repository, runLine } from './workspace.ts'

const KILLS = 20
const ROWS = 30_000

const workspace = createWorkspace(join(repository, 'packages/e2e/projects/published'))
afterAll(() => workspace.remove())

const build = (generation: number) =>
  startBtn(['build', '--quiet', '--vars', `{generation: ${generation}}`], workspace)

interface Seen {
  readonly name: string
  readonly n: number
  readonly generation: number
  readonly generations: number
}

const readers = ['first', 'second', 'third', "read_parquet('target/out/file.parquet')"]

/** What readers find, together. */
async function look(): Promise<readonly Seen[]> {
  const query = readers
    .map(
      (it, at) =>
        `select ${at} as name, count(*) as n, max(generation) as generation, count(distinct generation) as generations from ${it}`,
    )
    .join(' union all ')
  const line = `btn show --quiet --limit -1 --output json --inline "${query}"`
  const { output, exitCode } = await runLine(line, workspace)
  expect(exitCode, output).toBe(0)
  const { show }: { readonly show: readonly Seen[] } = JSON.parse(output)
  return show
}

it(
  `publishes everything or nothing, whenever it is killed (${KILLS} times)`,
  { timeout: 600_000 },
  async () => {
    const startedMs = performance.now()
    expect(await build(0).ended).toBe(0)
    const durationMs = performance.now() - startedMs
    const random = randomOf(20261121)
    let before = 0
    let fileBefore = 0
    for (let generation = 1; generation <= KILLS; generation++) {
      const running = build(generation)
      // Most moments lie in the second half, where the exchange is.
      await Promise.race([sleep(durationMs * (0.4 + 0.6 * random())), running.ended])
      running.child.kill('SIGKILL')
      await running.ended
      const [first, second, third, file] = await look()
      for (const seen of [first, second, third, file])
        expect(seen).toMatchObject({ n: ROWS, generations: 1 })
      expect([before, generation]).toContain(first?.generation)
      const tables = [first, second, third].map((it) => it?.generation)
      expect(new Set(tables).size, 'the relations are of one run').toBe(1)
      // Who exchanges has ended first what a killed run had begun with the file; who was killed before that leaves it as it was.
      const hasPublished = first?.generation === generation
      expect(hasPublished ? [before, generation] : [fileBefore, before]).toContain(file?.generation)
      before = first?.generation ?? before
      fileBefore = file?.generation ?? fileBefore
    }
    // A run that has nothing to do with the file ends what a killed one has begun with it.
    const line = `btn build --quiet --select first --vars '{generation: ${before}}'`
    expect((await runLine(line, workspace)).exitCode).toBe(0)
    const seen = await look()
    expect(new Set(seen.map((it) => it.generation)).size, 'the file was rolled forward').toBe(1)
    const left = `btn show --quiet --output json --inline "select count(*) as n from duckdb_tables() where table_name like '%__next'"`
    expect((await runLine(left, workspace)).exitCode).toBe(0)
  },
)
