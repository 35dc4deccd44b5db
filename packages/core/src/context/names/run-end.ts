import { fromJs, hostFunction, Tuple, type Value } from '@btn/jinja'
import { toGraphJson } from '../../artifact/index.ts'
import type { Json, JsonObject, Node, StepResult } from '../../types/index.ts'
import type { Context, NameBuilder } from '../context.ts'
import { Moment } from '../python/moment.ts'
import { lazyRecord, record } from '../values/record.ts'

/** What `on-run-end` sees of the run. */
export function runEnd(name: 'results' | 'schemas' | 'database_schemas'): NameBuilder {
  return (context) => {
    const end = context.mode.kind === 'run' ? context.mode.runEnd : undefined
    if (!end) return []
    if (name === 'schemas') return [...end.schemas]
    if (name === 'database_schemas') return end.databaseSchemas.map((pair) => new Tuple([...pair]))
    return end.results.map((result) => resultValue(context, result))
  }
}

/** One entry of `results`. */
function resultValue({ mode }: Context, result: StepResult): Value {
  const node = mode.kind === 'run' ? mode.linked.nodes.get(result.node) : undefined
  const json = (): JsonObject => (node ? nodeJson(node, result) : {})
  const members: Readonly<Record<string, () => Value>> = {
    status: () => result.status,
    timing: () => result.timing.map(timingValue),
    thread_id: () => result.threadId,
    execution_time: () => fromJs(result.executionTime),
    adapter_response: () => fromJs(result.adapterResponse),
    message: () => result.message ?? null,
    failures: () => result.failures ?? null,
    node: () => (node ? nodeValue(node, json()) : null),
    agate_table: () => null,
    batch_results: () => null,
    overload_results: () => null,
  }
  const find = (name: string): Value | undefined =>
    Object.hasOwn(members, name) ? members[name]?.() : undefined
  const plain: Readonly<Record<string, () => Json>> = {
    node: json,
    timing: () => result.timing.map(timingJson),
  }
  const toDict = hostFunction('to_dict', () =>
    lazyRecord('dict', Object.keys(members), (name) =>
      Object.hasOwn(plain, name) ? fromJs(plain[name]?.() ?? null) : find(name),
    ),
  )
  return lazyRecord('RunResult', Object.keys(members), (name) =>
    name === 'to_dict' ? toDict : find(name),
  )
}

type Timing = StepResult['timing'][number]

/** When a part of the step began and ended. */
function timingValue(timing: Timing): Value {
  return record('TimingInfo', {
    name: timing.name,
    started_at: datetime(timing.startedAt),
    completed_at: datetime(timing.completedAt),
    to_dict: hostFunction('to_dict', () => fromJs(timingJson(timing))),
  })
}

function timingJson({ name, startedAt, completedAt }: Timing): JsonObject {
  return {
    name,
    started_at: startedAt.toISOString(),
    completed_at: completedAt.toISOString(),
  }
}

/** In UTC, and without saying so, as dbt has it. */
function datetime(instant: Date): Value {
  return new Moment('datetime', BigInt(instant.getTime()) * 1000n)
}

function nodeJson(node: Node, { compiledCode, compiledPath }: StepResult): JsonObject {
  return toGraphJson(node, {
    ...(compiledCode !== undefined && { compiledCode }),
    ...(compiledPath !== undefined && { compiledPath }),
  })
}

/** A node as an object: its keys are attributes, and `to_dict()` gives them all. */
function nodeValue(node: Node, json: JsonObject): Value {
  const isEphemeral = node.config['materialized'] === 'ephemeral'
  const dependsOn = 'dependsOn' in node ? node.dependsOn : { nodes: [], macros: [] }
  const more: Readonly<Record<string, () => Value>> = {
    to_dict: () => hostFunction('to_dict', () => fromJs(json)),
    is_ephemeral: () => isEphemeral,
    is_ephemeral_model: () => isEphemeral && node.kind === 'model',
    is_refable: () => ['model', 'seed', 'snapshot'].includes(node.kind),
    is_relational: () => ['model', 'seed', 'snapshot'].includes(node.kind) && !isEphemeral,
    depends_on_nodes: () => [...dependsOn.nodes],
    depends_on_macros: () => dependsOn.macros.map(String),
    identifier: () => ('alias' in node ? node.alias : node.name),
  }
  return lazyRecord('Node', Object.keys(json), (name) => {
    if (Object.hasOwn(more, name)) return more[name]?.()
    const value = json[name]
    return value === undefined ? undefined : fromJs(value)
  })
}
