import { configDefaults } from '../config/defaults.ts'
import type { JsonObject, NodeId, Operation } from '../types/index.ts'

type Called = Pick<
  Operation,
  'id' | 'name' | 'packageName' | 'path' | 'originalPath' | 'file' | 'fqn'
>

/** A node for a call that no hook of the project makes: a command asks for it. */
export function calledOperation(called: Called, target: JsonObject): Operation {
  return {
    kind: 'operation',
    ...called,
    description: '',
    docBlocks: [],
    config: configDefaults.operation,
    unrenderedConfig: {},
    tags: [],
    meta: {},
    createdAt: 0,
    rawCode: '',
    checksum: '',
    refs: [],
    sources: [],
    dependsOn: { nodes: [], macros: [] },
    columns: new Map(),
    configCall: {},
    database: String(target['database'] ?? ''),
    schema: String(target['schema'] ?? ''),
    alias: called.name,
    when: 'run-operation',
    index: 0,
    place: { file: called.file, start: 0, end: 0 },
  }
}

/** The call of something that has no file: a built-in macro, or several. */
export function namelessOperation(
  name: string,
  packageName: string,
  target: JsonObject,
): Operation {
  const id = `operation.${packageName}.${name}` as NodeId
  const file = { path: name, originalPath: name, file: name, fqn: [packageName, name] }
  return calledOperation({ id, name, packageName, ...file }, target)
}
