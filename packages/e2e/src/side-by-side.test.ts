import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { startBtn } from './process.ts'
import { createWorkspace, runLine } from './workspace.ts'

// Two commands that write the same database at the same time: DuckDB lets one process in, and the other one is told who that is.

const ROUNDS = 2
const workspace = createWorkspace()
afterAll(() => workspace.remove())

it('loads a file once, whichever of two processes is first', { timeout: 120_000 }, async () => {
  mkdirSync(join(workspace.folder, 'models'))
  writeFileSync(
    join(workspace.folder, 'project.yml'),
    'name: shop\noutputs:\n  dev: { type: duckdb, path: target/shop.duckdb }\n',
  )
  writeFileSync(
    join(workspace.folder, 'models/raw.yml'),
    'sources: [{ name: raw, tables: [{ name: orders, config: { load: { from: "orders_*.csv", strategy: append } }, columns: [{ name: id, data_type: integer }] }] }]\n',
  )
  for (let round = 1; round <= ROUNDS; round++) {
    writeFileSync(join(workspace.folder, `orders_${round}.csv`), `id\n${round}\n${-round}\n`)
    const both = [1, 2].map(() => startBtn(['load', '--quiet'], workspace))
    const codes = await Promise.all(both.map(({ ended }) => ended))
    for (const [at, running] of both.entries()) {
      if (codes[at] === 0) continue
      expect(codes[at]).toBe(2)
      expect(running.output()).toContain('error[database-locked]')
    }
    expect(codes).toContain(0)
    const line = `btn show --quiet --output json --inline "select count(*) as n, count(distinct id) as different from raw.orders"`
    const { output } = await runLine(line, workspace)
    expect(JSON.parse(output).show).toEqual([{ n: 2 * round, different: 2 * round }])
  }
})
