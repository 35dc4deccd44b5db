import { describe, expect, it } from 'vitest'
import { readPreviousRun } from '../4-plan/previous-run.ts'
import { projectOf } from '../4-plan/test-support.ts'
import { MemoryHost } from '../memory-host.ts'
import type { Node, NodeId } from '../types/index.ts'
import { openReport, type Report } from './index.ts'
import { finished, invocation, resultOf } from './test-support.ts'

const manifest = projectOf({
  'seed.shop.raw': {},
  'model.shop.orders': { parents: ['seed.shop.raw'], code: "select '{{ env_var('x') }}'" },
  'test.shop.check': { parents: ['model.shop.orders'] },
})
const orders = 'model.shop.orders' as NodeId
const raw = 'seed.shop.raw' as NodeId

function open(environment: Readonly<Record<string, string>> = {}): {
  host: MemoryHost
  report: Report
} {
  const host = new MemoryHost({ environment })
  return { host, report: openReport(host, { targetFolder: '/p/target', invocation }) }
}

function readLines(host: MemoryHost): readonly Record<string, unknown>[] {
  const text = host.readText('/p/target/run_results.jsonl') ?? ''
  return text.split('\n').flatMap((line) => (line === '' ? [] : JSON.parse(line)))
}

describe('results', () => {
  it('stand on disk as soon as a node has finished', () => {
    const { host, report } = open()
    report.addResult(resultOf(raw), manifest.nodes.get(raw))
    expect(readLines(host).map((line) => line['unique_id'])).toEqual([undefined, raw])
    report.addResult(resultOf(orders, { status: 'error' }), manifest.nodes.get(orders))
    // Here a run is killed: what was done is on record, and no older run_results.json was touched.
    expect(readLines(host).map((line) => line['status'])).toEqual([undefined, 'success', 'error'])
    expect(host.readText('/p/target/run_results.json')).toBeUndefined()
  })

  it('begin empty, whatever an earlier run left', () => {
    const { host, report } = open()
    host.writeText('/p/target/run_results.jsonl', '{}\n{"status":"success"}\n')
    report.beginResults()
    expect(readLines(host).map((line) => Object.keys(line))).toEqual([['metadata', 'args']])
  })

  it('become run_results.json at the end', () => {
    const { host, report } = open()
    report.addResult(resultOf(raw), manifest.nodes.get(raw))
    report.addResult(resultOf(orders), manifest.nodes.get(orders))
    report.finish(finished)
    const json = JSON.parse(host.readText('/p/target/run_results.json') ?? '')
    expect(Object.keys(json)).toEqual(['metadata', 'results', 'elapsed_time', 'args'])
    expect(json.elapsed_time).toBe(3.5)
    expect(json.args).toEqual(invocation.args)
    expect(json.results).toEqual(readLines(host).slice(1, 3))
    expect(readLines(host).at(-1)).toEqual({ elapsed_time: 3.5, is_interrupted: false })
  })

  it('hold whole floats of variables as JSON, and they are read as such', () => {
    const host = new MemoryHost({ environment: {} })
    const args = { ...invocation.args, vars: { size: { $float: '1.0' }, '"args":{': 1 } }
    const report = openReport(host, {
      targetFolder: '/p/target',
      invocation: { ...invocation, args },
    })
    report.finish(finished)
    expect(JSON.parse(host.readText('/p/target/run_results.json') ?? '').args.vars.size).toBe(1)
    expect(readPreviousRun(host, '/p/target').value?.args).toEqual(args)
  })

  it('pass over an ephemeral model, unless it fails', () => {
    const { host, report } = open()
    const node = manifest.nodes.get(orders)
    const ephemeral = node && { ...node, config: { materialized: 'ephemeral' } }
    report.addResult(resultOf(raw), manifest.nodes.get(raw))
    report.addResult(resultOf(orders), ephemeral)
    report.addResult(resultOf(orders, { status: 'error' }), ephemeral)
    expect(readLines(host).map((line) => line['status'])).toEqual([undefined, 'success', 'error'])
  })

  it('are those of this run only', () => {
    const { host, report } = open()
    host.writeText('/p/target/run_results.jsonl', '{"old": true}\n')
    report.addResult(resultOf(raw), manifest.nodes.get(raw))
    expect(readLines(host)[0]).toMatchObject({ args: invocation.args })
  })

  it('of nothing are empty', () => {
    const { host, report } = open()
    report.finish(finished)
    expect(JSON.parse(host.readText('/p/target/run_results.json') ?? '').results).toEqual([])
  })

  it('say of a seed no relation and no compilation, as dbt does', () => {
    const { host, report } = open()
    report.addResult(resultOf(raw), manifest.nodes.get(raw))
    report.addResult(resultOf(orders), manifest.nodes.get(orders))
    const [, seed, model] = readLines(host)
    expect(seed).toMatchObject({ compiled: null, compiled_code: null, relation_name: null })
    expect(model).toMatchObject({ compiled: true, relation_name: '"shop"."main"."orders"' })
    expect(model).toMatchObject({
      timing: [
        {
          name: 'execute',
          started_at: '2024-01-01T00:00:01.250000Z',
          completed_at: '2024-01-01T00:00:02.000000Z',
        },
      ],
    })
  })
})

it('say of a unit test only that it was compiled, as dbt does', () => {
  const { host, report } = open()
  // Only its kind is asked for here.
  const tested = { ...manifest.nodes.get(orders), kind: 'unit_test' } as unknown as Node
  report.addResult(resultOf(orders, { status: 'error', compiledCode: undefined }), tested)
  report.addResult(resultOf(orders), tested)
  expect(readLines(host).map((line) => line['compiled'])).toEqual([undefined, null, true])
})

describe('secrets', () => {
  const environment = {
    DBT_ENV_SECRET_A: 'hush',
    BTN_ENV_SECRET_B: 'say "so"\n',
    DBT_ENV_SECRETLY: 'psst',
    DBT_ENV_SECRET_EMPTY: ' ',
    DBT_ENV_SECRET_LONGER: 'hush-hush',
    DBT_ENV_CUSTOM_ENV_team: 'blue',
    BTN_ENV_CUSTOM_ENV_team: 'red',
    OTHER: 'open',
  }

  it('stand in no artifact', () => {
    const { host, report } = open(environment)
    const compiledCode = "select 'hush-hush', 'psst', 'say \"so\"\n', 'open', 'hush'"
    report.writeManifest(manifest, {}, new Map([[orders, { compiledCode }]]))
    const message = 'Binder Error near hush'
    report.addResult(resultOf(orders, { compiledCode, message }), manifest.nodes.get(orders))
    report.finish(finished)
    for (const name of ['manifest.json', 'run_results.jsonl', 'run_results.json']) {
      const text = host.readText(`/p/target/${name}`) ?? ''
      expect(text).not.toContain('hush')
      expect(text).not.toContain('say ')
      expect(text).not.toContain('psst')
      expect(text).toContain("'*****'")
      expect(text).toContain("'open'")
    }
  })

  it('custom variables do', () => {
    const { host, report } = open(environment)
    report.writeManifest(manifest, {})
    const { metadata } = JSON.parse(host.readText('/p/target/manifest.json') ?? '')
    expect(metadata.env).toEqual({ team: 'red' })
    expect(metadata.project_id).toBe('fb54f3c5992b96d001bb16e8e92d968d')
  })
})

describe('manifest.json', () => {
  it('has what the run made of a node', () => {
    const { host, report } = open()
    const made = {
      compiledCode: 'select 1',
      compiledPath: 'target/compiled/shop/models/orders.sql',
      buildPath: 'target/run/shop/models/orders.sql',
    }
    report.writeManifest(manifest, {}, new Map([[orders, made]]))
    const { nodes } = JSON.parse(host.readText('/p/target/manifest.json') ?? '')
    expect(nodes[orders]).toMatchObject({
      compiled: true,
      compiled_code: 'select 1',
      compiled_path: made.compiledPath,
      build_path: made.buildPath,
      extra_ctes: [],
      extra_ctes_injected: true,
    })
    expect(nodes['test.shop.check']).not.toHaveProperty('compiled')
  })

  it('reads the same each time', () => {
    const texts = [1, 2].map(() => {
      const { host, report } = open()
      report.writeManifest(manifest, {})
      return host.readText('/p/target/manifest.json')
    })
    expect(texts[0]).toBe(texts[1])
  })
})

describe('the smaller files', () => {
  it('graph_summary.json', () => {
    const { host, report } = open()
    report.writeGraphSummary(manifest)
    expect(JSON.parse(host.readText('/p/target/graph_summary.json') ?? '')).toEqual({
      _invocation_id: invocation.id,
      linked: {
        0: { name: raw, type: 'seed', succ: [1] },
        1: { name: orders, type: 'model', succ: [2] },
        2: { name: 'test.shop.check', type: 'test' },
      },
    })
  })

  it('perf_info.json', () => {
    const { host, report } = open()
    report.writePerfInfo({ path_count: 2 })
    expect(host.readText('/p/target/perf_info.json')).toBe('{\n    "path_count": 2\n}')
  })
})
