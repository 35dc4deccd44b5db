import { diagnostic, findNearest, type Diagnostic } from '@btn/diagnostics'
import type { ProjectFile } from '../1-load/index.ts'
import type { UnitTestPatch } from '../2-parse/properties/index.ts'
import type { Lookup } from '../context/lookup.ts'
import type {
  Model,
  Node,
  NodeId,
  Place,
  UnitTest,
  UnitTestInput,
  UnitTestRows,
} from '../types/index.ts'
import { unitTestChecksum } from '../unit-tests/checksum.ts'
import { resolveConfig, type ResolvedConfig } from './config.ts'
import { metaOf, tagsOf } from './draft.ts'
import { createdAt, foldersOf, type Linking } from './linking.ts'
import { resolveRows, type RowsContext } from './unit-test-rows.ts'

/** The unit tests of all properties files; those of a model with versions once for each. They need the other nodes to be known. */
export function linkUnitTests(
  linking: Linking,
  lookup: Lookup,
  nodes: ReadonlyMap<NodeId, Node>,
): readonly UnitTest[] {
  const tests: UnitTest[] = []
  reportSameFixtures(linking)
  for (const [file, { unitTests }] of linking.parsed.properties) {
    for (const test of unitTests) {
      const definition = define({ linking, file, test, lookup })
      if (definition) tests.push(...attach(linking, definition, { test, lookup, nodes }))
    }
  }
  return tests
}

/** Fixtures are named by their files, whatever folder they lie in. */
function reportSameFixtures({ parsed, project, diagnostics }: Linking): void {
  const first = new Map<string, Place>()
  for (const [{ packageName, file }, { name }] of parsed.fixtures) {
    const key = `${packageName}.${name}`
    const place: Place = { file, start: 0, end: 0 }
    const other = first.get(key)
    if (!other) first.set(key, place)
    else {
      const related = { span: project.sources.spanOf(other), message: 'the first one is here' }
      const where = { span: project.sources.spanOf(place), related: [related] }
      diagnostics.push(diagnostic('duplicate-node', { kind: 'fixture', name }, where))
    }
  }
}

function define(context: RowsContext): UnitTest | undefined {
  const { linking, file, test } = context
  const rows = readRows(context)
  if (!rows) return undefined
  const fqn = [
    file.packageName,
    ...foldersOf(withoutFirst(file.originalPath)),
    test.model,
    test.name,
  ]
  const resolved = resolveConfig(linking.project, {
    kind: 'unit_test',
    packageName: file.packageName,
    fqn,
    patch: test.config,
    call: {},
  })
  const { model, overrides, versions } = test
  const parts = { model, ...rows, ...(overrides && { overrides }), ...(versions && { versions }) }
  return { ...resourceOf(file, test, fqn, resolved), ...parts, checksum: unitTestChecksum(parts) }
}

function readRows(
  context: RowsContext,
): { readonly given: readonly UnitTestInput[]; readonly expect: UnitTestRows } | undefined {
  const given = context.test.given.flatMap((patch) => {
    const rows = resolveRows(context, patch)
    return rows ? [{ input: patch.input, ...rows }] : []
  })
  const expect = resolveRows(context, context.test.expect)
  return expect && given.length === context.test.given.length ? { given, expect } : undefined
}

function resourceOf(
  file: ProjectFile,
  test: UnitTestPatch,
  fqn: readonly string[],
  { config, unrendered }: ResolvedConfig,
): Omit<UnitTest, 'model' | 'given' | 'expect' | 'checksum'> {
  return {
    kind: 'unit_test',
    id: `unit_test.${file.packageName}.${test.model}.${test.name}` as NodeId,
    name: test.name,
    packageName: file.packageName,
    path: file.path,
    originalPath: file.originalPath,
    file: file.file,
    fqn,
    description: test.description,
    docBlocks: [],
    config,
    unrenderedConfig: unrendered,
    tags: tagsOf(config),
    meta: metaOf(config),
    createdAt: createdAt(file),
    dependsOn: { nodes: [], macros: [] },
    place: test.place,
  }
}

interface Attaching {
  readonly test: UnitTestPatch
  readonly lookup: Lookup
  readonly nodes: ReadonlyMap<NodeId, Node>
}

/** The definition with its tested model; of a disabled model, the test is disabled, too. */
function attach(linking: Linking, definition: UnitTest, context: Attaching): readonly UnitTest[] {
  const { test, lookup } = context
  const [name = '', version] = test.model.trim().split(/\s+/)
  const { packageName } = definition
  const model = lookup.findRef(packageName, name, packageName, version)
  if (model === 'disabled')
    return [{ ...definition, config: { ...definition.config, enabled: false } }]
  if (model?.kind !== 'model') {
    const nearest = findNearest(name, lookup.refNames())
    const params = { test: test.name, model: `${packageName}.${test.model}`, nearest }
    report(linking, test.modelPlace, diagnostic('unit-test-model-not-found', params))
    return []
  }
  const found = {
    ...definition,
    dependsOn: { nodes: [model.id], macros: [] },
    schema: model.schema,
  }
  if (definition.config['enabled'] === false) return [found]
  checkIncremental(linking, test, model)
  return perVersion(linking, found, model, context)
}

function report(linking: Linking, place: Place, item: Diagnostic): void {
  linking.diagnostics.push({ ...item, span: linking.project.sources.spanOf(place) })
}

/** Whether the model sees rows of its own must be said, and then there must be some. */
function checkIncremental(linking: Linking, test: UnitTestPatch, model: Model): void {
  if (!model.dependsOn.macros.some((id) => id === 'macro.dbt.is_incremental')) return
  const override = test.overrides?.macros['is_incremental']
  const params = { test: test.name, model: model.name }
  if (typeof override !== 'boolean')
    report(linking, test.namePlace, diagnostic('unit-test-incremental-override', params))
  else if (override && !test.given.some(({ input }) => input === 'this'))
    report(linking, test.namePlace, diagnostic('unit-test-this', params))
}

/** A test of a model with versions stands for one test of each version that it includes. */
function perVersion(
  linking: Linking,
  definition: UnitTest,
  model: Model,
  { test, nodes }: Attaching,
): readonly UnitTest[] {
  const { include, exclude } = test.versions ?? {}
  const [includes, excludes] = [(include ?? []).length > 0, (exclude ?? []).length > 0]
  const place = test.versionsPlace ?? test.place
  const params = { test: test.name, model: model.name }
  if (includes && excludes) {
    report(linking, place, diagnostic('unit-test-versions', { test: test.name }))
    return []
  }
  if (model.version === undefined) {
    if (!includes && !excludes) return [definition]
    report(linking, place, diagnostic('unit-test-versions-unversioned', params))
    return []
  }
  const isTested = ({ version = '' }: Model): boolean =>
    includes ? include?.includes(version) === true : !excludes || !exclude?.includes(version)
  const tested = versionsOf(model, nodes).filter(isTested)
  if (tested.length === 0) report(linking, place, diagnostic('unit-test-version-not-found', params))
  return tested.map((it) => ({
    ...definition,
    id: `${definition.id}_v${it.version}` as NodeId,
    dependsOn: { nodes: [it.id], macros: [] },
    ...(it.version !== undefined && { version: it.version }),
  }))
}

function versionsOf(model: Model, nodes: ReadonlyMap<NodeId, Node>): readonly Model[] {
  const isVersion = (node: Node): node is Model =>
    node.kind === 'model' &&
    node.packageName === model.packageName &&
    node.name === model.name &&
    node.version !== undefined
  return [...nodes.values()].filter(isVersion)
}

function withoutFirst(path: string): string {
  return path.slice(path.indexOf('/') + 1)
}
