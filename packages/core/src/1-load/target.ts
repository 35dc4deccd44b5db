import { diagnostic, findNearest, type Diagnostic, type Outcome, type Span } from '@btn/diagnostics'
import type { Host } from '../host.ts'
import type { Json, JsonObject } from '../types/index.ts'
import {
  findEntry,
  hasTemplate,
  renderTree,
  type SettingsScope,
  toData,
  type Path,
  type YamlNode,
} from '../yaml/index.ts'
import { checkCredentials, type Output } from './credentials.ts'
import type { LoadOptions } from './options.ts'
import { joinPath, relativePath } from './paths.ts'
import type { Sources, Target } from './project.ts'
import { Findings, readSettingsFile, type SettingsFile } from './read-file.ts'
import { isObject } from '../types/json.ts'

export interface TargetRequest {
  readonly options: LoadOptions
  readonly projectName: string
  readonly projectRoot: string
  readonly targetPath: string
  /** `--target`. */
  readonly targetName: string | undefined
  readonly scope: SettingsScope
}

/** Where a profile is looked for. */
export interface ProfilePlaces {
  readonly host: Host
  readonly sources: Sources
  readonly folders: readonly string[]
}

/** A profile: `target`, and `outputs` by name. */
interface Profile {
  readonly name: string
  readonly file: SettingsFile
  readonly node: YamlNode
  readonly isOfProject: boolean
}

/** The connection that `project.yml` says, or an embedded DuckDB where it says nothing. */
export function targetOfProject(
  file: SettingsFile,
  request: TargetRequest,
): Outcome<Target | undefined> {
  // A project that came from dbt keeps the name of its profile: templates may ask for it.
  const { profile } = file.value
  const isPlain = typeof profile === 'string' && !hasTemplate(profile)
  const name = isPlain ? profile : request.projectName
  const chooser = new OutputChooser({ name, file, node: file.root, isOfProject: true }, request)
  return findEntry(file.root, 'outputs') ? chooser.choose() : chooser.embedded()
}

/** The connection that a profile in `profiles.yml` says. */
export function targetOfProfile(
  { host, sources, folders }: ProfilePlaces,
  name: string,
  request: TargetRequest,
): Outcome<Target | undefined> {
  const isThere = (folder: string): boolean =>
    host.findStat(joinPath(folder, 'profiles.yml'))?.isDirectory === false
  const folder = folders.find(isThere)
  if (folder === undefined) {
    return {
      value: undefined,
      diagnostics: [diagnostic('profiles-file-missing', { name, folders })],
    }
  }
  const path = shownPath(joinPath(folder, 'profiles.yml'), request.projectRoot)
  const { value: file, diagnostics } = readSettingsFile(sources, path)
  const node = findEntry(file?.root, name)?.value
  if (!file || !node) {
    const missing = missingProfile(name, path, file)
    return { value: undefined, diagnostics: diagnostics.length > 0 ? diagnostics : [missing] }
  }
  const chosen = new OutputChooser({ name, file, node, isOfProject: false }, request).choose()
  return { value: chosen.value, diagnostics: [...diagnostics, ...chosen.diagnostics] }
}

function shownPath(path: string, projectRoot: string): string {
  return path.startsWith(`${projectRoot}/`) ? relativePath(projectRoot, path) : path
}

function missingProfile(name: string, path: string, file: SettingsFile | undefined): Diagnostic {
  const names = Object.keys(file?.value ?? {}).filter((key) => key !== 'config')
  return diagnostic('profile-missing', { name, path, nearest: findNearest(name, names) })
}

class OutputChooser {
  readonly #profile: Profile
  readonly #request: TargetRequest
  readonly #findings = new Findings()

  constructor(profile: Profile, request: TargetRequest) {
    this.#profile = profile
    this.#request = request
  }

  /** Nothing is said about connections: any target name means the embedded database. */
  embedded(): Outcome<Target | undefined> {
    const name = this.#request.targetName ?? this.#renderTargetName() ?? 'dev'
    const value = this.#toTarget({
      name,
      raw: { type: 'duckdb' },
      file: undefined,
      node: undefined,
    })
    return { value, diagnostics: this.#findings.diagnostics }
  }

  choose(): Outcome<Target | undefined> {
    const outputs = findEntry(this.#profile.node, 'outputs')?.value
    const names = outputs?.kind === 'map' ? outputs.entries.map((entry) => entry.key) : []
    const only = names.length === 1 ? names[0] : undefined
    const name = this.#request.targetName ?? this.#renderTargetName() ?? only ?? 'default'
    const node = findEntry(outputs, name)?.value
    const value = node?.kind === 'map' ? this.#render(name, node) : this.#reportMissing(name, names)
    return { value, diagnostics: this.#findings.diagnostics }
  }

  #renderTargetName(): string | undefined {
    const { file, node } = this.#profile
    const target = findEntry(node, 'target')?.value
    const name = target && this.#findings.keep(renderTree(file.source, target, this.#request.scope))
    return typeof name === 'string' && name !== '' ? name : undefined
  }

  #reportMissing(name: string, known: readonly string[]): undefined {
    const { name: profile, file, node } = this.#profile
    const isOwnChoice = this.#request.targetName === undefined
    const place = (isOwnChoice && findEntry(node, 'target')?.value) || node
    const where = firstLine(file, place)
    if (known.length === 0) {
      this.#findings.add(diagnostic('profile-empty', { name: profile }, { span: where }))
      return
    }
    const nearest = findNearest(name, known)
    const shown = isOwnChoice ? where : undefined
    this.#findings.add(diagnostic('target-missing', { name, known, nearest }, { span: shown }))
  }

  #render(name: string, node: YamlNode): Target | undefined {
    const { file } = this.#profile
    const isNoPassword = (path: Path): boolean => !path.includes('password')
    const rendered = renderTree(file.source, node, this.#request.scope, isNoPassword)
    const raw = this.#findings.keep(rendered)
    if (!isObject(raw)) return undefined
    return this.#toTarget({ name, raw: { ...raw, ...this.#renderPassword(node) }, file, node })
  }

  /** A password may look like a template without being one: what cannot be rendered stays as it is. */
  #renderPassword(node: YamlNode): JsonObject {
    const password = findEntry(node, 'password')?.value
    if (!password) return {}
    const rendered = renderTree(this.#profile.file.source, password, this.#request.scope)
    return { password: rendered.diagnostics.length === 0 ? rendered.value : toData(password) }
  }

  #toTarget(output: Output): Target | undefined {
    const { options, projectName, projectRoot, targetPath } = this.#request
    const { name: profileName, isOfProject } = this.#profile
    const defaultThreads = isOfProject ? 4 : 1
    const found = this.#findings.keep(
      checkCredentials(output, options, {
        projectName,
        projectRoot,
        targetPath,
        defaultThreads,
        isOfProfile: !isOfProject,
      }),
    )
    if (!found) return undefined
    const { credentials, shown } = found
    const { name, file, node } = output
    const threads = options.threads ?? credentials.threads
    return {
      profileName,
      name,
      credentials: { ...credentials, threads },
      context: {
        ...withoutSecrets(shown),
        threads,
        name,
        target_name: name,
        profile_name: profileName,
      },
      threads,
      spanOf: (key) => {
        const place = key === undefined ? node : (findEntry(node, key)?.value ?? node)
        return file && place && firstLine(file, place)
      },
    }
  }
}

function firstLine({ source }: SettingsFile, { start, end }: YamlNode): Span {
  const lineEnd = source.text.indexOf('\n', start)
  return { source, start, end: lineEnd === -1 ? end : Math.min(lineEnd, end) }
}

const hiddenKeys = new Set(['password', 'pass', 'token', 'private_key', 'secrets', 'keyfile_json'])

function withoutSecrets(credentials: Readonly<Record<string, unknown>>): JsonObject {
  const shown: Record<string, Json> = {}
  for (const [key, value] of Object.entries(credentials)) {
    // Credentials were YAML, and what an adapter adds to them is as plain.
    if (!hiddenKeys.has(key) && value !== undefined) shown[key] = value as Json
  }
  return shown
}
