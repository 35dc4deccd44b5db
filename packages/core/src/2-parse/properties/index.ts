import { diagnostic, span, type Diagnostic, type Outcome, type Source } from '@btn/diagnostics'
import type { Json, JsonObject } from '../../types/index.ts'
import {
  describe,
  hasTemplate,
  readYaml,
  renderTree,
  validate,
  type YamlMap,
} from '../../yaml/index.ts'
import { readFunction } from './functions.ts'
import { Item, type PropertiesOptions, type Reading } from './item.ts'
import { isObject } from '../../types/json.ts'
import { readAlert, readMonitor } from './monitors.ts'
import { readNode } from './nodes.ts'
import { readDataTest, readDescribed, readGroup, readMacro, readReport } from './others.ts'
import { readPrivacyClasses } from './privacy-classes.ts'
import { isRenderedNow, type PropertiesKey } from './render-rules.ts'
import { readSource } from './sources.ts'
import type { DescribedPatch, PropertiesFile } from './types.ts'
import { readUnitTest } from './unit-tests.ts'

export type { PropertiesOptions } from './item.ts'
export type { LoadPatch } from './load-settings.ts'
export type { AlertPatch, MonitorPatch } from './monitors.ts'
export type * from './types.ts'

const describedKeys: readonly DescribedPatch['key'][] = [
  'exposures',
  'metrics',
  'semantic_models',
  'saved_queries',
]
const keys: readonly PropertiesKey[] = [
  'models',
  'seeds',
  'snapshots',
  'analyses',
  'sources',
  'macros',
  'data_tests',
  'groups',
  'unit_tests',
  'functions',
  'reports',
  'monitors',
  'alerts',
  ...describedKeys,
]

/** Reads a properties file. What is wrong with one entry leaves the others as they are. */
export function readProperties(
  source: Source,
  options: PropertiesOptions,
): Outcome<PropertiesFile> {
  // dbt reads these files without the white space at their end.
  const { value: document, diagnostics } = readYaml(source, source.text.trimEnd())
  const { root } = document
  if (!root) return { value: { ...nothing, file: source.path }, diagnostics }
  if (root.kind !== 'map') {
    const isBroken = diagnostics.some((item) => item.severity === 'error')
    const found = isBroken ? diagnostics : [...diagnostics, noMapping(source, document.value)]
    return { value: { ...nothing, file: source.path }, diagnostics: found }
  }
  const found = [...diagnostics]
  const raw = isObject(document.value) ? document.value : {}
  const value = render(source, root, raw, options, found)
  found.push(...validate('properties', { source, root, value, earlier: found }))
  // Where the syntax is wrong, what was made of it is a guess, and its mistakes are none of the user's.
  const isGuess = diagnostics.some((item) => item.code === 'yaml-syntax')
  const reading: Reading = { ...options, source, diagnostics: isGuess ? [] : found }
  return { value: build(new Item(reading, value, raw, root)), diagnostics: found }
}

function noMapping(source: Source, value: Json): Diagnostic {
  const params = { key: source.path, expected: 'a mapping', found: describe(value) }
  return diagnostic('yaml-wrong-type', params, { span: span(source, 0, 0) })
}

function render(
  source: Source,
  root: YamlMap,
  raw: JsonObject,
  { scope }: PropertiesOptions,
  diagnostics: Diagnostic[],
): JsonObject {
  if (!hasTemplate(source.text)) return raw
  const rendered = renderTree(source, root, scope, ([key, , ...path]) => {
    const name = keys.find((it) => it === key)
    return name !== undefined && isRenderedNow(name, path)
  })
  diagnostics.push(...rendered.diagnostics)
  return isObject(rendered.value) ? rendered.value : raw
}

const nothing: Omit<PropertiesFile, 'file'> = {
  models: [],
  seeds: [],
  snapshots: [],
  analyses: [],
  sources: [],
  macros: [],
  dataTests: [],
  groups: [],
  unitTests: [],
  functions: [],
  described: [],
  reports: [],
  monitors: [],
  alerts: [],
}

function build(root: Item): PropertiesFile {
  const each = <T>(key: string, read: (item: Item) => T | undefined): readonly T[] =>
    root.items(key).flatMap((item) => read(item) ?? [])
  const privacyClasses = readPrivacyClasses(root)
  return {
    file: root.reading.source.path,
    models: each('models', readNode),
    seeds: each('seeds', readNode),
    snapshots: each('snapshots', readNode),
    analyses: each('analyses', readNode),
    sources: each('sources', readSource),
    macros: each('macros', readMacro),
    dataTests: each('data_tests', readDataTest),
    groups: each('groups', readGroup),
    unitTests: each('unit_tests', readUnitTest),
    functions: each('functions', readFunction),
    reports: each('reports', readReport),
    described: describedKeys.flatMap((key) => each(key, (item) => readDescribed(item, key))),
    ...(privacyClasses.length > 0 && { privacyClasses }),
    monitors: each('monitors', readMonitor),
    alerts: each('alerts', readAlert),
  }
}
