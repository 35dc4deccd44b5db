import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import { toPythonText } from '../../names/python-text.ts'
import type { Json, Place } from '../../types/index.ts'
import {
  findEntry,
  renderYamlText,
  toData,
  validate,
  type YamlMap,
  type YamlNode,
} from '../../yaml/index.ts'
import { ConfigBuilder, noConfig, warnOfMisspelt } from './config-patch.ts'
import { Item, type Reading } from './item.ts'
import { isObject } from '../../types/json.ts'
import type { ConfigPatch, TestPatch } from './types.ts'

/** Settings of tests that may stand beside the arguments, as they did before `config:`. */
const configKeys: readonly string[] = [
  'severity',
  'tags',
  'enabled',
  'where',
  'limit',
  'warn_if',
  'error_if',
  'fail_calc',
  'store_failures',
  'store_failures_as',
  'sql_header',
  'meta',
  'database',
  'schema',
  'alias',
]
const isConfigKey = new Set(configKeys)
/** Besides settings, what is no argument of the test. */
const ownKeys = new Set(['config', 'column_name', 'description', 'name'])

const NAME = /^(?:([A-Za-z_]\w*)\.)?([A-Za-z_]\w*)/

/** The tests of a resource or a column, whichever of the two names the list has; undefined when it has neither. */
export function readTests(item: Item): readonly TestPatch[] | undefined {
  const [old, current] = [findEntry(item.node, 'tests'), findEntry(item.node, 'data_tests')]
  if (old && current) {
    const where = { span: item.spanOf(item.keyPlaceOf('tests')) }
    item.reading.diagnostics.push(diagnostic('tests-and-data-tests', { owner: 'test' }, where))
  }
  const list = (current ?? old)?.value
  // Nothing behind the key is as if the key were not there: a version has the tests of its model then.
  if (list?.kind === 'scalar' && list.value === null) return undefined
  if (list?.kind !== 'list') return list ? [] : undefined
  const tests: TestPatch[] = []
  for (const node of list.items) {
    const test = readTest(node, item.reading)
    if (test) tests.push(test)
  }
  return tests
}

function readTest(node: YamlNode, reading: Reading): TestPatch | undefined {
  try {
    return readEntry(node, reading)
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    reading.diagnostics.push(error.diagnostic)
    return undefined
  }
}

/** Ends the reading of one entry that is no test. */
class Malformed extends Error {
  readonly diagnostic: Diagnostic

  constructor(problem: string, node: Pick<YamlNode, 'start' | 'end'>, reading: Reading) {
    super(problem)
    const { source } = reading
    const lineEnd = source.text.indexOf('\n', node.start)
    const end = lineEnd === -1 ? node.end : Math.min(node.end, lineEnd)
    this.diagnostic = diagnostic(
      'test-malformed',
      { problem },
      { span: { source, start: node.start, end } },
    )
  }
}

function readEntry(node: YamlNode, reading: Reading): TestPatch {
  if (node.kind === 'scalar') {
    if (typeof node.value !== 'string') throw new Malformed('a test needs a name', node, reading)
    return makeTest(node.value, node, node, undefined, reading)
  }
  if (node.kind === 'list') throw new Malformed('a list is no test', node, reading)
  const named = findEntry(node, 'test_name')
  if (named) {
    const name = named.value.kind === 'scalar' ? named.value.value : null
    if (typeof name !== 'string')
      throw new Malformed('"test_name" is no text', named.value, reading)
    const entries = node.entries.filter((entry) => entry !== named)
    return makeTest(name, named.value, node, { ...node, entries }, reading)
  }
  const [entry, ...others] = node.entries
  if (!entry) throw new Malformed('a test needs a name', node, reading)
  if (others.length > 0) {
    const problem = `a test is one name, but here are ${node.entries.length} keys: indent what belongs to "${entry.key}"`
    throw new Malformed(problem, node, reading)
  }
  const nameNode = { start: entry.keyStart, end: entry.keyEnd }
  if (entry.value.kind === 'map') return makeTest(entry.key, nameNode, node, entry.value, reading)
  const isEmpty = entry.value.kind === 'scalar' && entry.value.value === null
  if (isEmpty) return makeTest(entry.key, nameNode, node, undefined, reading)
  throw new Malformed(`the arguments of "${entry.key}" are no mapping`, entry.value, reading)
}

function makeTest(
  fullName: string,
  nameNode: Pick<YamlNode, 'start' | 'end'>,
  node: YamlNode,
  body: YamlMap | undefined,
  reading: Reading,
): TestPatch {
  const [, namespace, name] = NAME.exec(fullName) ?? []
  if (name === undefined)
    throw new Malformed(`"${fullName}" is no name of a test`, nameNode, reading)
  const [place, namePlace] = [toPlace(node, reading), toPlace(nameNode, reading)]
  if (!body) {
    const [customName, description, args, argPlaces] = [undefined, undefined, noArgs, noPlaces]
    return {
      name,
      namespace,
      customName,
      description,
      args,
      argPlaces,
      config: noConfig,
      namePlace,
      place,
    }
  }
  const written = itemOf(body, reading)
  const item = reading.requiresArguments ? withArguments(written) : written
  const { args, argPlaces } = readArguments(item)
  warnOfFlatKeys(written, name)
  return {
    name,
    namespace,
    customName: item.text('name'),
    description: item.yamlText('description'),
    args,
    argPlaces,
    config: readTestConfig(item),
    namePlace,
    place,
  }
}

const noArgs = {}
const noPlaces = {}

function itemOf(body: YamlMap, reading: Reading): Item {
  const data = toData(body)
  return new Item(reading, isObject(data) ? data : {}, isObject(data) ? data : {}, body)
}

/** As in dbt, what stands under `arguments` is laid over what stands beside it: settings and a name may be there, too. */
function withArguments(item: Item): Item {
  const nested = findEntry(item.node, 'arguments')
  if (!nested) return item
  const beside = item.node.entries.filter((entry) => entry !== nested)
  const given = nested.value.kind === 'map' ? nested.value.entries : []
  const entries = new Map([...beside, ...given].map((entry) => [entry.key, entry]))
  return itemOf({ ...item.node, entries: [...entries.values()] }, item.reading)
}

function readArguments(item: Item): Pick<TestPatch, 'args' | 'argPlaces'> {
  const { reading } = item
  const args: Record<string, Json> = {}
  const argPlaces: Record<string, Place> = {}
  for (const [key, value] of Object.entries(item.value)) {
    if (key === 'config' || key === 'description' || key === 'name' || isConfigKey.has(key))
      continue
    args[key] = value
    argPlaces[key] = item.placeOf(key)
  }
  if ('model' in args) {
    const problem = '"model" is given to every test by itself'
    throw new Malformed(problem, argPlaces['model'] ?? item.node, reading)
  }
  return { args, argPlaces }
}

function warnOfFlatKeys(item: Item, test: string): void {
  const { reading } = item
  if (!reading.requiresArguments) return warnOfEarlyArguments(item, test)
  const keys = Object.keys(item.value)
  for (const key of keys.filter((it) => isConfigKey.has(it))) {
    const where = { span: item.spanOf(item.keyPlaceOf(key)) }
    reading.diagnostics.push(diagnostic('key-moved-to-config', { key }, where))
  }
  const hasArguments = Object.keys(item.item('arguments')?.value ?? {}).length > 0
  const flat = keys.find((key) => !ownKeys.has(key) && !isConfigKey.has(key) && key !== 'arguments')
  if (hasArguments || flat === undefined) return
  const where = { span: item.spanOf(item.keyPlaceOf(flat)) }
  reading.diagnostics.push(diagnostic('test-arguments-flat', { name: test }, where))
}

/** `arguments:` of a project that has not switched it on: an argument like any other, for now. */
function warnOfEarlyArguments(item: Item, name: string): void {
  if (!item.has('arguments')) return
  const where = { span: item.spanOf(item.keyPlaceOf('arguments')) }
  const value = toPythonText(item.value['arguments'] ?? null)
  item.reading.diagnostics.push(diagnostic('test-arguments-early', { name, value }, where))
}

/** Settings, those beside the arguments first; texts are rendered, as no other part of a test is. */
function readTestConfig(item: Item): ConfigPatch {
  if (!item.has('config') && !configKeys.some((key) => item.has(key))) return noConfig
  const builder = new ConfigBuilder()
  const config = item.item('config')
  if (item.has('config') && !config) {
    throw new Malformed('"config" of a test is no dict', item.placeOf('config'), item.reading)
  }
  if (config) warnOfMisspelt(config)
  for (const key of configKeys) {
    const [outer, inner] = [item.has(key), config?.has(key) ?? false]
    if (outer && inner) {
      const where = { span: item.spanOf(item.keyPlaceOf(key)) }
      item.reading.diagnostics.push(diagnostic('test-config-twice', { key }, where))
    }
    const from = outer ? item : config
    if (outer || inner) setRendered(builder, from, key)
  }
  for (const key of Object.keys(config?.value ?? {})) {
    if (!isConfigKey.has(key)) setRendered(builder, config, key)
  }
  const patch = builder.finish()
  const { source, diagnostics, allowsTestHeaders = false } = item.reading
  const header = patch.places['sql_header']
  if (header && !allowsTestHeaders)
    diagnostics.push(diagnostic('test-sql-header-early', {}, { span: item.spanOf(header) }))
  const checked = {
    source,
    root: (config ?? item).node,
    value: patch.rendered,
    earlier: diagnostics,
  }
  diagnostics.push(...validate('testConfig', checked))
  return patch
}

function setRendered(builder: ConfigBuilder, from: Item | undefined, key: string): void {
  const value = from?.value[key]
  if (!from || value === undefined || value === null) return
  const place = from.placeOf(key)
  if (typeof value !== 'string') {
    builder.set(key, value, value, place)
    return
  }
  const { source, scope, diagnostics } = from.reading
  const rendered = renderYamlText(source, place, value, scope)
  if (rendered.diagnostics.length > 0) {
    const params = { key, file: source.path }
    diagnostics.push(diagnostic('test-config-unreadable', params, { span: from.spanOf(place) }))
  }
  diagnostics.push(...rendered.diagnostics)
  if (rendered.value !== undefined && rendered.value !== null) {
    builder.set(key, rendered.value, value, place)
  }
}

function toPlace(node: Pick<YamlNode, 'start' | 'end'>, reading: Reading): Place {
  return { file: reading.source.path, start: node.start, end: node.end }
}
