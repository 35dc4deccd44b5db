import type { Relation, SqlTable } from '@btn/adapter'
import { DiagnosticError, TracedText, wholeSpan, type Source, type Span } from '@btn/diagnostics'
import {
  callValue,
  compileTemplate,
  fromJs,
  hostFunction,
  parse,
  render,
  toText,
  type CompiledTemplate,
  type Value,
} from '@btn/jinja'
import { toMacroModelJson, toModelJson } from '../artifact/index.ts'
import { isDescribed } from '../described/is-described.ts'
import { INLINE } from '../inline.ts'
import type { MacroInfo, Node, NodeId, Operation, Place } from '../types/index.ts'
import { parseYamlTemplate } from '../yaml/index.ts'
import type { Context, Linked, RunMode, Subject } from './context.ts'
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
import { renderKwargs, TEST_KWARGS } from './test-kwargs.ts'
import { AgateTable } from './values/agate/table.ts'
import { RelationValue } from './values/relation.ts'

import type { RuntimeOptions } from './create-runtime.ts'

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

function macroOf(node: Node): MacroInfo | undefined {
  return node.kind === 'operation' ? node.macro : undefined
}

/** Who calls a macro when no template does: nobody whose place is worth showing. */
const NOBODY = wholeSpan({ path: 'btn:/runner', text: '' })

export function subjectOf(node: Node): Subject {
  return {
    id: node.id,
    name: node.name,
    packageName: node.packageName,
    kind: node.kind,
    ...placeOf(node),
    toJson: () => {
      const macro = macroOf(node)
      return macro ? toMacroModelJson(macro) : toModelJson(node)
    },
  }
}

function placeOf(node: Node): Pick<Subject, 'database' | 'schema' | 'alias'> {
  // Where a unit test would be is that of the model that it tests; see `openUnitTest`.
  if (node.kind === 'unit_test' || isDescribed(node))
    return { database: '', schema: '', alias: node.name }
  const { database, schema } = node
  return { database, schema, alias: node.kind === 'source' ? node.identifier : node.alias }
}

/** A text, or a part of one, that is a template. */
export interface TemplateText {
  readonly source: Source
  readonly start?: number
  readonly end?: number
}

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
    if (this.#text) return this.#finish(this.#renderTemplate(compileTemplate(parsed(this.#text))))
    if (node.kind === 'test' && node.generic)
      return this.#renderTest(node.generic.kwargs, node.rawCode)
    if (node.kind === 'operation') return this.#finish(this.#renderHook(node))
    const text = templateOf(this.#options.project, node)
    if (node.kind === 'model' && isPythonFile(node.originalPath)) return this.#renderPython(text)
    return this.#finish(this.#renderTemplate(compileTemplate(parsed(text))))
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
    const template = compileTemplate(parsed({ source: { path: place.source.path, text: rawCode } }))
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
    return this.#renderTemplate(compileTemplate(parsed({ source, ...range })))
  }

  callMacro(
    name: string,
    positional: readonly MacroArgument[] = [],
    named: Readonly<Record<string, MacroArgument>> = {},
  ): Awaitable<Value> {
    const macro = findCallable(this.#context, name)
    return callValue(macro, {
      positional: positional.map((value) => this.#toValue(value)),
      named: Object.fromEntries(
        Object.entries(named).map(([key, value]) => [key, this.#toValue(value)]),
      ),
      callSite: NOBODY,
      rendering: this.#context.rendering,
    })
  }

  #toValue(argument: MacroArgument): Value {
    if (Array.isArray(argument)) return argument.map((item: MacroArgument) => this.#toValue(item))
    if (isRelationArgument(argument)) return this.#relation(argument.relation)
    if (isDictArgument(argument)) {
      const entries = Object.entries(argument.dict).map(([key, value]) => [
        key,
        this.#toValue(value),
      ])
      return fromJs(Object.fromEntries(entries))
    }
    // What is no list, relation or dict of ours is a template's own value.
    return argument as Value
  }

  #relation(relation: Relation): Value {
    const { dialect, quoting } = this.#context.invocation
    return new RelationValue(dialect, {
      database: relation.database === '' ? undefined : relation.database,
      schema: relation.schema === '' ? undefined : relation.schema,
      identifier: relation.name,
      type: relation.type,
      quote: quoting,
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
}

function rangeOf({ start, end }: Place) {
  return { start, end }
}

/** The node's file, cut to the query in it: positions stay those of the file. */
export function templateOf(project: RuntimeOptions['project'], node: Node): TemplateText {
  if ('rawCode' in node && node.file === INLINE) {
    return { source: { path: node.file, text: node.rawCode } }
  }
  if (node.kind === 'snapshot' && !node.isBlock) {
    return { source: { path: node.file, text: node.rawCode } }
  }
  const source = project.sources.read(node.file).value
  if (source && node.kind === 'snapshot') return { source, ...rangeOf(node.place) }
  if (!source) return { source: { path: node.file, text: '' } }
  const { text } = source
  return { source, start: text.length - text.trimStart().length, end: text.trimEnd().length }
}

function parsed(range: TemplateText) {
  const { source, ...options } = range
  const { value, diagnostics } = parse(source, options)
  if (diagnostics.length > 0) throw new DiagnosticError(diagnostics)
  return value
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

function isRelationArgument(value: MacroArgument): value is { readonly relation: Relation } {
  return isPlainObject(value) && 'relation' in value
}

function isDictArgument(
  value: MacroArgument,
): value is { readonly dict: Readonly<Record<string, MacroArgument>> } {
  return isPlainObject(value) && 'dict' in value
}

function isPlainObject(value: MacroArgument): value is object & MacroArgument {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  )
}
