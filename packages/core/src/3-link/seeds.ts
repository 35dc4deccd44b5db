import { toNodeJson } from '../artifact/index.ts'
import type { ProjectFile } from '../1-load/index.ts'
import type { ParsedSeed } from '../2-parse/index.ts'
import type { NodePatch } from '../2-parse/properties/index.ts'
import type { NodeId, Seed } from '../types/index.ts'
import { linkColumns } from './columns.ts'
import { resolveConfig } from './config.ts'
import { defaultPlace, metaOf, setGroup, tagsOf, type Draft } from './draft.ts'
import { createdAt, foldersOf, type Linking } from './linking.ts'
import { ownersOf, Patches, patchesOf, type Patched } from './patches.ts'
import { addHookCalls } from './hook-calls.ts'
import { relationNameOf } from '../names/relation-name.ts'

/** As far as the project files say. */
function isEnabled(
  { project }: Linking,
  { packageName, path }: ProjectFile,
  name: string,
): boolean {
  const fqn = [packageName, ...foldersOf(path), name]
  const { config } = resolveConfig(project, { kind: 'seed', packageName, fqn, call: {} })
  return config['enabled'] !== false
}

/** Seeds, each from its file and what properties say of it. */
export function linkSeeds(linking: Linking): void {
  const patches = new Patches(
    linking,
    'seed',
    patchesOf(linking, (file) => file.seeds),
    ownersOf(linking.parsed.seeds, (file, { name }) => isEnabled(linking, file, name)),
  )
  for (const [file, parsed] of linking.parsed.seeds) {
    const patch = patches.find(file.packageName, parsed.name)
    linking.nodes.push(linkSeed(linking, file, parsed, patch))
  }
  patches.reportUnused([...linking.parsed.seeds.values()].map((seed) => seed.name))
}

function linkSeed(
  linking: Linking,
  file: ProjectFile,
  parsed: ParsedSeed,
  patch: Patched<NodePatch> | undefined,
): Seed {
  const { packageName } = file
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
  const { config } = resolved
  const seed: Draft<Seed> = {
    kind: 'seed',
    id,
    name: parsed.name,
    packageName,
    path: file.path,
    originalPath: file.originalPath,
    file: file.file,
    fqn,
    description: text,
    docBlocks,
    config,
    unrenderedConfig: resolved.unrendered,
    tags: tagsOf(config),
    meta: metaOf(config),
    createdAt: createdAt(file),
    checksum: parsed.checksum,
    checksumOf: parsed.checksumOf,
    columns: linkColumns(linking, () => patch?.patch.columns ?? [], {
      packageName,
      arePlain: patch?.patch.hasPlainColumns === true,
    }),
    rootPath: linking.project.packages.get(packageName)?.root ?? linking.project.root,
    dependsOn: { nodes: [], macros: [] },
    ...defaultPlace(linking, parsed.name),
  }
  addHookCalls(linking, () => ({ ...seed, toJson: () => toNodeJson(seed) }), seed)
  if (patch) seed.patchPath = `${patch.file.packageName}://${patch.file.originalPath}`
  setGroup(seed)
  Object.assign(
    seed,
    linking.names.generate({
      subject: { id, name: parsed.name, packageName, kind: 'seed', toJson: () => ({}) },
      config,
      toJson: () => toNodeJson(seed),
    }),
  )
  seed.relationName = relationNameOf(linking.parsed.invocation, seed)
  return seed
}
