import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import type { ProjectFile } from '../../1-load/index.ts'
import type { ConfigPatch, DescribedPatch } from '../../2-parse/properties/index.ts'
import type { Complain } from '../../described/parts.ts'
import type { Config, DescribedNode, JsonObject, NodeId, Place } from '../../types/index.ts'
import { resolveConfig } from '../config.ts'
import { metaOf } from '../draft.ts'
import { createdAt, foldersOf, type Linking } from '../linking.ts'

/** One entry that is being made a node. */
export interface Definition {
  readonly linking: Linking
  readonly file: ProjectFile
  readonly patch: DescribedPatch
}

export type DescribedKind = DescribedNode['kind']

/**
 * Settings of such a node. An exposure's own tags and meta replace those of the project file; `unrendered_config` has what the
 * project file says for exposures and metrics only.
 */
export function configOf(
  { linking, file }: Definition,
  kind: DescribedKind,
  { name, config: patch }: { readonly name: string; readonly config: ConfigPatch },
): { readonly config: Config; readonly unrendered: Config } {
  const { packageName } = file
  const place = { kind, packageName, fqn: fqnOf(file, name), call: {} }
  const tree = resolveConfig(linking.project, place)
  const isNoted = kind === 'exposure' || kind === 'metric'
  const unrendered = { ...(isNoted ? tree.unrendered : {}), ...patch.rendered }
  if (kind === 'exposure') return { config: { ...tree.config, ...patch.rendered }, unrendered }
  return { config: resolveConfig(linking.project, { ...place, patch }).config, unrendered }
}

/** What all of them have in common; parents are found when all are known. */
export function baseOf(
  { linking, file, patch }: Definition,
  kind: DescribedKind,
  parts: {
    readonly name: string
    readonly config: Config
    readonly unrendered: Config
    readonly definition: JsonObject
  },
): Omit<DescribedNode, 'kind'> {
  const { name, config } = parts
  const { group } = config
  const described = linking.descriptions.render(patch.description, file.packageName)
  return {
    id: `${kind}.${file.packageName}.${name}` as NodeId,
    name,
    packageName: file.packageName,
    path: file.path,
    originalPath: file.originalPath,
    file: file.file,
    fqn: fqnOf(file, name),
    description: described.text,
    docBlocks: described.docBlocks,
    config,
    unrenderedConfig: parts.unrendered,
    tags: [],
    meta: metaOf(config),
    createdAt: createdAt(file),
    definition: parts.definition,
    refs: [],
    sources: [],
    metrics: [],
    dependsOn: { nodes: [], macros: [] },
    ...(typeof group === 'string' && { group }),
    place: patch.place,
  }
}

function fqnOf(file: ProjectFile, name: string): readonly string[] {
  return [file.packageName, ...foldersOf(file.path), name]
}

/** Tells what is wrong with an entry, at its name. */
export function complainOf({ linking, patch }: Definition, kind: string): Complain {
  return (problem, fact) => {
    const params = { kind, name: patch.name, problem, fact }
    report(linking, patch.namePlace, diagnostic('definition-invalid', params))
  }
}

export function report(linking: Linking, place: Place, item: Diagnostic): void {
  linking.diagnostics.push({ ...item, span: linking.project.sources.spanOf(place) })
}
