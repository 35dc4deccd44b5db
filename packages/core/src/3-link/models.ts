import { diagnostic } from '@btn/diagnostics'
import type { ProjectFile } from '../1-load/index.ts'
import type { ParsedCode } from '../2-parse/index.ts'
import type { NodePatch } from '../2-parse/properties/index.ts'
import { noteOrigin } from '../artifact/index.ts'
import { withWholeBegin } from '../config/microbatch.ts'
import type { Model, NodeId } from '../types/index.ts'
import { toAccess } from './access.ts'
import { checkModel } from './check-model.ts'
import { resolveConfig } from './config.ts'
import type { Draft } from './draft.ts'
import { addForeignKeys } from './foreign-keys.ts'
import { lazily, linkCode } from './link-code.ts'
import { foldersOf, type Linking } from './linking.ts'
import { columnsOf, columnsOrigin, hasPlainColumns } from './patched-node.ts'
import { ownersOf, Patches, patchesOf, type Patched } from './patches.ts'
import { constrainedKey } from './primary-key.ts'
import { relationNameOf } from '../names/relation-name.ts'
import { linkTimeSpine } from './time-spine.ts'
import { latestVersion, versionedFiles } from './model-versions.ts'

/** Models, each from its file and what properties say of it. */
export function linkModels(linking: Linking): void {
  const patches = new Patches(
    linking,
    'model',
    patchesOf(linking, (file) => file.models),
    ownersOf(linking.parsed.models, (file, code) => isEnabled(linking, file, code)),
  )
  const versionOf = versionedFiles(linking, patches)
  const wanted = new Map<NodePatch, readonly Model[]>()
  for (const [file, code] of linking.parsed.models) {
    const versioned = versionOf.get(file)
    const patch = versioned ?? patches.find(file.packageName, code.name)
    const model = linkModel(linking, file, code, patch)
    linking.nodes.push(model)
    if (patch?.patch.config.rendered['enabled'] !== true) continue
    wanted.set(patch.patch, [...(wanted.get(patch.patch) ?? []), model])
  }
  for (const [patch, models] of wanted) reportAllDisabled(linking, patch, models)
  patches.reportUnused([...linking.parsed.models.values()].map((code) => code.name))
}

/** Properties that enable a model, of which there are several, all disabled by their files: nobody can say which is meant. */
function reportAllDisabled(linking: Linking, patch: NodePatch, models: readonly Model[]): void {
  const areDisabled = models.every(({ config }) => config['enabled'] === false)
  if (models.length < 2 || !areDisabled) return
  const { name, namePlace } = patch
  const where = { span: linking.project.sources.spanOf(namePlace) }
  linking.diagnostics.push(diagnostic('model-enabled-twice', { name, count: models.length }, where))
}

/** As far as the project files and the model's own file say. */
function isEnabled({ project }: Linking, file: ProjectFile, code: ParsedCode): boolean {
  const { packageName, path } = file
  const fqn = [packageName, ...foldersOf(path), code.name]
  const { config } = resolveConfig(project, {
    kind: 'model',
    packageName,
    fqn,
    call: code.configCall,
  })
  return config['enabled'] !== false
}

function linkModel(
  linking: Linking,
  file: ProjectFile,
  code: ParsedCode,
  patched: Patched<NodePatch> | undefined,
): Model {
  const version = patched?.version?.v
  const name = version === undefined ? code.name : (patched?.patch.name ?? code.name)
  const label = version === undefined ? name : `${name}.v${version}`
  const versionFqn = version === undefined ? [name] : [name, `v${version}`]
  const base = linkCode(linking, {
    file,
    code,
    kind: 'model',
    id: `model.${file.packageName}.${label}` as NodeId,
    name,
    path: file.path,
    fqn: [file.packageName, ...foldersOf(file.path), ...versionFqn],
    patch: patched,
    ...(version !== undefined && { version }),
  })
  base.config = withWholeBegin(base.config)
  const { config } = base
  const latest = patched && latestVersion(patched.patch)
  // A version does not inherit the date of the whole model.
  const deprecation = (patched?.version ?? patched?.patch)?.deprecationDate
  const isEphemeral = config['materialized'] === 'ephemeral'
  const constraints = constraintsOf(patched)
  if (!isEphemeral) base.relationName = relationNameOf(linking.parsed.invocation, base)
  const model: Draft<Omit<Model, 'rawCode'>> = Object.assign(base, {
    kind: 'model' as const,
    access: toAccess(config['access']),
    constraints,
    primaryKey: constrainedKey(constraints, hasPlainColumns(patched) ? [] : columnsOf(patched)),
  })
  if (version !== undefined) model.version = version
  if (latest !== undefined) model.latestVersion = latest
  if (deprecation !== undefined) model.deprecationDate = deprecation
  const timeSpine = linkTimeSpine(linking, patched)
  if (timeSpine) model.timeSpine = timeSpine
  const entry = patched?.patch.namePlace ?? { file: file.file, start: 0, end: 0 }
  addForeignKeys(linking, model, entry)
  if (config['enabled'] !== false) checkModel(linking, model, { file, code, patched })
  const linked = lazily<Model>(linking, file, code, model)
  noteColumns(linking, linked, { file, code, patched })
  return linked
}

/** Those of the version, else those of the whole model. */
function constraintsOf(patched: Patched<NodePatch> | undefined): Model['constraints'] {
  const own = patched?.version?.constraints ?? []
  return own.length > 0 ? own : (patched?.patch.constraints ?? [])
}

interface Origin {
  readonly file: ProjectFile
  readonly code: ParsedCode
  readonly patched: Patched<NodePatch> | undefined
}

/** Tells the artifacts what the JSON of a model is made of, so that it can be kept from run to run. */
function noteColumns(linking: Linking, model: Model, { file, code, patched }: Origin): void {
  const columns = columnsOrigin(patched)
  if (columns === undefined || !linking.project.flags.partial_parse) return
  const { size, modifiedMs } = file
  const rawCode = `${file.file} ${size} ${modifiedMs} ${code.start} ${code.end}`
  noteOrigin(model, { rawCode, modifiedMs, columns })
}
