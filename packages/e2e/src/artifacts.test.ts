import { Ajv2020 } from 'ajv/dist/2020.js'
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorkspace, repository, runLine, type Workspace } from './workspace.ts'

// The artifacts of a real run, against the schemas that say what they are.

let workspace: Workspace

beforeAll(async () => {
  workspace = createWorkspace()
  const { output, exitCode } = await runLine('btn init shop && cd shop && btn build', workspace)
  if (exitCode !== 0) throw new Error(output)
})

afterAll(() => workspace.remove())

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

it.each([
  ['manifest.json', 'manifest'],
  ['run_results.json', 'run-results'],
])('%s is what its schema says', (file, schema) => {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true })
  const path = join(repository, `packages/core/src/6-report/schemas/${schema}.schema.json`)
  const isValid = ajv.compile(Object(read(path)))
  isValid(read(join(workspace.folder, 'shop/target', file)))
  expect(isValid.errors ?? []).toEqual([])
})

it("run_results.json has the arguments that dbt's command has", async () => {
  const path = join(workspace.folder, 'shop/target/run_results.json')
  const ofBuild = { empty: false, export_saved_queries: false, show: false }
  expect(read(path)).toMatchObject({ args: { which: 'build', ...ofBuild } })
  await runLine('cd shop && btn compile', workspace)
  const ofCompile = { empty: false, inject_ephemeral_ctes: true, output: 'text' }
  expect(read(path)).toMatchObject({ args: { which: 'compile', ...ofCompile } })
  await runLine('cd shop && btn test', workspace)
  expect(read(path)).not.toHaveProperty('args.empty')
  await runLine('cd shop && btn build', workspace)
})

it('manifest.json says which ephemeral models were left out of the SQL, and nothing of these is compiled', async () => {
  const shop = join(workspace.folder, 'shop')
  const models = {
    within: `{{ config(materialized='ephemeral') }}select 1 as id`,
    around: `select * from {{ ref('within') }}`,
  }
  const paths = Object.entries(models).map(
    ([name, sql]) => [join(shop, 'models', `${name}.sql`), sql] as const,
  )
  for (const [path, sql] of paths) writeFileSync(path, sql)
  await runLine('cd shop && btn compile --select around --no-inject-ephemeral-ctes', workspace)
  const { nodes } = Object(read(join(shop, 'target/manifest.json')))
  expect(nodes['model.shop.around']).toMatchObject({
    compiled_code: 'select * from __dbt__cte__within',
    compiled_path: null,
    extra_ctes_injected: false,
    extra_ctes: [{ id: 'model.shop.within', sql: 'None' }],
  })
  expect(nodes['model.shop.within']).not.toHaveProperty('compiled_code')
  for (const [path] of paths) rmSync(path)
  await runLine('cd shop && btn build', workspace)
})

it('run_results.jsonl has a line per node, between the first and the last', () => {
  const target = join(workspace.folder, 'shop/target')
  const lines = readFileSync(join(target, 'run_results.jsonl'), 'utf8').trim().split('\n')
  const results = Object(read(join(target, 'run_results.json')))['results']
  expect(lines.slice(1, -1).map((line) => JSON.parse(line))).toEqual(results)
  expect(results.length).toBeGreaterThan(0)
})

it('ls writes manifest.json where it is not there, or of another project than now', async () => {
  const shop = join(workspace.folder, 'shop')
  const path = join(shop, 'target/manifest.json')
  const wordsOf = async (words: string): Promise<object> => {
    const { output, exitCode } = await runLine(`cd shop && btn ${words}`, workspace)
    if (exitCode !== 0) throw new Error(output)
    return Object(read(path))
  }
  const idAfter = async (words: string): Promise<string> =>
    Object(await wordsOf(words)).metadata.invocation_id
  await wordsOf('parse')
  const { metadata: _, ...parsed } = Object(read(path))
  rmSync(path)
  const { metadata, ...listed } = Object(await wordsOf('ls'))
  expect(listed).toEqual(parsed)
  const { invocation_id: first } = metadata
  expect(await idAfter('ls --quiet')).toBe(first)
  const afterVars = await idAfter("ls --vars 'a: 1'")
  expect(afterVars).not.toBe(first)
  const again = await idAfter('ls')
  expect(again).not.toBe(afterVars)
  appendFileSync(join(shop, 'models', anyModel(shop)), '\n-- listed')
  expect(JSON.stringify(await wordsOf('ls'))).toContain('-- listed')
  writeFileSync(path, '{"metadata": {"invocation_id": "somebody"}}')
  expect(await idAfter('ls')).not.toBe('somebody')
  writeFileSync(path, '{"metadata": {"invocation_id": "somebody"}}')
  expect(await idAfter('ls --no-write-json')).toBe('somebody')
})

function anyModel(project: string): string {
  const files = readdirSync(join(project, 'models'), { recursive: true, encoding: 'utf8' })
  return files.find((name) => name.endsWith('.sql')) ?? ''
}

it('manifest.json is the same with caches and without, after an edit', async () => {
  const shop = join(workspace.folder, 'shop')
  const run = async (words: string): Promise<object> => {
    const { output, exitCode } = await runLine(`cd shop && btn ${words}`, workspace)
    if (exitCode !== 0) throw new Error(output)
    const { metadata, ...rest } = Object(read(join(shop, 'target/manifest.json')))
    expect(metadata).toHaveProperty('invocation_id')
    return rest
  }
  await run('parse')
  appendFileSync(join(shop, 'models', anyModel(shop)), '\n-- edited: é')
  const cached = await run('parse')
  expect(JSON.stringify(cached)).toContain('-- edited: é')
  expect(cached).toEqual(await run('parse --no-partial-parse'))
})
