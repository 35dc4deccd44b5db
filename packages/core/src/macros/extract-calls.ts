import { visit, type Call, type Expression, type Node } from '@btn/jinja'

/** What a template may call, read from its tree without running it. */
export interface StaticCalls {
  /** `name`, `package.name`, or `dispatch:name:namespace`. */
  readonly calls: readonly string[]
  /** Names of the context through which the database is asked: `run_query`, `adapter.get_relation`, … */
  readonly asks: readonly string[]
}

const NEVER_MACROS = new Set(['ref', 'source', 'config'])
const ASKING_NAMES = new Set([
  'run_query',
  'statement',
  'is_incremental',
  'load_result',
  'load_relation',
  'results',
])
/** Methods of `adapter` that answer without the database. */
const QUIET_METHODS = new Set([
  'dispatch',
  'quote',
  'quote_as_configured',
  'quote_seed_column',
  'type',
  'Relation',
  'Column',
  'render_raw_columns_constraints',
  'render_raw_model_constraints',
])

export function extractCalls(tree: Node): StaticCalls {
  const calls = new Set<string>()
  const asks = new Set<string>()
  visit(tree, (node) => {
    if (node.kind === 'name' && ASKING_NAMES.has(node.name)) asks.add(node.name)
    if (
      node.kind === 'attribute' &&
      isName(node.object, 'adapter') &&
      !QUIET_METHODS.has(node.name)
    ) {
      asks.add(`adapter.${node.name}`)
    }
    if (node.kind === 'call') {
      for (const name of calledNames(node)) calls.add(name)
    }
  })
  return { calls: [...calls], asks: [...asks] }
}

function isName(node: Expression, name: string): boolean {
  return node.kind === 'name' && node.name === name
}

function calledNames(call: Call): readonly string[] {
  const { callee } = call
  if (callee.kind === 'name') return NEVER_MACROS.has(callee.name) ? [] : [callee.name]
  if (callee.kind !== 'attribute' || callee.object.kind !== 'name') return []
  if (callee.object.name !== 'adapter') return [`${callee.object.name}.${callee.name}`]
  return callee.name === 'dispatch' ? dispatched(call) : []
}

function dispatched(call: Call): readonly string[] {
  const text = (index: number, keyword: string): string | undefined => {
    const value =
      call.args.positional[index] ?? call.args.named.find((item) => item.name === keyword)?.value
    return value?.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined
  }
  const name = text(0, 'macro_name')
  if (name === undefined) return []
  return [name, `dispatch:${name}:${text(1, 'macro_namespace') ?? ''}`]
}
