import type { Credentials } from '@btn/adapter'
import {
  diagnostic,
  findNearest,
  span,
  type Outcome,
  type Source,
  type Span,
} from '@btn/diagnostics'
import type { Scope } from '@btn/jinja'
import type { Host } from '../host.ts'
import type { Json, JsonObject } from '../types/index.ts'
import {
  findEntry,
  findNode,
  keyPlaceOf,
  renderTree,
  toData,
  withoutMarkers,
  type Path,
  type YamlNode,
} from '../yaml/index.ts'
import type { LoadOptions } from './options.ts'
import { joinPath, relativePath } from './paths.ts'
import type { Sources, Target } from './project.ts'
import { Findings, isObject, readSettingsFile, type SettingsFile } from './read-file.ts'

export interface TargetRequest {
  readonly options: LoadOptions
  readonly projectName: string
  readonly projectRoot: string
  readonly targetPath: string
  /** `--target`. */
  readonly targetName: string | undefined
  readonly scope: Scope
}

/** A profile: `target`, and `outputs` by name. Where it stands in its file, when it stands in one. */
interface Profile {
  readonly name: string
  readonly file: SettingsFile | undefined
  readonly node: YamlNode | undefined
}

/** The connection that `project.yml` says, or an embedded DuckDB where it says nothing. */
export function targetOfProject(
  file: SettingsFile,
  request: TargetRequest,
): Outcome<Target | undefined> {
  const hasOutputs = findEntry(file.root, 'outputs') !== undefined
  const profile = { name: request.projectName, file, node: hasOutputs ? file.root : undefined }
  return chooseOutput(profile, request, findEntry(file.root, 'target')?.value)
}

/** The connection that a dbt project's profile in `profiles.yml` says. */
export function targetOfProfile(
  host: Host,
  sources: Sources,
  profileName: string,
  folders: readonly string[],
  request: TargetRequest,
): Outcome<Target | undefined> {
  const folder = folders.find(
    (it) => host.findStat(joinPath(it, 'profiles.yml'))?.isDirectory === false,
  )
  if (folder === undefined) {
    return { value: undefined, diagnostics: [diagnostic('profiles-file-missing', { folders })] }
  }
  const { projectRoot } = request
  const absolute = joinPath(folder, 'profiles.yml')
  const isInside = absolute.startsWith(`${projectRoot}/`)
  const path = isInside ? relativePath(projectRoot, absolute) : absolute
  const { value: file, diagnostics } = readSettingsFile(sources, path)
  const entry = findEntry(file?.root, profileName)
  if (!entry) {
    const names = Object.keys(file?.value ?? {}).filter((name) => name !== 'config')
    const nearest = findNearest(profileName, names)
    const missing = diagnostic('profile-missing', { name: profileName, path, nearest })
    return { value: undefined, diagnostics: diagnostics.length > 0 ? diagnostics : [missing] }
  }
  const profile = { name: profileName, file, node: entry.value }
  const chosen = chooseOutput(profile, request, findEntry(entry.value, 'target')?.value)
  return { value: chosen.value, diagnostics: [...diagnostics, ...chosen.diagnostics] }
}

function chooseOutput(
  profile: Profile,
  request: TargetRequest,
  targetNode: YamlNode | undefined,
): Outcome<Target | undefined> {
  const findings = new Findings()
  const given = request.targetName ?? renderTargetName(profile, targetNode, request, findings)
  if (!profile.node) {
    // Nothing is said about connections: any target name means the embedded database.
    const value = checkOutput(
      { type: 'duckdb' },
      given ?? 'dev',
      profile,
      undefined,
      request,
      findings,
    )
    return { value, diagnostics: findings.diagnostics }
  }
  const outputs = findEntry(profile.node, 'outputs')?.value
  const names = outputs?.kind === 'map' ? outputs.entries.map((entry) => entry.key) : []
  const name = given ?? (names.length === 1 ? names[0] : undefined) ?? 'default'
  const output = findEntry(outputs, name)?.value
  if (!output || output.kind !== 'map') {
    findings.add(missingOutput(profile, name, names, request, targetNode))
    return { value: undefined, diagnostics: findings.diagnostics }
  }
  const value = renderOutput(profile, name, output, request, findings)
  return { value, diagnostics: findings.diagnostics }
}

function renderTargetName(
  { file }: Profile,
  node: YamlNode | undefined,
  { scope }: TargetRequest,
  findings: Findings,
): string | undefined {
  if (!file || !node) return undefined
  const name = findings.keep(renderTree(file.source, node, scope))
  return typeof name === 'string' && name !== '' ? name : undefined
}

function missingOutput(
  { name: profile, file, node }: Profile,
  name: string,
  known: readonly string[],
  request: TargetRequest,
  targetNode: YamlNode | undefined,
): ReturnType<typeof diagnostic> {
  const isOwnChoice = request.targetName === undefined
  const place = isOwnChoice && targetNode ? targetNode : node
  const where = file && place && span(file.source, place.start, firstLineEnd(file, place))
  if (known.length === 0) return diagnostic('profile-empty', { name: profile }, { span: where })
  const nearest = findNearest(name, known)
  const shown = isOwnChoice ? where : undefined
  return diagnostic('target-missing', { name, known, nearest }, { span: shown })
}

function firstLineEnd(file: SettingsFile, node: YamlNode): number {
  const end = file.source.text.indexOf('\n', node.start)
  return end === -1 ? node.end : Math.min(end, node.end)
}

function renderOutput(
  profile: Profile,
  name: string,
  node: YamlNode,
  request: TargetRequest,
  findings: Findings,
): Target | undefined {
  if (!profile.file) return undefined
  const { source } = profile.file
  const isPassword = (path: Path): boolean => path.includes('password')
  const raw = findings.keep(renderTree(source, node, request.scope, (path) => !isPassword(path)))
  if (!isObject(raw)) return undefined
  return checkOutput(
    { ...raw, ...renderPassword(source, node, request.scope) },
    name,
    profile,
    node,
    request,
    findings,
  )
}

/** A password may look like a template without being one: what cannot be rendered stays as it is. */
function renderPassword(source: Source, node: YamlNode, scope: Scope): JsonObject {
  const password = findEntry(node, 'password')?.value
  if (!password) return {}
  const rendered = renderTree(source, password, scope)
  return { password: rendered.diagnostics.length === 0 ? rendered.value : toData(password) }
}

function checkOutput(
  raw: JsonObject,
  name: string,
  profile: Profile,
  node: YamlNode | undefined,
  request: TargetRequest,
  findings: Findings,
): Target | undefined {
  const spanOf = (path: Path = []): Span | undefined => spanIn(profile, node, path)
  const { type } = raw
  if (typeof type !== 'string' || type === '') {
    findings.add(diagnostic('target-type-missing', { name }, { span: spanOf() }))
    return undefined
  }
  const credentials = checkCredentials(raw, type, profile, request, node, findings)
  if (!credentials) return undefined
  const threads = request.options.threads ?? credentials.threads
  return {
    profileName: profile.name,
    name,
    credentials: { ...credentials, threads },
    context: targetContext(credentials, name, profile.name, threads),
    threads,
    spanOf: (key) => spanOf(key === undefined ? [] : [key]),
  }
}

function checkCredentials(
  raw: JsonObject,
  type: string,
  profile: Profile,
  request: TargetRequest,
  node: YamlNode | undefined,
  findings: Findings,
): Credentials | undefined {
  const { findAdapter, adapterTypes = [] } = request.options
  const spanOf = (path: Path): Span | undefined => spanIn(profile, node, path)
  const plain = withoutMarkers(raw)
  if (!isObject(plain)) return undefined
  if (!findAdapter) return uncheckedCredentials(plain, type)
  const adapter = findAdapter(type)
  if (!adapter) {
    const known = [...adapterTypes]
    findings.add(diagnostic('target-type-unknown', { type, known }, { span: spanOf(['type']) }))
    return undefined
  }
  const isOwnForm = profile.node === undefined || profile.file?.root === profile.node
  const checked = adapter.checkCredentials(plain, {
    projectName: request.projectName,
    projectRoot: request.projectRoot,
    targetPath: request.targetPath,
    defaultThreads: isOwnForm ? 4 : 1,
  })
  const placedItems = checked.diagnostics.map((item) => {
    const path = 'at' in item.params ? toPath(item.params.at) : []
    const isAboutKey = item.code === 'target-key-unknown' || item.code === 'target-key-unsupported'
    const where = item.span ?? (isAboutKey ? keySpanIn(profile, node, path) : spanOf(path))
    return where ? { ...item, span: where } : item
  })
  findings.add(...placedItems)
  return checked.credentials
}

function toPath(value: unknown): Path {
  return Array.isArray(value)
    ? value.filter((step) => ['string', 'number'].includes(typeof step))
    : []
}

function uncheckedCredentials(raw: JsonObject, type: string): Credentials {
  const { schema, threads } = raw
  return {
    ...raw,
    type,
    schema: typeof schema === 'string' ? schema : 'main',
    threads: typeof threads === 'number' ? threads : 1,
  }
}

/** The value at a path in the output; the key, where the value is long. */
function spanIn({ file }: Profile, node: YamlNode | undefined, path: Path): Span | undefined {
  if (!file || !node) return undefined
  const target = findNode(node, path) ?? node
  return span(file.source, target.start, firstLineEnd(file, target))
}

function keySpanIn({ file }: Profile, node: YamlNode | undefined, path: Path): Span | undefined {
  if (!file || !node) return undefined
  const place = keyPlaceOf(file.source.path, node, path)
  return span(file.source, place.start, place.end)
}

const hiddenKeys = new Set(['password', 'pass', 'token', 'private_key', 'secrets', 'keyfile_json'])

function targetContext(
  credentials: Credentials,
  name: string,
  profileName: string,
  threads: number,
): JsonObject {
  const shown: Record<string, Json> = {}
  for (const [key, value] of Object.entries(credentials)) {
    // Credentials were YAML, and what an adapter adds to them is as plain.
    if (!hiddenKeys.has(key) && value !== undefined) shown[key] = value as Json
  }
  return { ...shown, name, target_name: name, profile_name: profileName, threads }
}
