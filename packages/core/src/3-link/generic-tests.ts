import type { ProjectFile } from '../1-load/index.ts'
import type { ParsedTest } from '../2-parse/index.ts'
import { toNodeJson } from '../artifact/index.ts'
import type { DataTest, NodeId } from '../types/index.ts'
import { toStringList } from '../types/json.ts'
import { configParts } from './code-nodes.ts'
import { resolveConfig } from './config.ts'
import { createdAt, foldersOf, type Linking } from './linking.ts'
import { relationNameOf } from './relation-name.ts'

export function linkGenericTests(linking: Linking): void {
  for (const [file, tests] of linking.parsed.genericTests) {
    for (const test of tests) linking.nodes.push(linkTest(linking, file, test))
  }
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
  })
  const parts = configParts(resolved)
  const tags = [
    ...new Set([...test.columnTags, ...toStringList(test.config['tags']), ...parts.tags]),
  ].sort()
  const target = `${test.target.yamlKey}.${test.target.name}`
  const body = {
    kind: 'test' as const,
    id,
    name: test.name,
    packageName,
    path: `${test.shortName}.sql`,
    originalPath: file.originalPath,
    file: file.file,
    fqn,
    description: linking.descriptions.render(
      { text: test.description, place: test.place },
      packageName,
    ).text,
    docBlocks: [],
    ...parts,
    tags,
    createdAt: createdAt(file),
    rawCode: test.rawCode,
    checksum: '',
    refs: test.refs,
    sources: test.sources,
    dependsOn: { nodes: [], macros: test.macros },
    columns: new Map(),
    configCall: test.configCall,
    generic: {
      name: test.test,
      ...(test.namespace !== undefined && { namespace: test.namespace }),
      kwargs: test.kwargs,
      ...(test.columnName !== undefined && { columnName: test.columnName }),
      fileKeyName: target,
      place: test.place,
    },
  }
  const { target: connection } = linking.parsed.invocation
  const names = linking.names.generate({
    subject: { id, name: test.name, packageName, kind: 'test', toJson: () => ({}) },
    config: resolved.config,
    toJson: () =>
      toNodeJson({
        ...body,
        database: String(connection['database'] ?? ''),
        schema: String(connection['schema'] ?? ''),
        alias: test.name,
      }),
  })
  linking.askedBy.set(id, test)
  const isStored =
    resolved.config['store_failures'] === true || linking.project.flags.store_failures
  return {
    ...body,
    ...names,
    ...(isStored && { relationName: relationNameOf(linking, names, resolved.config) }),
  }
}

function withoutFirst(path: string): string {
  return path.slice(path.indexOf('/') + 1)
}
