import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorkspace, repository, runLine, type Workspace } from './workspace.ts'

/** A Python with the package duckdb: `BTN_PYTHON`, else `python3`. Where there is none, these tests are skipped. */
const python = [process.env['BTN_PYTHON'], 'python3'].find(
  (name) => name && spawnSync(name, ['-c', 'import duckdb']).status === 0,
)

describe.skipIf(python === undefined)('Python models', () => {
  let workspace: Workspace

  beforeAll(() => {
    workspace = createWorkspace(join(repository, 'packages/e2e/projects/python-models'))
  })
  afterAll(() => workspace.remove())

  async function btn(words: string): Promise<string> {
    const { output } = await runLine(`BTN_PYTHON='${python}' btn ${words}`, workspace)
    return output.replace(/^\d\d:\d\d:\d\d ? ?/gm, '')
  }

  test('are built beside the others', async () => {
    const output = await btn('build')
    expect(output).toContain('prices into "shop"."main"."prices"')
    expect(output).toMatch(/OK created python incremental model main\.history/)
    expect(output).toContain('PASS=6 ')
  })

  test('find what they refer to, with its types, and modules of the project', async () => {
    const output = await btn(
      `show --quiet --inline "select *, typeof(amount) as type from {{ ref('prices') }}"`,
    )
    expect(output).toBe(
      [
        '| day | amount | gap      | price | zone       | type    |',
        '| --- | ------ | -------- | ----- | ---------- | ------- |',
        '|   0 |      0 | 00:00:00 |     0 | Asia/Tokyo | HUGEINT |',
        '|   1 |     10 | 01:00:00 |    30 | Asia/Tokyo | HUGEINT |',
        '',
      ].join('\n'),
    )
  })

  test('run in materializations of the project, too', async () => {
    const output = await btn(`show --quiet --inline "select * from {{ ref('kept') }}"`)
    expect(output).toContain('is_plain')
  })

  test('add to what they made before', async () => {
    expect(await btn("run --quiet --vars '{days: 4}'")).toBe('')
    const output = await btn('show --quiet --select report --limit 1')
    expect(output).toMatch(/\| +0 \| Asia\/Tokyo \| 4 \|/)
  })

  test('fail at their line', async () => {
    await runLine(`sed -i 's/last = .*/last = 1 \\/ 0/' models/history.py`, workspace)
    const output = await btn('run --select history')
    expect(output).toContain('ZeroDivisionError: division by zero\n  --> models/history.py:5:9')
  })
})
