import type { ProjectFile } from '../1-load/index.ts'
import type { ParsedCode } from '../2-parse/index.ts'
import type { NodePatch, SingularTestPatch } from '../2-parse/properties/index.ts'
import { overlayConfig } from '../config/merge.ts'
import { isPythonFile } from '../python/is-python.ts'
import type {
  Analysis,
  Coded,
  DataTest,
  JsonObject,
  Model,
  Node,
  NodeId,
  Resource,
  Snapshot,
  UserFunction,
} from '../types/index.ts'
import { linkColumns } from './columns.ts'
import { resolveConfig, type ConfigInput } from './config.ts'
import { defaultPlace, metaOf, setGroup, tagsOf, type Draft } from './draft.ts'
import { addHookCalls } from './hook-calls.ts'
import { createdAt, readWritten, type Linking } from './linking.ts'
import { partialJson } from './partial-json.ts'
import { columnsOf, hasPlainColumns, patchConfig } from './patched-node.ts'
import type { Patched } from './patches.ts'

export type CodeNode = Model | Analysis | DataTest | Snapshot | UserFunction
/** A node of a file while it is put together; its text is read when somebody asks for it. */
export type CodeDraft = Draft<Omit<Resource & Coded, 'rawCode'>>

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

/** What all nodes made of one file have in common. */
export function linkCode(linking: Linking, input: CodeInput): CodeDraft {
  const { code, kind, id, name, file, version } = input
  const node = draftOf(linking, input)
  setGroup(node)
  Object.assign(
    node,
    linking.names.generate({
      subject: { id, name, packageName: file.packageName, kind, toJson: () => ({}) },
      config: node.config,
      ...(version !== undefined && { version }),
      toJson: () => partialJson(node, kind, version),
    }),
  )
  linking.askedBy.set(id, code)
  const toSubject = () => ({ ...node, kind, toJson: () => partialJson(node, kind, undefined) })
  addHookCalls(linking, toSubject, node)
  return node
}

/** The node as its own file, its properties and the project's settings have it. */
function draftOf(linking: Linking, input: CodeInput): CodeDraft {
  const { file, code, id, name, path, fqn, patch } = input
  const { config, unrendered, tags } = settingsOf(linking, input)
  const described = patch?.version?.description ?? patch?.patch.description
  const { text, docBlocks } = linking.descriptions.render(described, file.packageName)
  // One literal and plain assignments: thousands of these are made at every start, and spreading costs.
  const node: CodeDraft = {
    id,
    name,
    packageName: file.packageName,
    path,
    originalPath: file.originalPath,
    file: file.file,
    fqn,
    description: text,
    docBlocks,
    config,
    unrenderedConfig: unrendered,
    tags,
    meta: metaOf(config),
    createdAt: createdAt(file),
    checksum: code.checksum,
    refs: code.refs,
    sources: code.sources,
    dependsOn: { nodes: [], macros: code.macros },
    columns: linkColumns(linking, () => columnsOf(patch), {
      packageName: file.packageName,
      arePlain: hasPlainColumns(patch),
    }),
    configCall: code.configCall,
    ...defaultPlace(linking, name),
  }
  if (code.functions) node.functions = code.functions
  if (code.audits) node.audits = code.audits
  if (code.metrics) node.metrics = code.metrics
  if (patch) node.patchPath = `${patch.file.packageName}://${patch.file.originalPath}`
  return node
}

function settingsOf(linking: Linking, input: CodeInput) {
  const { file, code, kind, fqn, patch } = input
  const own = { kind, packageName: file.packageName, fqn, call: code.configCall }
  const settings = patch && patchConfig(patch)
  const written = writtenCall(linking, input)
  const resolved = resolveConfig(linking.project, {
    ...own,
    patch: kind === 'model' && isPythonFile(file.path) ? asTable(settings) : settings,
    unrenderedCall: written,
  })
  const { config } = resolved
  // What dbt notes of a plain call hides what the root project says of a package's model.
  const isLast = written === code.plainConfigCall && file.packageName !== linking.project.name
  const unrendered = isLast ? overlayConfig(resolved.unrendered, written) : resolved.unrendered
  // dbt learns of the properties file later: its tags come last, wherever they stand among the settings.
  const early = settings?.rendered['tags'] ? resolveConfig(linking.project, own).config : {}
  return { config, unrendered, tags: [...new Set([...tagsOf(early), ...tagsOf(config)])] }
}

/** A Python model is a table where nothing near to it says otherwise: a folder's settings do not count. */
function asTable(settings: ConfigInput['patch']): ConfigInput['patch'] {
  const { rendered, unrendered } = settings ?? { rendered: {}, unrendered: {} }
  return 'materialized' in rendered
    ? settings
    : { rendered: { ...rendered, materialized: 'table' }, unrendered }
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

/** The node with its text, which is read when somebody asks for it. */
export function lazily<N extends Node>(
  linking: Linking,
  file: ProjectFile,
  code: Pick<ParsedCode, 'start' | 'end'>,
  node: Omit<N, 'rawCode'>,
): N {
  return Object.defineProperty(node as N, 'rawCode', {
    enumerable: true,
    get: () => readWritten(linking, file, code),
  })
}
