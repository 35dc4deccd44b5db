import type { ProjectFile } from '../1-load/index.ts'
import type { ParsedTest } from '../2-parse/index.ts'
import { toNodeJson } from '../artifact/index.ts'
import type { DataTest, GenericTest, MacroId, Manifest, NodeId } from '../types/index.ts'
import { toStringList } from '../types/json.ts'
import { noColumns } from './columns.ts'
import { resolveConfig } from './config.ts'
import { defaultPlace, metaOf, setGroup, storesFailures, tagsOf, type Draft } from './draft.ts'
import { createdAt, foldersOf, type Linking } from './linking.ts'
import { relationNameOf } from '../names/relation-name.ts'

type Macros = Manifest['macros']

export function linkGenericTests(linking: Linking, macros: Macros): void {
  for (const [file, tests] of linking.parsed.genericTests) {
    for (const test of tests) {
      linking.nodes.push(
        linkTest(linking, file, { ...test, macros: macrosOf(linking, test, macros) }),
      )
    }
  }
}

/**
 * Of the macros that the arguments call, dbt sees those that the test itself can reach, its own, and what is put around the model (a project
 * may have a `get_where_subquery` of its own): the others are not in its scope then.
 */
function macrosOf(
  { parsed }: Linking,
  { macros: own, argumentMacros }: ParsedTest,
  all: Macros,
): readonly MacroId[] {
  if (!argumentMacros) return own
  const around = argumentMacros.filter((id) => id.endsWith('.get_where_subquery'))
  const reached = new Set([...own, ...around])
  for (const id of reached) {
    for (const next of all.get(id)?.dependsOn ?? []) reached.add(next)
  }
  const isSeen = (id: MacroId): boolean =>
    reached.has(id) || parsed.macros.isInternal(all.get(id)?.packageName ?? '')
  return [...new Set([...own, ...argumentMacros.filter(isSeen)])]
}

function linkTest(linking: Linking, file: ProjectFile, test: ParsedTest): DataTest {
  const { packageName } = file
  const id = `test.${packageName}.${test.name}.${test.hash}` as NodeId
  const fqn = [packageName, ...foldersOf(withoutFirst(file.originalPath)), test.name]
  const resolved = resolveConfig(linking.project, {
    kind: 'test',
    packageName,
    fqn,
    call: test.configCall,
    ...(test.unrenderedConfigCall && { unrenderedCall: test.unrenderedConfigCall }),
  })
  const { config } = resolved
  const generic: Draft<GenericTest> = {
    name: test.test,
    kwargs: test.kwargs,
    fileKeyName: `${test.target.yamlKey}.${test.target.name}`,
    place: test.place,
  }
  if (test.namespace !== undefined) generic.namespace = test.namespace
  if (test.columnName !== undefined) generic.columnName = test.columnName
  const described = { text: test.description, place: test.place }
  const node: Draft<DataTest> = {
    kind: 'test',
    id,
    name: test.name,
    packageName,
    path: `${test.shortName}.sql`,
    originalPath: file.originalPath,
    file: file.file,
    fqn,
    description: linking.descriptions.render(described, packageName).text,
    docBlocks: [],
    config,
    unrenderedConfig: resolved.unrendered,
    tags: allTags(test, tagsOf(config)),
    meta: metaOf(config),
    createdAt: createdAt(file),
    rawCode: test.rawCode,
    checksum: '',
    refs: test.refs,
    sources: test.sources,
    dependsOn: { nodes: [], macros: test.macros },
    columns: noColumns,
    configCall: test.configCall,
    generic,
    ...defaultPlace(linking, test.name),
  }
  setGroup(node)
  Object.assign(
    node,
    linking.names.generate({
      subject: { id, name: test.name, packageName, kind: 'test', toJson: () => ({}) },
      config,
      toJson: () => toNodeJson(node),
    }),
  )
  if (storesFailures(linking, node))
    node.relationName = relationNameOf(linking.parsed.invocation, node)
  linking.askedBy.set(id, test)
  return node
}

/** Tags of the column and of the tests entry, sorted as dbt sorts them; then those of the settings as they come. */
function allTags(test: ParsedTest, own: readonly string[]): readonly string[] {
  const said = [...test.columnTags, ...toStringList(test.config['tags'])].sort()
  return said.length === 0 ? own : [...new Set([...said, ...own])]
}

function withoutFirst(path: string): string {
  return path.slice(path.indexOf('/') + 1)
}
