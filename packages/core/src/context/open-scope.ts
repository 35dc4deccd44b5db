import type { Relation, SqlTable } from '@btn/adapter'
import {
  DiagnosticError,
  TracedText,
  wholeSpan,
  type Diagnostic,
  type Source,
  type Span,
} from '@btn/diagnostics'
import {
  callValue,
  compileTemplate,
  hostFunction,
  render,
  toText,
  type CompiledTemplate,
  type Value,
} from '@btn/jinja'
import type { MacroId, Node, NodeId, Operation } from '../types/index.ts'
import { parseYamlTemplate } from '../yaml/index.ts'
import type { Context, Linked, RunMode } from './context.ts'
import type { RuntimeOptions } from './create-runtime.ts'
import { toMacroValue } from './macro-value.ts'
import type {
  Awaitable,
  MacroArgument,
  NodeScope,
  Rendered,
  ScopeExtras,
  Session,
  StoredResult,
} from './runtime.ts'
import { createRunMode } from './run-mode.ts'
import { createContext } from './scope.ts'
import { relationOf } from './relations.ts'
import { isPythonFile } from '../python/is-python.ts'
import { tellWarning } from './tell-warning.ts'
import { renderKwargs, TEST_KWARGS } from './test-kwargs.ts'
import { AgateTable } from './values/agate/table.ts'
import { macroOf, subjectOf } from './subject.ts'
import { compileTest, parseTemplateText, templateOf, type TemplateText } from './template-text.ts'
import { RelationValue } from './values/relation.ts'

/** What the templates of one node see while it runs. */
export function openScope(
  options: RuntimeOptions,
  linked: Linked,
  node: Node,
  session: Session,
  { runEnd, batch }: ScopeExtras = {},
  text?: TemplateText,
): NodeScope {
  const mode = createRunMode({ node, linked, session, runEnd, batch })
  const extras = new Map<string, Value>()
  const context = createContext({
    invocation: options.invocation,
    subject: subjectOf(node),
    mode,
    extras,
    ...(macroOf(node) && { hidden: ofNodesOnly }),
  })
  return new OpenScope({ options, context, mode, extras, ...(text && { text }) })
}

/** A macro that is called by itself is stored nowhere. */
const ofNodesOnly: ReadonlySet<string> = new Set(['this', 'compiled_code', 'defer_relation'])

/** Who calls a macro when no template does: nobody whose place is worth showing. */
const NOBODY = wholeSpan({ path: 'btn:/runner', text: '' })

interface ScopeParts {
  readonly options: RuntimeOptions
  readonly context: Context
  readonly mode: RunMode
  readonly extras: Map<string, Value>
  /** What is rendered where it is not what the node's file holds. */
  readonly text?: TemplateText
  /** Models that are put in front, whether the template names them or not. */
  readonly inFront?: readonly NodeId[]
}

export class OpenScope implements NodeScope {
  readonly #options: RuntimeOptions
  readonly #context: Context
  readonly #mode: RunMode
  readonly #extras: Map<string, Value>
  readonly #text: TemplateText | undefined
  readonly #inFront: readonly NodeId[]

  constructor({ options, context, mode, extras, text, inFront = [] }: ScopeParts) {
    this.#options = options
    this.#context = context
    this.#mode = mode
    this.#extras = extras
    this.#text = text
    this.#inFront = inFront
  }

  render(): Awaitable<Rendered> {
    const { node } = this.#mode
    if (node.kind === 'source' || node.kind === 'seed')
      throw new Error(`${node.id} has no template`)
    this.#mode.ephemerals.splice(0, Infinity, ...this.#inFront)
    this.#mode.called.clear()
    if (this.#text)
      return this.#finish(this.#renderTemplate(compileTemplate(parseTemplateText(this.#text))))
    if (node.kind === 'test' && node.generic)
      return this.#renderTest(node.generic.kwargs, node.rawCode)
    if (node.kind === 'operation') return this.#finish(this.#renderHook(node))
    const text = templateOf(this.#options.project, node)
    if (node.kind === 'model' && isPythonFile(node.originalPath)) return this.#renderPython(text)
    return this.#finish(this.#renderTemplate(compileTemplate(parseTemplateText(text))))
  }

  /** The program as it was written, and behind it what `dbt` is in it. */
  async #renderPython({ source, start = 0, end = source.text.length }: TemplateText) {
    const code = TracedText.from(source.text.slice(start, end), { source, start, end })
    const behind = await this.callMacro('py_script_postfix', [
      this.#context.scope.lookup('model') ?? null,
    ])
    const text = TracedText.join([code, '\n\n', TracedText.plain(toText(behind))])
    return this.#finish(text)
  }

  /** A statement of the project file: its positions are those in the YAML. */
  #renderHook({ place, rawCode }: Operation): Awaitable<TracedText> {
    const { source } = this.#options.project.sources.spanOf(place)
    const { value, diagnostics } = parseYamlTemplate(source, place, rawCode)
    if (diagnostics.length > 0) throw new DiagnosticError(diagnostics)
    return this.#renderTemplate(compileTemplate(value.template))
  }

  #renderTest(
    kwargs: Parameters<typeof renderKwargs.any>[0],
    rawCode: string,
  ): Awaitable<Rendered> {
    const { node } = this.#mode
    const place = this.#options.project.sources.spanOf(
      node.kind === 'test' && node.generic
        ? node.generic.place
        : { file: node.file, start: 0, end: 0 },
    )
    const template = compileTest(place.source.path, rawCode)
    const given = renderKwargs.any(kwargs, this.#context, place)
    if (given instanceof Promise) {
      return given.then((value) => {
        this.#extras.set(TEST_KWARGS, value)
        return this.#finish(this.#renderTemplate(template))
      })
    }
    this.#extras.set(TEST_KWARGS, given)
    return this.#finish(this.#renderTemplate(template))
  }

  #renderTemplate(template: CompiledTemplate): Awaitable<TracedText> {
    return render(template, this.#context.scope, this.#context.rendering)
  }

  #finish(text: Awaitable<TracedText>): Awaitable<Rendered> {
    const done = (value: TracedText): Rendered => ({
      text: value,
      ephemerals: [...this.#mode.ephemerals],
    })
    return text instanceof Promise ? text.then(done) : done(text)
  }

  get called(): ReadonlySet<MacroId> {
    return this.#mode.called
  }

  setCompiled(code: TracedText): void {
    this.#mode.compiled = code
    for (const name of ['model', 'sql', 'compiled_code']) this.#context.forget(name)
  }

  assumeIncremental(): void {
    for (const [name, value] of [
      ['is_incremental', true],
      ['should_full_refresh', false],
    ] as const) {
      this.#extras.set(
        name,
        hostFunction(name, () => value),
      )
      this.#context.forget(name)
    }
  }

  renderText(source: Source, place?: Span): Awaitable<TracedText> {
    const range = place ? { start: place.start, end: place.end } : {}
    return this.#renderTemplate(compileTemplate(parseTemplateText({ source, ...range })))
  }

  callMacro(
    name: string,
    positional: readonly MacroArgument[] = [],
    named: Readonly<Record<string, MacroArgument>> = {},
  ): Awaitable<Value> {
    const macro = findCallable(this.#context, name)
    return callValue(macro, {
      positional: positional.map((value) => toMacroValue(this.#context, value)),
      named: Object.fromEntries(
        Object.entries(named).map(([key, value]) => [key, toMacroValue(this.#context, value)]),
      ),
      callSite: NOBODY,
      rendering: this.#context.rendering,
    })
  }

  findRelation(value: Value): Relation | undefined {
    return value instanceof RelationValue ? value.toRelation() : undefined
  }

  ownRelation(): Value {
    return relationOf(this.#context, this.#mode.node)
  }

  findTable(value: Value): SqlTable | undefined {
    return value instanceof AgateTable ? value.table : undefined
  }

  findStored(name: string): StoredResult | undefined {
    return this.#mode.stored.get(name)?.result
  }

  warn(item: Diagnostic): void {
    tellWarning(this.#context, item)
  }
}

function findCallable(context: Context, name: string): Value {
  const dot = name.indexOf('.')
  const value =
    dot < 0
      ? context.scope.lookup(name)
      : namespaced(context, name.slice(0, dot), name.slice(dot + 1))
  if (value === undefined) throw new Error(`there is no macro ${name}`)
  return value
}

function namespaced(context: Context, owner: string, name: string): Value | undefined {
  const value = context.scope.lookup(owner)
  return typeof value === 'object' && value !== null && 'getAttribute' in value
    ? value.getAttribute?.(name)
    : undefined
}
