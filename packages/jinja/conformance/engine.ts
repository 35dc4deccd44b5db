import { DiagnosticError, positionAt, type Diagnostic } from '@btn/diagnostics'
import {
  bindMacro,
  callValue,
  compileExpression,
  compileMacro,
  compileTemplate,
  evaluate,
  hostFunction,
  jinjaGlobals,
  parse,
  parseExpression,
  readSignature,
  render,
  renderNative,
  scanBlocks,
  scopeOf,
  toRepr,
  type Block,
  type CompiledTemplate,
  type Scope,
  type Value,
} from '../src/index.ts'
import { checkTrace } from './check-trace.ts'

/** A case as `generate.py` and `fuzz.py` write it. */
export interface Case {
  readonly template: string
  /** Python literals, which are Jinja expressions, too. */
  readonly context?: string
  /** The text of a macro file beside the template. */
  readonly macros?: string
  readonly native?: boolean
  /** Undefined names as dbt treats them while it reads the project. */
  readonly parsing?: boolean
}

export interface Failure {
  readonly type: string
  readonly message: string
  readonly line: number | null
  /** Further mistakes in the same template, which btn finds at once and Jinja2 one by one. */
  readonly others?: readonly Failure[]
}

export type Result = { readonly output: string } | { readonly error: Failure }

/** What btn makes of a case, in the words of the goldens. */
export async function renderCase(item: Case): Promise<Result> {
  try {
    const parsed = parse({ path: 'template', text: item.template })
    if (parsed.diagnostics[0]) return { error: describeAll(parsed.diagnostics) }
    const scope = await makeScope(item)
    return { output: await renderText(compileTemplate(parsed.value), scope, item) }
  } catch (thrown) {
    if (thrown instanceof DiagnosticError) return { error: describeAll(thrown.diagnostics) }
    const message = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
    return { error: { type: 'HostFault', message, line: null } }
  }
}

async function renderText(template: CompiledTemplate, scope: Scope, item: Case): Promise<string> {
  if (item.native) return toRepr(await renderNative(template, scope))
  const undefinedMode = item.parsing ? 'tolerant' : 'lenient'
  const traced = await render(template, scope, { undefinedMode })
  checkTrace(traced)
  return traced.text
}

async function makeScope(item: Case): Promise<Scope> {
  const names = new Map<string, Value>([['echo', echo]])
  const scope = scopeOf(names)
  for (const [name, value] of await readContext(item.context ?? '{}')) names.set(name, value)
  const source = { path: 'macros', text: item.macros ?? '' }
  for (const block of scanBlocks(source).value) {
    const name = macroName(block)
    names.set(name, bindMacro(compileMacro(block), scope, { name }))
  }
  return scope
}

const noNames = scopeOf({})

async function readContext(text: string): Promise<[string, Value][]> {
  const expression = parseExpression({ path: 'context', text: `(${text}).items()|list` }).value
  if (!expression) throw new Error(`the context cannot be read: ${text}`)
  const items = await evaluate(compileExpression(expression), noNames)
  if (!Array.isArray(items)) throw new Error(`the context is no dict: ${text}`)
  return items.map((item) => [String(itemOf(item, 0)), itemOf(item, 1)])
}

function itemOf(value: Value, index: number): Value {
  if (typeof value !== 'object' || value === null || !('getItem' in value)) return null
  return value.getItem?.(index) ?? null
}

/** dbt's names for what its tags define. */
function macroName(block: Block): string {
  if (block.kind === 'materialization') {
    return `materialization_${block.name}_${readSignature(block).value.adapter ?? 'default'}`
  }
  return block.kind === 'macro' ? block.name : `test_${block.name}`
}

/** Gives back what it was called with: `[[positional], {named}]`. */
const echo = hostFunction('echo', async ({ positional, named, callSite }) => {
  const dict = jinjaGlobals.get('dict')
  if (!dict) throw new Error('there is no dict')
  return [[...positional], await callValue(dict, { named, callSite })]
})

function describeAll(mistakes: readonly Diagnostic[]): Failure {
  const [first, ...others] = mistakes.map(describe)
  if (!first) throw new Error('an error without a diagnostic')
  return others.length ? { ...first, others } : first
}

function describe(mistake: Diagnostic): Failure {
  const type = 'pythonType' in mistake.params ? String(mistake.params.pythonType) : mistake.code
  const span = mistake.span
  const line = span ? positionAt(span.source, span.start).line : null
  return { type, message: mistake.message, line }
}
