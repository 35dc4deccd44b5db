import {
  diagnostic,
  DiagnosticError,
  findNearest,
  type Diagnostic,
  type Outcome,
  type Source,
} from '@btn/diagnostics'
import { compileTemplate, fromJs, parse, renderSync, type Value } from '@btn/jinja'
import type { ProjectFile } from '../1-load/index.ts'
import type { Capture, Context, Invocation } from '../context/context.ts'
import { createContext } from '../context/scope.ts'
import { renderKwargs, TEST_KWARGS } from '../context/test-kwargs.ts'
import type { MacroDefinition } from '../macros/macro.ts'
import type { Config, JsonObject, NodeId, Place } from '../types/index.ts'
import { toStringList } from '../types/json.ts'
import { noCapture, parseSubject, toCaptured } from './parse-code.ts'
import type { Captured, ParsedTest, TestTarget } from './parsed.ts'
import type {
  ColumnPatch,
  NodePatch,
  PropertiesFile,
  SourcePatch,
  TestPatch,
} from './properties/index.ts'
import { toPythonText } from '../names/python-text.ts'
import { testHash, testNames } from '../names/test-names.ts'

interface Attachment {
  readonly target: TestTarget
  /** `ref('orders')` or `source('app', 'orders')`. */
  readonly relation: string
  /** `source_` in the names of tests on sources. */
  readonly prefix: string
  /** In the test's name. */
  readonly label: string
  readonly quotesColumns: boolean
  /** Of a source and its table: their tests have them, too. */
  readonly tags: readonly string[]
}

interface TestInput {
  readonly patch: TestPatch
  readonly attachment: Attachment
  readonly column: ColumnPatch | undefined
}

interface TestContext {
  readonly file: ProjectFile
  readonly invocation: Invocation
  readonly onRead: Context['onRead']
  readonly spanOf: (place: Place) => {
    readonly source: Source
    readonly start: number
    readonly end: number
  }
}

/** Every generic test that a properties file asks for. */
export function parseGenericTests(
  properties: PropertiesFile,
  context: TestContext,
): Outcome<readonly ParsedTest[]> {
  const tests: ParsedTest[] = []
  const diagnostics: Diagnostic[] = []
  for (const input of listTests(properties)) {
    const parsed = parseTest(input, context)
    diagnostics.push(...parsed.diagnostics)
    if (parsed.value) tests.push(parsed.value)
  }
  return { value: tests, diagnostics }
}

function* listTests(properties: PropertiesFile): Iterable<TestInput> {
  const keys = ['models', 'seeds', 'snapshots'] as const
  for (const yamlKey of keys) {
    for (const node of properties[yamlKey]) yield* testsOfNode(node, yamlKey)
  }
  for (const source of properties.sources) yield* testsOfSource(source)
}

function* testsOfNode(node: NodePatch, yamlKey: string): Iterable<TestInput> {
  if (node.versions.length > 0) {
    yield* testsOfVersions(node, yamlKey)
    return
  }
  const attachment: Attachment = {
    target: { yamlKey, name: node.name },
    relation: `ref('${node.name}')`,
    prefix: '',
    label: node.name,
    quotesColumns: false,
    tags: [],
  }
  yield* testsOf(node.columns, node.tests, attachment)
}

function* testsOfVersions(node: NodePatch, yamlKey: string): Iterable<TestInput> {
  for (const version of node.versions) {
    const attachment: Attachment = {
      target: { yamlKey, name: node.name, version: version.v },
      relation: `ref('${node.name}', version='${version.v}')`,
      prefix: '',
      label: `${node.name}_v${version.v}`,
      quotesColumns: false,
      tags: [],
    }
    const selection = version.columnSelection
    const inherited = node.columns.filter((column) => {
      if (!selection) return true
      const isIncluded = selection.include === 'all' || selection.include.includes(column.name)
      return isIncluded && !selection.exclude.includes(column.name)
    })
    const own = new Set(version.columns.map((column) => column.name))
    const columns = [...inherited.filter((column) => !own.has(column.name)), ...version.columns]
    yield* testsOf(columns, version.tests ?? node.tests, attachment)
  }
}

function* testsOfSource(source: SourcePatch): Iterable<TestInput> {
  for (const table of source.tables) {
    const attachment: Attachment = {
      target: { yamlKey: 'sources', name: source.name, table: table.name },
      relation: `source('${source.name}', '${table.name}')`,
      prefix: 'source_',
      label: `${source.name}_${table.name}`,
      quotesColumns: (table.quoting['column'] ?? source.quoting['column']) === true,
      tags: [source, table].flatMap(({ config }) => toStringList(config.rendered['tags'])),
    }
    yield* testsOf(table.columns, table.tests, attachment)
  }
}

function* testsOf(
  columns: readonly ColumnPatch[],
  tests: readonly TestPatch[],
  attachment: Attachment,
): Iterable<TestInput> {
  for (const column of columns) {
    for (const patch of column.tests) yield { patch, attachment, column }
  }
  for (const patch of tests) yield { patch, attachment, column: undefined }
}

function parseTest(input: TestInput, context: TestContext): Outcome<ParsedTest | undefined> {
  const { patch, attachment, column } = input
  const { invocation, file } = context
  const macro = findTest(invocation, patch, file.packageName)
  context.onRead?.('macro', `test:${patch.namespace ?? ''}.${patch.name}`, macro?.hash ?? null)
  if (!macro) return { value: undefined, diagnostics: [unknownTest(patch, context)] }
  const kwargs = kwargsOf(input, invocation)
  const names = namesOf(input, kwargs)
  const config = configOf(input, names)
  const rawCode = `{{ ${macroCall(patch)}(**${TEST_KWARGS}) }}${configText(config)}`
  const base = { name: names.full, kwargs, rawCode }
  const captured = isPlain(macro)
    ? { value: plainCapture(macro, attachment, patch, config), diagnostics: [] }
    : captureTest(base, context, patch)
  const test: ParsedTest = {
    ...captured.value,
    macros: [...new Set([macro.id, ...captured.value.macros])],
    name: names.full,
    shortName: names.short,
    hash: testHash(names.full, {
      namespace: patch.namespace ?? null,
      name: patch.name,
      kwargs,
    }),
    test: patch.name,
    ...(patch.namespace !== undefined && { namespace: patch.namespace }),
    kwargs,
    ...(column && { columnName: columnName(input, invocation) }),
    columnTags: [...attachment.tags, ...toStringList(column?.config.rendered['tags'])],
    description: patch.description?.text ?? '',
    rawCode,
    config,
    target: attachment.target,
    place: patch.place,
    asks: [],
    calls: [macroCall(patch), 'get_where_subquery'],
  }
  return { value: test, diagnostics: captured.diagnostics }
}

function findTest(
  invocation: Invocation,
  patch: TestPatch,
  packageName: string,
): MacroDefinition | undefined {
  const name = `test_${patch.name}`
  if (patch.namespace !== undefined) return invocation.macros.findIn(patch.namespace, name)
  return invocation.macros.findAnywhere(name, packageName)
}

function unknownTest(patch: TestPatch, context: TestContext): Diagnostic {
  const names = [...context.invocation.macros.all()]
    .filter((macro) => macro.name.startsWith('test_'))
    .map((macro) => macro.name.slice('test_'.length))
  const name = patch.namespace === undefined ? patch.name : `${patch.namespace}.${patch.name}`
  return diagnostic(
    'test-not-found',
    { name, nearest: findNearest(patch.name, names) },
    { span: context.spanOf(patch.namePlace) },
  )
}

function macroCall(patch: TestPatch): string {
  return patch.namespace === undefined
    ? `test_${patch.name}`
    : `${patch.namespace}.test_${patch.name}`
}

function columnName(input: TestInput, invocation: Invocation): string {
  const { column, attachment } = input
  const name = column?.name ?? ''
  const isQuoted = column?.quote ?? attachment.quotesColumns
  return isQuoted ? invocation.dialect.quote(name) : name
}

function kwargsOf(input: TestInput, invocation: Invocation): JsonObject {
  const { patch, attachment, column } = input
  return {
    ...(column && { column_name: columnName(input, invocation) }),
    ...patch.args,
    model: `{{ get_where_subquery(${attachment.relation}) }}`,
  }
}

function namesOf(
  input: TestInput,
  kwargs: JsonObject,
): { readonly short: string; readonly full: string } {
  const { patch, attachment } = input
  if (patch.customName !== undefined) return { short: patch.customName, full: patch.customName }
  const namespace = patch.namespace === undefined ? '' : `${patch.namespace}_`
  return testNames(`${namespace}${attachment.prefix}${patch.name}`, attachment.label, kwargs)
}

function configOf(
  input: TestInput,
  names: { readonly short: string; readonly full: string },
): Config {
  const { rendered } = input.patch.config
  if (names.short === names.full || 'alias' in rendered) return rendered
  return { ...rendered, alias: names.short }
}

/** The `config(…)` that dbt writes behind the test's call, as part of its raw code. */
function configText(config: Config): string {
  const parts = Object.entries(config).map(([key, value]) => {
    const text =
      typeof value === 'string' ? `"${value.replaceAll('"', '\\"')}"` : toPythonText(value)
    return `${key}=${text}`
  })
  return parts.length === 0 ? '' : `{{ config(${parts.join(',')}) }}`
}

/** `not_null` and `unique` of dbt itself refer to nothing but what they test: rendering them would show nothing more. */
function isPlain(macro: MacroDefinition): boolean {
  return (
    macro.packageName === 'dbt' && (macro.name === 'test_not_null' || macro.name === 'test_unique')
  )
}

function plainCapture(
  macro: MacroDefinition,
  attachment: Attachment,
  patch: TestPatch,
  config: Config,
): Captured {
  const { target } = attachment
  const base = { configCall: config, macros: [macro.id], place: patch.place }
  if (target.table !== undefined) {
    const source = { source: target.name, table: target.table, place: patch.place }
    return { ...base, refs: [], sources: [source] }
  }
  const version = target.version === undefined ? {} : { version: target.version }
  return { ...base, refs: [{ name: target.name, ...version, place: patch.place }], sources: [] }
}

interface TestText {
  readonly name: string
  readonly kwargs: JsonObject
  readonly rawCode: string
}

function captureTest(test: TestText, context: TestContext, patch: TestPatch): Outcome<Captured> {
  const { invocation, file, onRead } = context
  const id = `test.${file.packageName}.${test.name}` as NodeId
  const subject = parseSubject(invocation, {
    id,
    name: test.name,
    packageName: file.packageName,
    kind: 'test',
    file,
  })
  const noted: Capture = { refs: [], sources: [], config: {}, macros: new Set() }
  const extras = new Map<string, Value>()
  const mode = { kind: 'parse', capture: noted } as const
  const nodeContext = createContext({ invocation, subject, mode, onRead, extras })
  const place = context.spanOf(patch.place)
  try {
    extras.set(TEST_KWARGS, captureKwargs(test.kwargs, { nodeContext, noted, patch, context }))
    const source = { path: place.source.path, text: test.rawCode }
    const { value: template, diagnostics } = parse(source)
    if (diagnostics.length > 0) return { value: noCapture, diagnostics }
    const inArguments = { refs: noted.refs.length, sources: noted.sources.length }
    renderSync(compileTemplate(template), nodeContext.scope, nodeContext.rendering)
    movePlaces(noted, inArguments, patch.place)
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error
    return { value: noCapture, diagnostics: error.diagnostics.map((item) => atTest(item, place)) }
  }
  return { value: toCaptured(noted), diagnostics: [] }
}

interface KwargsCapture {
  readonly nodeContext: Context
  readonly noted: Capture
  readonly patch: TestPatch
  readonly context: TestContext
}

/** Renders the arguments one by one, so that what one of them refers to is shown at that argument. */
function captureKwargs(kwargs: JsonObject, capturing: KwargsCapture): Value {
  const { nodeContext, noted, patch, context } = capturing
  const rendered: Record<string, Value> = {}
  for (const [key, value] of Object.entries(kwargs)) {
    const at = patch.argPlaces[key] ?? patch.place
    const before = { refs: noted.refs.length, sources: noted.sources.length }
    rendered[key] = renderKwargs.one(key, value, nodeContext, context.spanOf(at))
    movePlaces(noted, before, at)
  }
  return fromJs(rendered)
}

/** References found since `before` are shown at `place`: the text that they were found in is btn's own. */
function movePlaces(
  noted: Capture,
  before: { readonly refs: number; readonly sources: number },
  place: Place,
): void {
  for (const ref of noted.refs.splice(before.refs)) noted.refs.push({ ...ref, place })
  for (const source of noted.sources.splice(before.sources))
    noted.sources.push({ ...source, place })
}

/** A mistake in text that btn made of a tests entry is shown at the entry. */
function atTest(item: Diagnostic, place: Diagnostic['span']): Diagnostic {
  const isOurText = item.span === undefined || item.span.source.text.includes(TEST_KWARGS)
  return isOurText && place ? { ...item, span: place } : item
}
