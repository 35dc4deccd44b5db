import type { Dialect, Relation } from '@btn/adapter'
import { span, TracedText, TracedTextBuilder, type Source, type Span } from '@btn/diagnostics'
import type { HostObject, Value } from '@btn/jinja'
import type { MacroArgument, NodeScope, Session, TemplateRuntime } from '../context/runtime.ts'
import type { DataTest, Model, Node, NodeId, Operation, Step } from '../types/index.ts'

/** For tests of the runner: templates without a template engine. `{{ x }}` is not read; text stands for itself. */

export class FakeRelation implements HostObject {
  readonly typeName = 'FakeRelation'
  readonly relation: Relation
  constructor(relation: Relation) {
    this.relation = relation
  }
}

export interface FakeCall {
  readonly node: Node
  readonly session: Session
  readonly args: readonly Value[]
  readonly dialect: Dialect
}

export type FakeMacro = (call: FakeCall) => Value | Promise<Value>

export interface FakeOptions {
  readonly dialect: Dialect
  /** Macros of the project: more than, or instead of, those below. */
  readonly macros?: Readonly<Record<string, FakeMacro>>
  readonly materializations?: Readonly<Record<string, string>>
  /** Rendering of one node, instead of its raw code. */
  readonly render?: (node: Node, session: Session) => Promise<TracedText | undefined>
  readonly ephemerals?: Readonly<Record<string, readonly NodeId[]>>
}

function relationOf(value: Value | undefined): Relation {
  if (value instanceof FakeRelation) return value.relation
  throw new Error('no relation')
}

function create(verb: string): FakeMacro {
  return ({ args, dialect }) =>
    TracedText.join([
      `${verb} ${dialect.name(relationOf(args[0]))} as (\n`,
      textOf(args[1]),
      '\n);',
    ])
}

function textOf(value: Value | undefined): TracedText | string {
  return value instanceof TracedText || typeof value === 'string' ? value : String(value)
}

const builtIn: Readonly<Record<string, FakeMacro>> = {
  get_replace_table_sql: create('create or replace table'),
  get_replace_view_sql: create('create or replace view'),
  get_create_view_as_sql: create('create view'),
  create_table_as: (call) =>
    create(call.args[0] === true ? 'create temporary table' : 'create table')({
      ...call,
      args: call.args.slice(1),
    }),
  create_schema: async ({ args, session, dialect }) => {
    await session.execute(`create schema if not exists ${dialect.name(relationOf(args[0]))}`)
    return ''
  },
  make_intermediate_relation: ({ args }) => {
    const relation = relationOf(args[0])
    return new FakeRelation({ ...relation, name: `${relation.name}__dbt_tmp` })
  },
  make_temp_relation: ({ args }) => {
    const { name } = relationOf(args[0])
    return new FakeRelation({ database: '', schema: '', name: `${name}__temp`, type: 'table' })
  },
  drop_relation: async ({ args, session, dialect }) => {
    const relation = relationOf(args[0])
    await session.execute(`drop ${relation.type} if exists ${dialect.name(relation)}`)
    return ''
  },
  rename_relation: async ({ args, session, dialect }) => {
    const [from, to] = [relationOf(args[0]), relationOf(args[1])]
    const sql = `alter ${to.type} ${dialect.name(from)} rename to ${dialect.quote(to.name)}`
    await session.execute(sql)
    return ''
  },
  get_columns_in_relation: () => [],
  get_incremental_append_sql: ({ args, dialect }) => {
    const dict = args[0]
    if (typeof dict !== 'object' || dict === null || !('getItem' in dict)) return ''
    const [to, from] = ['target_relation', 'temp_relation'].map((key) =>
      dialect.name(relationOf(dict.getItem?.(key))),
    )
    return `insert into ${to} select * from ${from}`
  },
  get_test_sql: ({ args }) =>
    TracedText.join([
      `select ${textOf(args[1])} as failures, ${textOf(args[1])} ${textOf(args[2])} as should_warn, `,
      `${textOf(args[1])} ${textOf(args[3])} as should_error from (\n`,
      textOf(args[0]),
      '\n) dbt_internal_test',
    ]),
}

export function createFakeRuntime(options: FakeOptions): TemplateRuntime {
  const own = options.macros ?? {}
  return {
    open: (node, session) => openScope(options, node, session),
    renderReport: () => {
      throw new Error('no reports here')
    },
    openUnitTest: (test) => {
      throw new Error(`there is no template engine for ${test.id}`)
    },
    changedSettings: () => new Map(),
    isOverridden: (names) => names.some((name) => name in own),
    queryComment: () => undefined,
    isBuiltin: (name) => name in builtIn && !(name in own),
    findMaterialization: (name) => options.materializations?.[name],
    findSource: () => undefined,
  }
}

function openScope(options: FakeOptions, node: Node, session: Session): NodeScope {
  const { dialect } = options
  let hasRunOwn = false
  return {
    async render() {
      const text = (await options.render?.(node, session)) ?? verbatim(fileOf(node))
      return { text, ephemerals: options.ephemerals?.[node.name] ?? [] }
    },
    called: new Set(),
    setCompiled: () => undefined,
    assumeIncremental: () => undefined,
    renderText: (source, place) => verbatim(source, place),
    callMacro(name, positional = []) {
      const macro = options.macros?.[name] ?? builtIn[name]
      if (!macro) throw new Error(`the fake has no macro ${name}`)
      hasRunOwn ||= macro === options.macros?.[name]
      return macro({ node, session, dialect, args: positional.map(toValue) })
    },
    ownRelation: () => null,
    findTable: () => undefined,
    findRelation: (value) => (value instanceof FakeRelation ? value.relation : undefined),
    // Every macro of a test's own counts as one with a statement `main`.
    findStored: (name) =>
      hasRunOwn && name === 'main' ? { response: { message: 'OK' }, table: undefined } : undefined,
    warn: (item) =>
      session.log({ type: 'logged', level: 'warn', message: item.message, diagnostic: item }),
  }
}

function toValue(argument: MacroArgument): Value {
  if (typeof argument !== 'object' || argument === null) return argument
  if (argument instanceof TracedText || argument instanceof FakeRelation) return argument
  if ('relation' in argument) return new FakeRelation(argument.relation)
  if ('dict' in argument) return dict(argument.dict)
  throw new Error('the fake does not know this argument')
}

function dict(entries: Readonly<Record<string, MacroArgument>>): HostObject {
  return {
    typeName: 'dict',
    getItem: (key) => (typeof key === 'string' ? toValue(entries[key] ?? null) : undefined),
  }
}

function verbatim(source: Source, place: Span = span(source, 0, source.text.length)): TracedText {
  const builder = new TracedTextBuilder()
  builder.addVerbatim(source.text.slice(place.start, place.end), place)
  return builder.finish()
}

function fileOf(node: Node): Source {
  return { path: node.file, text: 'rawCode' in node ? node.rawCode : '' }
}

const shared = {
  packageName: 'shop',
  fqn: [],
  description: '',
  docBlocks: [],
  unrenderedConfig: {},
  tags: [],
  meta: {},
  createdAt: 0,
  database: 'memory',
  checksum: '',
  refs: [],
  sources: [],
  dependsOn: { nodes: [], macros: [] },
  columns: new Map(),
  configCall: {},
}

type Given = { readonly config?: Node['config']; readonly schema?: string }

export function fakeModel(name: string, rawCode: string, given: Given = {}): Model {
  const path = `${name}.sql`
  const schema = given.schema ?? 'main'
  return {
    ...shared,
    kind: 'model',
    id: `model.shop.${name}` as NodeId,
    name,
    path,
    originalPath: `models/${path}`,
    file: `models/${path}`,
    alias: name,
    schema,
    relationName: `"memory"."${schema}"."${name}"`,
    rawCode,
    config: { materialized: 'table', ...given.config },
    access: 'protected',
    constraints: [],
    primaryKey: [],
  }
}

export function fakeTest(name: string, rawCode: string, given: Given = {}): DataTest {
  const path = `${name}.sql`
  return {
    ...shared,
    kind: 'test',
    id: `test.shop.${name}` as NodeId,
    name,
    path,
    originalPath: `tests/${path}`,
    file: `tests/${path}`,
    alias: name,
    schema: given.schema ?? 'audit',
    rawCode,
    config: given.config ?? {},
  }
}

export function fakeHook(when: Operation['when'], index: number, rawCode: string): Operation {
  const path = `hooks/shop-${when}-${index}.sql`
  return {
    ...shared,
    kind: 'operation',
    id: `operation.shop.shop-${when}-${index}` as NodeId,
    name: `shop-${when}-${index}`,
    path,
    originalPath: './dbt_project.yml',
    file: 'dbt_project.yml',
    alias: `shop-${when}-${index}`,
    schema: 'main',
    rawCode,
    config: {},
    when,
    index,
    place: { file: 'dbt_project.yml', start: 0, end: rawCode.length },
  }
}

const RENDERED = { when: 'at-plan' } as const

/** The step of a node, after those of other nodes. */
export function fakeStep(node: Node, after: readonly Node[] = []): Step {
  const base = { node: node.id, after: after.map((it) => it.id) }
  if (node.kind === 'test') return { ...base, kind: 'run-test', rendering: RENDERED }
  if (node.kind === 'operation')
    return { ...base, kind: 'run-hook', name: `shop.${node.when}.${node.index}` }
  const materialization = String(node.config['materialized'])
  return { ...base, kind: 'materialize', materialization, rendering: RENDERED }
}

export function fakeCompile(node: Node, after: readonly Node[] = []): Step {
  const base = { node: node.id, after: after.map((it) => it.id) }
  return { ...base, kind: 'compile-node', rendering: RENDERED }
}
