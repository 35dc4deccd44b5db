import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { InvokeEvent, InvokeOptions } from '../../cli/api/index.d.ts'
import { createWorkspace, runLine, type Workspace } from './workspace.ts'

// btn inside a program, by the door that the package has for it.

const { invoke } = await import('../../cli/api/index.js')

let workspace: Workspace
let options: InvokeOptions
let printed = ''

beforeAll(async () => {
  workspace = createWorkspace()
  const { output, exitCode } = await runLine('btn init shop', workspace)
  if (exitCode !== 0) throw new Error(output)
  options = {
    workingDirectory: join(workspace.folder, 'shop'),
    environment: workspace.environment,
    stdout: (text) => void (printed += text),
    stderr: (text) => void (printed += text),
  }
})

afterAll(() => workspace.remove())

it('gives results and manifest of a build, and tells each event', async () => {
  const events: InvokeEvent[] = []
  const folder = process.cwd()
  const built = await invoke(['build'], { ...options, onEvent: (event) => void events.push(event) })
  expect(built).toMatchObject({ success: true, exitCode: 0, error: undefined, lines: [] })
  const ids = built.runResults?.results.map((it) => it.unique_id) ?? []
  expect(ids.length).toBeGreaterThan(3)
  expect(Object.keys(Object(built.manifest?.['nodes']))).toEqual(expect.arrayContaining(ids))
  const finished = events.filter((it) => it.info.name === 'NodeFinished')
  expect(finished.map((it) => Object(it.data['node_info'])['unique_id'])).toEqual(
    expect.arrayContaining(ids),
  )
  const [first, last] = [events[0]?.info, events.at(-1)?.info]
  expect([first?.name, last?.name]).toEqual(['MainReportVersion', 'CommandCompleted'])
  expect(first?.invocation_id).toBe(built.runResults?.metadata['invocation_id'])
  expect(printed).toContain('Completed successfully')
  expect(process.cwd()).toBe(folder)
})

it('gives the lines of ls, and no results of the command before', async () => {
  const listed = await invoke(['ls', '--resource-type', 'model'], options)
  expect(listed.lines.every((it) => it.startsWith('shop.'))).toBe(true)
  expect(listed.lines.length).toBeGreaterThan(1)
  expect(listed.runResults).toBeUndefined()
  expect(listed.manifest?.metadata['project_name']).toBe('shop')
})

it('has a node that fails in its results, not as an error', async () => {
  writeFileSync(join(options.workingDirectory ?? '', 'models/broken.sql'), 'select no_such_column')
  const run = await invoke(['run', '--select', 'broken'], options)
  expect(run).toMatchObject({ success: false, exitCode: 1, error: undefined })
  expect(run.runResults?.results.map((it) => it.status)).toEqual(['error'])
})

it.each([
  [['run', '--nope'], 'no option --nope', false],
  [['run', '--select', 'state:modified'], 'error[selector-needs-state]', true],
  [['run', '--vars', '['], '--vars:1:2', false],
])('says why btn %j could not do its work', async (words, text, hasManifest) => {
  const { success, exitCode, error, manifest, runResults } = await invoke(words, options)
  expect({ success, exitCode, runResults }).toEqual({ success: false, exitCode: 2 })
  expect(error?.message).toContain(text)
  expect(manifest !== undefined).toBe(hasManifest)
})

it('stops when its signal says so', async () => {
  const stopping = new AbortController()
  const stopped = await invoke(['run'], {
    ...options,
    signal: stopping.signal,
    onEvent: ({ info }) => void (info.name === 'ConcurrencyLine' && stopping.abort()),
  })
  expect(stopped.exitCode).toBe(2)
  expect(new Set(stopped.runResults?.results.map((it) => it.status))).toEqual(new Set(['skipped']))
})

it('does one thing after the other', async () => {
  const order: string[] = []
  const note = (name: string) => ({
    ...options,
    onEvent: ({ info }: InvokeEvent) => {
      if (/^(MainReportVersion|CommandCompleted)$/.test(info.name)) order.push(name)
    },
  })
  await Promise.all([invoke(['ls'], note('a')), invoke(['ls'], note('b'))])
  expect(order).toEqual(['a', 'a', 'b', 'b'])
})

it('gives what a callback throws as the error', async () => {
  const onEvent = (): never => {
    throw new Error('mine')
  }
  const { exitCode, error } = await invoke(['ls'], { ...options, onEvent })
  expect({ exitCode, message: error?.message }).toEqual({ exitCode: 2, message: 'mine' })
})

it('leaves artifacts alone with --no-write-json', async () => {
  await invoke(['clean'], options)
  const run = await invoke(['--no-write-json', 'seed'], options)
  expect(run).toMatchObject({ exitCode: 0, runResults: undefined, manifest: undefined })
  expect(existsSync(join(options.workingDirectory ?? '', 'target/run_results.json'))).toBe(false)
})
