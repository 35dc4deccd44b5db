import type { NodeId, Operation } from '../types/index.ts'
import { toNodeJson } from '../artifact/index.ts'
import { resolveConfig } from './config.ts'
import { addHookCalls } from './hook-calls.ts'
import { isObject } from '../types/json.ts'
import { defaultPlace, tagsOf, type Draft } from './draft.ts'
import type { Linking } from './linking.ts'

/** `on-run-start` and `on-run-end` statements as nodes. */
export function linkOperations(linking: Linking): void {
  for (const hook of linking.parsed.hooks) {
    const name = `${hook.packageName}-${hook.when}-${hook.index}`
    const path = `hooks/${name}.sql`
    const fqn = [hook.packageName, 'hooks', name]
    const { config, unrendered } = resolveConfig(linking.project, {
      kind: 'operation',
      packageName: hook.packageName,
      fqn,
      call: {},
    })
    const id = `operation.${hook.packageName}.${name}` as NodeId
    const operation: Draft<Operation> = {
      kind: 'operation',
      id,
      name,
      packageName: hook.packageName,
      path,
      originalPath: `./${hook.file.slice(hook.file.lastIndexOf('/') + 1)}`,
      file: hook.file,
      fqn,
      description: '',
      docBlocks: [],
      config,
      unrenderedConfig: unrendered,
      tags: [hook.when, ...tagsOf(config)],
      meta: isObject(config['meta']) ? config['meta'] : {},
      createdAt: 0,
      rawCode: hook.text,
      checksum: hook.checksum,
      refs: hook.refs,
      sources: hook.sources,
      dependsOn: { nodes: [], macros: hook.macros },
      columns: new Map(),
      configCall: {},
      ...defaultPlace(linking, name),
      when: hook.when,
      index: hook.index,
      place: hook.place,
    }
    const toJson = () => toNodeJson(operation)
    const subject = { id, name, packageName: hook.packageName, kind: operation.kind, toJson }
    // As in dbt, the settings of models hold for it, with their hooks: these never run, but are read.
    addHookCalls(linking, () => ({ ...operation, toJson }), operation)
    Object.assign(operation, linking.names.generate({ subject, config, toJson }))
    linking.nodes.push(operation)
  }
}
