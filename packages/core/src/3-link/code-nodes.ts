import { diagnostic } from '@btn/diagnostics'
import type { ProjectFile } from '../1-load/index.ts'
import type { ParsedCode } from '../2-parse/index.ts'
import { INLINE } from '../inline.ts'
import { isPythonFile } from '../python/is-python.ts'
import { configDefaults } from '../config/defaults.ts'
import { withWholeBegin } from '../config/microbatch.ts'
import type { ConfigPatch, NodePatch, SingularTestPatch } from '../2-parse/properties/index.ts'
import { noteOrigin, toNodeJson } from '../artifact/index.ts'
import type {
  Analysis,
  Coded,
  Config,
  DataTest,
  Json,
  JsonObject,
  Model,
  Node,
  NodeId,
  Resource,
  Snapshot,
  UserFunction,
} from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { checkModel } from './check-model.ts'
import { compareVersions } from '../names/compare-versions.ts'
import { linkColumns } from './columns.ts'
import { resolveConfig, type ConfigInput } from './config.ts'
import { defaultPlace, metaOf, setGroup, storesFailures, tagsOf, type Draft } from './draft.ts'
import { addForeignKeys } from './foreign-keys.ts'
import { hookCalls } from './hook-calls.ts'
import { createdAt, foldersOf, type Linking } from './linking.ts'
import { ownersOf, Patches, patchesOf, type Patched } from './patches.ts'
import { constrainedKey } from './primary-key.ts'
import { relationNameOf } from './relation-name.ts'

type CodeNode = Model | Analysis | DataTest | Snapshot | UserFunction
type Shared = Resource & Coded

interface CodeInput {
  readonly file: ProjectFile
  readonly code: Omit<ParsedCode, 'start' | 'end'>
  readonly kind: CodeNode['kind']
  readonly id: NodeId
  readonly name: string
  readonly path: string
  readonly fqn: readonly string[]
  readonly patch: Patched<NodePatch | SingularTestPatch> | undefined
  readonly version?: string | number
}

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
  const own = patched?.version?.constraints ?? []
  const constraints = own.length > 0 ? own : (patched?.patch.constraints ?? [])
  if (!isEphemeral) base.relationName = relationNameOf(linking, base, config)
  const model: Draft<Omit<Model, 'rawCode'>> = Object.assign(base, {
    kind: 'model' as const,
    access: toAccess(config['access']),
    constraints,
    primaryKey: constrainedKey(constraints, hasPlainColumns(patched) ? [] : columnsOf(patched)),
  })
  if (version !== undefined) model.version = version
  if (latest !== undefined) model.latestVersion = latest
  if (deprecation !== undefined) model.deprecationDate = deprecation
  const timeSpine = patched?.patch.timeSpine
  if (timeSpine) model.timeSpine = { custom_granularities: [], ...timeSpine }
  const entry = patched?.patch.namePlace ?? { file: file.file, start: 0, end: 0 }
  addForeignKeys(linking, model, entry)
  if (config['enabled'] !== false) checkModel(linking, model, { file, code, patched })
  const linked = lazily<Model>(linking, file, code, model)
  const columns = columnsOrigin(patched)
  if (columns !== undefined && linking.project.flags.partial_parse) {
    const { size, modifiedMs } = file
    const rawCode = `${file.file} ${size} ${modifiedMs} ${code.start} ${code.end}`
    noteOrigin(linked, { rawCode, modifiedMs, columns })
  }
  return linked
}

function toAccess(value: Config[string] | undefined): Model['access'] {
  return value === 'private' || value === 'public' ? value : 'protected'
}

function latestVersion(patch: NodePatch): string | number | undefined {
  if (patch.versions.length === 0) return undefined
  if (patch.latestVersion !== undefined) return patch.latestVersion
  return patch.versions
    .map((item) => item.v)
    .sort(compareVersions)
    .at(-1)
}

/** Which file holds which version: `defined_in`, else `name_v2`, and for the latest also the bare name. */
function versionedFiles(
  linking: Linking,
  patches: Patches<NodePatch>,
): ReadonlyMap<ProjectFile, Patched<NodePatch>> {
  const versioned = [...patches.versioned()]
  const files = new Map<string, ProjectFile>()
  if (versioned.length > 0) {
    for (const [file, code] of linking.parsed.models) {
      files.set(`${file.packageName}.${code.name}`, file)
    }
  }
  const found = new Map<ProjectFile, Patched<NodePatch>>()
  for (const item of versioned) {
    const { packageName } = item.file
    const latest = latestVersion(item.patch)
    for (const version of item.patch.versions) {
      const names = [version.definedIn ?? `${item.patch.name}_v${version.v}`]
      if (version.v === latest) names.push(item.patch.name)
      const file = names
        .map((name) => files.get(`${packageName}.${name}`))
        .find((candidate) => candidate)
      if (file && !found.has(file)) found.set(file, { ...item, version })
    }
    patches.find(packageName, item.patch.name)
  }
  return found
}

export function linkAnalyses(linking: Linking): void {
  const patches = new Patches(
    linking,
    'analysis',
    patchesOf(linking, (file) => file.analyses),
  )
  const hasCorrectFqn = linking.project.flags.require_corrected_analysis_fqns
  for (const [file, code] of linking.parsed.analyses) {
    const path = `analysis/${file.path}`
    const base = linkCode(linking, {
      file,
      code,
      kind: 'analysis',
      id: `analysis.${file.packageName}.${code.name}` as NodeId,
      name: code.name,
      path,
      fqn: [file.packageName, ...foldersOf(hasCorrectFqn ? file.path : path), code.name],
      patch: patches.find(file.packageName, code.name),
    })
    const analysis = Object.assign(base, { kind: 'analysis' as const })
    linking.nodes.push(lazily<Analysis>(linking, file, code, analysis))
  }
  patches.reportUnused([...linking.parsed.analyses.values()].map((code) => code.name))
}

/** The query of `--inline` as an analysis that no file holds. */
export function linkInline(linking: Linking): NodeId | undefined {
  const { inline } = linking.parsed
  if (!inline) return undefined
  const id = `sql operation.${linking.project.name}.inline_query` as NodeId
  const { target } = linking.parsed.invocation
  linking.askedBy.set(id, inline.code)
  linking.nodes.push({
    ...inline.code,
    kind: 'analysis',
    id,
    name: 'inline_query',
    packageName: linking.project.name,
    path: 'inline_query.sql',
    originalPath: INLINE,
    file: INLINE,
    fqn: [linking.project.name, 'inline_query'],
    description: '',
    docBlocks: [],
    config: configDefaults.analysis,
    unrenderedConfig: {},
    tags: [],
    meta: {},
    createdAt: 0,
    rawCode: inline.text,
    dependsOn: { nodes: [], macros: inline.code.macros },
    columns: new Map(),
    database: String(target['database'] ?? ''),
    schema: String(target['schema'] ?? ''),
    alias: 'inline_query',
  })
  return id
}

export function linkSingularTests(linking: Linking): void {
  const patches = new Patches(
    linking,
    'data test',
    patchesOf(linking, (file) => file.dataTests),
  )
  for (const [file, code] of linking.parsed.singularTests) {
    const base = linkCode(linking, {
      file,
      code,
      kind: 'test',
      id: `test.${file.packageName}.${code.name}` as NodeId,
      name: code.name,
      path: file.path,
      fqn: [file.packageName, ...foldersOf(file.path), code.name],
      patch: patches.find(file.packageName, code.name),
    })
    if (storesFailures(linking, base))
      base.relationName = relationNameOf(linking, base, base.config)
    const test = Object.assign(base, { kind: 'test' as const })
    linking.nodes.push(lazily<DataTest>(linking, file, code, test))
  }
}

/** What all nodes made of one file have in common. */
export function linkCode(linking: Linking, input: CodeInput): Draft<Omit<Shared, 'rawCode'>> {
  const { file, code, kind, id, name, path, fqn, patch } = input
  const own = { kind, packageName: file.packageName, fqn, call: code.configCall }
  const settings = patch && patchConfig(patch)
  const resolved = resolveConfig(linking.project, {
    ...own,
    patch: kind === 'model' && isPythonFile(file.path) ? asTable(settings) : settings,
    unrenderedCall: writtenCall(linking, input),
  })
  // dbt learns of the properties file later: its tags come last, wherever they stand among the settings.
  const early = settings?.rendered['tags'] ? resolveConfig(linking.project, own).config : {}
  const described = patch?.version?.description ?? patch?.patch.description
  const { text, docBlocks } = linking.descriptions.render(described, file.packageName)
  // One literal and plain assignments: thousands of these are made at every start, and spreading costs.
  const node: Draft<Omit<Shared, 'rawCode'>> = {
    id,
    name,
    packageName: file.packageName,
    path,
    originalPath: file.originalPath,
    file: file.file,
    fqn,
    description: text,
    docBlocks,
    config: resolved.config,
    unrenderedConfig: resolved.unrendered,
    tags: [...new Set([...tagsOf(early), ...tagsOf(resolved.config)])],
    meta: metaOf(resolved.config),
    createdAt: createdAt(file),
    checksum: code.checksum,
    refs: code.refs,
    sources: code.sources,
    ...(code.functions && { functions: code.functions }),
    dependsOn: { nodes: [], macros: code.macros },
    columns: linkColumns(linking, () => columnsOf(patch), {
      packageName: file.packageName,
      arePlain: hasPlainColumns(patch),
    }),
    configCall: code.configCall,
    ...defaultPlace(linking, name),
  }
  if (patch) node.patchPath = `${patch.file.packageName}://${patch.file.originalPath}`
  setGroup(node)
  const { version } = input
  Object.assign(
    node,
    linking.names.generate({
      subject: { id, name, packageName: file.packageName, kind, toJson: () => ({}) },
      config: resolved.config,
      ...(version !== undefined && { version }),
      toJson: () => nameJson(node, kind, version),
    }),
  )
  linking.askedBy.set(id, code)
  addHookCalls(linking, node, kind)
  return node
}

/** Hooks of a node are read with it, so what they refer to and call counts as its own. */
function addHookCalls(
  linking: Linking,
  node: Draft<Omit<Shared, 'rawCode'>>,
  kind: CodeNode['kind'],
): void {
  const subject = { ...node, kind, toJson: () => nameJson(node, kind, undefined) }
  const calls = hookCalls(linking, subject, node)
  if (calls.length === 0) return
  node.refs = [...node.refs, ...calls.flatMap(({ refs }) => refs)]
  node.sources = [...node.sources, ...calls.flatMap(({ sources }) => sources)]
  const macros = [...node.dependsOn.macros, ...calls.flatMap((it) => it.macros)]
  node.dependsOn = { nodes: [], macros: [...new Set(macros)] }
}

/** A Python model is a table where nothing near to it says otherwise: a folder's settings do not count. */
function asTable(settings: ConfigInput['patch']): ConfigInput['patch'] {
  const { rendered, unrendered } = settings ?? { rendered: {}, unrendered: {} }
  return 'materialized' in rendered
    ? settings
    : { rendered: { ...rendered, materialized: 'table' }, unrendered }
}

const WHOLE = { file: '', start: 0, end: 0 }

/** As dbt shows a node to the macros that name it: not complete yet. */
function nameJson(
  node: Omit<Shared, 'rawCode'>,
  kind: CodeNode['kind'],
  version: string | number | undefined,
) {
  const shown = { ...node, rawCode: '' }
  if (kind === 'snapshot') return toNodeJson({ ...shown, kind, place: WHOLE, isBlock: true })
  if (kind === 'function')
    return toNodeJson({ ...shown, kind, language: 'sql', arguments: [], overloads: [] })
  if (kind !== 'model') return toNodeJson({ ...shown, kind })
  const access = toAccess(node.config['access'])
  const versioned = version === undefined ? {} : { version }
  return toNodeJson({ ...shown, kind, access, constraints: [], primaryKey: [], ...versioned })
}

/**
 * dbt notes the settings of a plain model as values: as they were merged, where a properties file sets something, too.
 * Plain it is only while nobody replaces the functions that it calls.
 */
function writtenCall(linking: Linking, { file, code, patch }: CodeInput): JsonObject {
  if (!code.plainConfigCall || replacesPlainCalls(linking, file)) return code.unrenderedConfigCall
  const isPatched = patch && (patch.version ?? Object.keys(patch.patch.config.rendered).length > 0)
  return isPatched ? code.configCall : code.plainConfigCall
}

function replacesPlainCalls({ parsed, project }: Linking, { packageName }: ProjectFile): boolean {
  return ['ref', 'source', 'config'].some(
    (name) => parsed.macros.findIn(packageName, name) ?? parsed.macros.findIn(project.name, name),
  )
}

function patchConfig(patched: Patched<NodePatch | SingularTestPatch>): ConfigPatch {
  const { patch, version } = patched
  if (!version) return patch.config
  return {
    rendered: mergeDeeply(patch.config.rendered, version.config.rendered),
    unrendered: version.config.unrendered,
    places: { ...patch.config.places, ...version.config.places },
  }
}

/** What a version says over what its model says, dict by dict. */
function mergeDeeply(weaker: JsonObject, stronger: JsonObject): JsonObject {
  const merged: Record<string, Json> = { ...weaker }
  for (const [key, value] of Object.entries(stronger)) {
    const old = merged[key]
    merged[key] = isObject(old) && isObject(value) ? mergeDeeply(old, value) : value
  }
  return merged
}

/** What the columns of a model are made of, where that is one text and nothing else. */
function columnsOrigin(patched: Patched<NodePatch> | undefined): string | undefined {
  if (!patched) return ''
  const isOneText = hasPlainColumns(patched) && !patched.version
  return isOneText ? patched.patch.columnsText : undefined
}

/** True when the cache knows that no column has anything that could be wrong or matter before somebody asks. */
function hasPlainColumns(patched: Patched<NodePatch | SingularTestPatch> | undefined): boolean {
  return (
    patched !== undefined &&
    'hasPlainColumns' in patched.patch &&
    patched.patch.hasPlainColumns === true
  )
}

function columnsOf(patched: Patched<NodePatch | SingularTestPatch> | undefined) {
  const { patch, version } = patched ?? {}
  if (!patch || !('columns' in patch)) return []
  if (!version?.columnSelection)
    return version && version.columns.length > 0 ? version.columns : patch.columns
  const { include, exclude } = version.columnSelection
  const own = new Set(version.columns.map((column) => column.name))
  const inherited = patch.columns.filter(
    ({ name }) =>
      (include === 'all' || include.includes(name)) && !exclude.includes(name) && !own.has(name),
  )
  return [...inherited, ...version.columns]
}

/** The node with its text, which is read when somebody asks for it. */
export function lazily<N extends Node>(
  linking: Linking,
  file: ProjectFile,
  code: Pick<ParsedCode, 'start' | 'end'>,
  node: Omit<N, 'rawCode'>,
): N {
  return Object.defineProperty(node as N, 'rawCode', {
    enumerable: true,
    get: () =>
      linking.project.sources.read(file.file).value?.text.slice(code.start, code.end) ?? '',
  })
}
