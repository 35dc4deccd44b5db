import { toNodeJson } from '../artifact/index.ts'
import type { NodeId, Seed } from '../types/index.ts'
import { configParts } from './code-nodes.ts'
import { linkColumns } from './columns.ts'
import { resolveConfig } from './config.ts'
import { createdAt, foldersOf, type Linking } from './linking.ts'
import { Patches, patchesOf } from './patches.ts'
import { relationNameOf } from './relation-name.ts'

export function linkSeeds(linking: Linking): void {
  const patches = new Patches(
    linking,
    'seed',
    patchesOf(linking, (file) => file.seeds),
  )
  for (const [file, parsed] of linking.parsed.seeds) {
    const { packageName } = file
    const patch = patches.find(packageName, parsed.name)
    const fqn = [packageName, ...foldersOf(file.path), parsed.name]
    const resolved = resolveConfig(linking.project, {
      kind: 'seed',
      packageName,
      fqn,
      patch: patch?.patch.config,
      call: {},
    })
    const { text, docBlocks } = linking.descriptions.render(patch?.patch.description, packageName)
    const id = `seed.${packageName}.${parsed.name}` as NodeId
    const body = {
      kind: 'seed' as const,
      id,
      name: parsed.name,
      packageName,
      path: file.path,
      originalPath: file.originalPath,
      file: file.file,
      fqn,
      description: text,
      docBlocks,
      ...configParts(resolved),
      createdAt: createdAt(file),
      checksum: parsed.checksum,
      checksumOf: parsed.checksumOf,
      columns: linkColumns(linking, patch?.patch.columns ?? [], packageName),
      ...(patch && { patchPath: `${patch.file.packageName}://${patch.file.originalPath}` }),
      rootPath: linking.project.packages.get(packageName)?.root ?? linking.project.root,
      dependsOn: { nodes: [], macros: [] },
    }
    const { target } = linking.parsed.invocation
    const names = linking.names.generate({
      subject: { id, name: parsed.name, packageName, kind: 'seed', toJson: () => ({}) },
      config: resolved.config,
      toJson: () =>
        toNodeJson({
          ...body,
          database: String(target['database'] ?? ''),
          schema: String(target['schema'] ?? ''),
          alias: parsed.name,
        }),
    })
    const seed: Seed = {
      ...body,
      ...names,
      relationName: relationNameOf(linking, names, resolved.config),
    }
    linking.nodes.push(seed)
  }
  patches.reportUnused([...linking.parsed.seeds.values()].map((seed) => seed.name))
}
