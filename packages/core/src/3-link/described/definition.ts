import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import { toRepr } from '@btn/jinja'
import type { ProjectFile } from '../../1-load/index.ts'
import type { ConfigPatch, DescribedPatch } from '../../2-parse/properties/index.ts'
import type { Complain } from '../../described/parts.ts'
import type { Config, DescribedNode, JsonObject, NodeId, Place } from '../../types/index.ts'
import { resolveConfig } from '../config.ts'
import { metaOf } from '../draft.ts'
import { toValue } from '../../yaml/index.ts'
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
  definition: Definition,
  kind: DescribedKind,
  { name, config: patch }: { readonly name: string; readonly config: ConfigPatch },
): { readonly config: Config; readonly unrendered: Config } {
  const { linking, file } = definition
  const { packageName } = file
  const place = { kind, packageName, fqn: fqnOf(file, name), call: {} }
  const tree = resolveConfig(linking.project, place)
  const isNoted = kind === 'exposure' || kind === 'metric'
  const unrendered = { ...(isNoted ? tree.unrendered : {}), ...patch.rendered }
  const config =
    kind === 'exposure'
      ? { ...tree.config, ...patch.rendered }
      : resolveConfig(linking.project, { ...place, patch }).config
  checkEnabled(definition, kind, config)
  return { config, unrendered }
}

function checkEnabled({ linking, patch }: Definition, kind: string, { enabled }: Config): void {
  if (enabled === undefined || enabled === null || typeof enabled === 'boolean') return
  const params = { kind, name: patch.name, value: toRepr(toValue(enabled)) }
  report(linking, patch.place, diagnostic('enabled-not-boolean', params))
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
