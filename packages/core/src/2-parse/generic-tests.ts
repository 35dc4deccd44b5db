import {
  diagnostic,
  findNearest,
  type Diagnostic,
  type Outcome,
  type Source,
} from '@btn/diagnostics'
import type { ProjectFile } from '../1-load/index.ts'
import type { Context, Invocation } from '../context/context.ts'
import { TEST_KWARGS } from '../context/test-kwargs.ts'
import type { MacroDefinition } from '../macros/macro.ts'
import { toPythonText } from '../names/python-text.ts'
import { testHash, testNames } from '../names/test-names.ts'
import type { Config, JsonObject, Place } from '../types/index.ts'
import { toStringList } from '../types/json.ts'
import { captureTest, isPlain, plainCapture } from './capture-test.ts'
import { listTests, type TestInput } from './list-tests.ts'
import type { ParsedTest } from './parsed.ts'
import type { PropertiesFile, TestPatch } from './properties/index.ts'

export interface TestContext {
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
    tests.push(parsed.value)
  }
  return { value: tests, diagnostics }
}

function parseTest(input: TestInput, context: TestContext): Outcome<ParsedTest> {
  const { patch, attachment, column } = input
  const { invocation } = context
  const macro = findTest(patch, context)
  // dbt notes what the bare name means, too.
  const namesake = findTest({ name: patch.name, namespace: undefined }, context)
  const known = [namesake, macro].filter((it) => it !== undefined)
  // As in dbt, a test that nobody defined is one failed node of the run; strict mode makes the warning an error.
  const unknown = macro ? [] : [unknownTest(patch, context)]
  const kwargs = kwargsOf(input, invocation)
  const names = namesOf(input, kwargs)
  const config = configOf(input, names)
  const rawCode = `{{ ${macroCall(patch)}(**${TEST_KWARGS}) }}${configText(config)}`
  const base = { name: names.full, kwargs, rawCode, config }
  const captured =
    macro && isPlain(macro)
      ? { value: plainCapture(macro, attachment, patch, config), diagnostics: [] }
      : captureTest(base, context, patch)
  const test: ParsedTest = {
    ...captured.value,
    macros: [...new Set([...known.map((it) => it.id), ...captured.value.macros])],
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
  return { value: test, diagnostics: [...unknown, ...captured.diagnostics] }
}

function findTest(
  { namespace, name }: Pick<TestPatch, 'namespace' | 'name'>,
  { invocation: { macros }, file, onRead }: TestContext,
): MacroDefinition | undefined {
  const found =
    namespace === undefined
      ? macros.findAnywhere(`test_${name}`, file.packageName)
      : macros.findIn(namespace, `test_${name}`)
  onRead?.('macro', `test:${namespace ?? ''}.${name}`, found?.hash ?? null)
  return found
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
  const own = column && { column_name: columnName(input, invocation) }
  return {
    ...own,
    ...patch.args,
    // As in dbt, below a column the test is of that column, whatever its arguments say.
    ...own,
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
