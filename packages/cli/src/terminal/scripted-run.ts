import type { Node, NodeId, RunEvent, RunResult, Step, StepResult } from '@btn/core'
import { diagnostic, span } from '@btn/diagnostics'

// A run that never happened, told event by event: what tests of the terminal listen to.

interface Line {
  readonly name: string
  readonly kind: 'model' | 'seed' | 'test'
  readonly result: Partial<StepResult> & Pick<StepResult, 'status'>
}

const source = {
  path: 'models/revenue.sql',
  text: "select\n  day,\n  sum(net_amuont) as revenue\nfrom {{ ref('orders') }}\ngroup by day\n",
}
const typo = diagnostic(
  'database-error',
  { problem: 'Referenced column "net_amuont" not found' },
  { span: span(source, 20, 30) },
)

const lines: readonly Line[] = [
  { name: 'countries', kind: 'seed', result: { status: 'success', message: 'INSERT 3', rows: 3 } },
  { name: 'orders', kind: 'model', result: { status: 'success', message: 'OK', rows: 300 } },
  { name: 'not_null_orders_id', kind: 'test', result: { status: 'pass', failures: 0 } },
  {
    name: 'unique_orders_id',
    kind: 'test',
    result: { status: 'warn', failures: 2, message: 'Got 2 results, configured to warn if != 0' },
  },
  {
    name: 'revenue',
    kind: 'model',
    result: {
      status: 'error',
      message: 'Binder Error: Referenced column "net_amuont" not found',
      compiledPath: 'target/compiled/shop/models/revenue.sql',
      diagnostics: [typo],
    },
  },
  {
    name: 'report',
    kind: 'model',
    result: { status: 'skipped', skippedBecauseOf: idOf('revenue', 'model') },
  },
]

function idOf(name: string, kind: string): NodeId {
  return `${kind}.shop.${name}` as NodeId
}

function toNode({ name, kind }: Line): Node {
  const node = {
    id: idOf(name, kind),
    kind,
    name,
    alias: name,
    database: 'shop',
    schema: 'main',
    packageName: 'shop',
    path: `${name}.sql`,
    originalPath: `models/${name}.sql`,
    config: { materialized: kind === 'model' ? 'table' : kind },
    meta: {},
    checksum: 'c0ffee',
  }
  return node as unknown as Node
}

const defaults = {
  message: undefined,
  failures: undefined,
  rows: undefined,
  adapterResponse: {},
  timing: [],
  threadId: 'Thread-1 (worker)',
  executionTime: 0.25,
  compiledCode: undefined,
  compiledPath: undefined,
  relationName: undefined,
  diagnostics: [],
} satisfies Partial<StepResult>

export const scriptedNodes: ReadonlyMap<NodeId, Node> = new Map(
  lines.map((line) => [idOf(line.name, line.kind), toNode(line)]),
)

export async function* scriptedRun(): AsyncGenerator<RunEvent, RunResult> {
  const total = lines.length
  const results: StepResult[] = []
  for (const [position, { name, kind, result }] of lines.entries()) {
    const node = idOf(name, kind)
    const step = { kind: 'materialize', node } as Step
    const index = position + 1
    yield { type: 'step-started', step, index, total, threadId: 'Thread-1 (worker)' }
    if (name === 'orders')
      yield { type: 'logged', level: 'info', message: 'from a macro', isPrint: true }
    const finished = { ...defaults, ...result, node }
    results.push(finished)
    yield { type: 'step-finished', step, index, total, result: finished }
  }
  const startedAt = new Date('2026-01-01T00:00:00Z')
  return {
    results,
    startedAt,
    completedAt: new Date('2026-01-01T00:00:01.5Z'),
    isInterrupted: false,
  }
}
