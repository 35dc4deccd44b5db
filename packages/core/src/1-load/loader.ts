import { diagnostic, span, type Diagnostic, type Outcome } from '@btn/diagnostics'
import type { Scope } from '@btn/jinja'
import { HostError, type Host } from '../host.ts'
import type { JsonObject } from '../types/index.ts'
import { findEntry, findNode, hasTemplate, renderTree } from '../yaml/index.ts'
import { readDotEnv } from './dot-env.ts'
import { Environment } from './environment.ts'
import { DBT_FILE, findProject, type FoundProject } from './find-project.ts'
import type { Flags } from './flags-table.ts'
import { resolveFlags, type ProjectFlags } from './flags.ts'
import { listFiles } from './list-files.ts'
import type { LoadOptions } from './options.ts'
import { findPackages } from './packages.ts'
import { joinPath, relativePath, resolvePath } from './paths.ts'
import type { Package, Project, Target } from './project.ts'
import { Findings, isObject, placed, readSettingsFile, type SettingsFile } from './read-file.ts'
import { readSettings, type Settings } from './settings.ts'
import { decode, LazySources } from './sources.ts'
import { targetOfProfile, targetOfProject, type TargetRequest } from './target.ts'
import { createYamlScope } from './yaml-scope.ts'

/** The steps of phase 1, in order. Each needs what the ones before it found. */
export class Loader {
  readonly #host: Host
  readonly #options: LoadOptions
  readonly #environment: Environment
  readonly #findings = new Findings()

  constructor(host: Host, options: LoadOptions) {
    this.#host = host
    this.#options = options
    this.#environment = new Environment(host.environment, this.#dotEnv())
  }

  load(): Outcome<Project | undefined> {
    const value = this.#load()
    return { value, diagnostics: this.#findings.diagnostics }
  }

  #load(): Project | undefined {
    const { workingDirectory, flags: given } = this.#options
    const projectDir = given?.project_dir ?? this.#fromEnvironment('PROJECT_DIR')
    const found = this.#findings.keep(findProject(this.#host, workingDirectory, projectDir))
    if (!found) return undefined
    const sources = new LazySources(this.#host, found.root)
    const file = this.#findings.keep(readSettingsFile(sources, found.file))
    if (!file) {
      this.#reportEmpty(found)
      return undefined
    }
    const profiles = this.#profileFolders(found.root)
    const flags = this.#findings.keep(resolveFlags(given, this.#environment, projectFlags(file)))
    const chosen = this.#target(found, file, sources, flags, profiles)
    // A command that opens no database takes the target where there is one, and minds no mistake in it.
    const isNeeded = this.#options.needsTarget !== false
    const target = isNeeded ? this.#findings.keep(chosen) : chosen.value
    const scope = this.#scope(target)
    const settings = this.#settings(found, file, sources, scope, flags)
    if (!settings) return undefined
    return this.#project({ found, sources, flags, target, settings, scope })
  }

  #dotEnv(): Readonly<Record<string, string>> {
    const path = joinPath(this.#options.workingDirectory, '.env')
    const bytes = this.#readOptional(path)
    if (!bytes) return {}
    const source = this.#findings.keep(decode('.env', bytes))
    return source ? readDotEnv(source.text) : {}
  }

  #readOptional(path: string): Uint8Array | undefined {
    try {
      return this.#host.readBytes(path)
    } catch (error) {
      // A folder of that name, or a file that only others may read, sets nothing.
      if (error instanceof HostError) return undefined
      throw error
    }
  }

  #fromEnvironment(name: string): string | undefined {
    const found = ['BTN', 'DBT_ENGINE', 'DBT'].map((it) => this.#environment.peek(`${it}_${name}`))
    return found.find((value) => value !== undefined && value !== '')
  }

  #reportEmpty(found: FoundProject): void {
    if (this.#findings.diagnostics.some((item) => item.severity === 'error')) return
    const where = { span: span({ path: found.file, text: '' }, 0) }
    this.#findings.add(diagnostic('project-name-missing', { file: found.file }, where))
  }

  /** Where `profiles.yml` may be, the strongest first. dbt does not look into the project's folder; it does no harm. */
  #profileFolders(root: string): readonly string[] {
    const { workingDirectory, flags } = this.#options
    const named = flags?.profiles_dir ?? this.#fromEnvironment('PROFILES_DIR')
    if (named !== undefined) return [resolvePath(workingDirectory, named)]
    return [...new Set([workingDirectory, joinPath(this.#host.home, '.dbt'), root])]
  }

  #scope(target: Target | undefined, allowsSecrets = false): Scope {
    return createYamlScope({
      environment: this.#environment,
      vars: this.#options.vars ?? {},
      target: target?.context,
      allowsSecrets,
    })
  }

  #target(
    found: FoundProject,
    file: SettingsFile,
    sources: LazySources,
    flags: Flags,
    folders: readonly string[],
  ): Outcome<Target | undefined> {
    const scope = this.#scope(undefined, true)
    const name = textOf(file.value['name']) ?? ''
    const request: TargetRequest = {
      options: this.#options,
      projectName: name,
      projectRoot: found.root,
      targetPath: flags.target_path ?? textOf(file.value['target-path']) ?? 'target',
      targetName: flags.target,
      scope,
    }
    const profileNode = findEntry(file.root, 'profile')?.value
    const isOwn = found.form === 'btn' && (findEntry(file.root, 'outputs') || !profileNode)
    if (isOwn) return targetOfProject(file, request)
    const rendered = profileNode ? renderTree(file.source, profileNode, scope) : undefined
    const profile = flags.profile ?? textOf(rendered?.value)
    if (profile === undefined) {
      return {
        value: undefined,
        diagnostics: rendered?.diagnostics ?? [diagnostic('profile-not-named', {})],
      }
    }
    return targetOfProfile(this.#host, sources, profile, folders, request)
  }

  #settings(
    found: FoundProject,
    file: SettingsFile,
    sources: LazySources,
    scope: Scope,
    flags: Flags,
  ): Settings | undefined {
    return this.#findings.keep(
      readSettings({
        file,
        form: found.form,
        root: found.root,
        isRoot: true,
        scope,
        varsFile: this.#readIfThere(sources, 'vars.yml'),
        checksVersion: flags.version_check,
        earlier: this.#findings.diagnostics.filter((it) => it.span?.source === file.source),
      }),
    )
  }

  #readIfThere(sources: LazySources, file: string): SettingsFile | undefined {
    const stat = this.#host.findStat(sources.absolutePath(file))
    if (stat?.isDirectory !== false) return undefined
    return this.#findings.keep(readSettingsFile(sources, file))
  }

  #project(parts: {
    readonly found: FoundProject
    readonly sources: LazySources
    readonly flags: Flags
    readonly target: Target | undefined
    readonly settings: Settings
    readonly scope: Scope
  }): Project {
    const { found, sources, flags, target, settings, scope } = parts
    const { root, form } = found
    const usual = form === 'btn' ? 'btn_packages' : 'dbt_packages'
    const packagesPath = resolvePath(root, settings.packagesInstallPath ?? usual)
    const targetPath = flags.target_path ?? settings.targetPath ?? 'target'
    const rootPackage = this.#withFiles(settings, root, sources, flags)
    const packages = new Map([[rootPackage.name, rootPackage]])
    this.#addPackages(packages, packagesPath, root, sources, flags, scope)
    return {
      name: settings.name,
      root,
      form,
      rootPackage,
      packages,
      target,
      flags,
      cliVars: this.#options.vars ?? {},
      sources,
      targetPath: resolvePath(root, targetPath),
      logPath: this.#logPath(root, settings, flags),
      packagesPath,
      cleanTargets: (settings.cleanTargets ?? [targetPath]).map((path) => resolvePath(root, path)),
      selectors: this.#selectors(sources, scope),
      environment: this.#environment.variables,
      environmentRead: this.#environment.read,
    }
  }

  #logPath(root: string, settings: Settings, flags: Flags): string {
    if (flags.log_path !== undefined) {
      return resolvePath(this.#options.workingDirectory, flags.log_path)
    }
    return resolvePath(root, settings.logPath ?? 'logs')
  }

  #addPackages(
    packages: Map<string, Package>,
    packagesPath: string,
    root: string,
    sources: LazySources,
    flags: Flags,
    scope: Scope,
  ): void {
    const secretScope = this.#scope(undefined, true)
    const host = this.#host
    const request = {
      host,
      sources,
      root,
      packagesPath,
      scope: secretScope,
      reportsMissing: this.#options.needsTarget !== false,
    }
    for (const found of this.#findings.keep(findPackages(request))) {
      const folder = relativePath(root, found.root)
      const file = this.#findings.keep(readSettingsFile(sources, joinPath(folder, DBT_FILE)))
      if (!file) continue
      const settings = this.#findings.keep(
        readSettings({
          file,
          form: 'dbt',
          root: found.root,
          isRoot: false,
          scope,
          varsFile: this.#readIfThere(sources, joinPath(folder, 'vars.yml')),
          checksVersion: flags.version_check,
          earlier: this.#findings.diagnostics.filter((it) => it.span?.source === file.source),
        }),
      )
      if (!settings) continue
      const other = packages.get(settings.name)
      if (other) this.#findings.add(duplicatePackage(settings, other, root))
      else packages.set(settings.name, this.#withFiles(settings, root, sources, flags))
    }
  }

  #withFiles(settings: Settings, root: string, sources: LazySources, flags: Flags): Package {
    const folder = settings.isRoot ? '' : relativePath(root, settings.root)
    const ignoreFile = joinPath(folder, '.dbtignore')
    const hasIgnore = this.#host.findStat(sources.absolutePath(ignoreFile))?.isDirectory === false
    const ignore = hasIgnore ? this.#findings.keep(sources.read(ignoreFile)) : undefined
    try {
      const files = listFiles({
        host: this.#host,
        settings,
        prefix: folder,
        allowsJinjaExtensions: flags.allow_jinja_file_extensions,
        ignoreText: ignore?.text,
      })
      return { ...settings, files }
    } catch (error) {
      if (!(error instanceof HostError)) throw error
      const path = relativePath(root, error.path)
      this.#findings.add(diagnostic('file-unreadable', { path, reason: error.message }))
      return { ...settings, files: listFiles({ ...emptyListing, settings }) }
    }
  }

  #selectors(sources: LazySources, scope: Scope): Project['selectors'] {
    const file = this.#readIfThere(sources, 'selectors.yml')
    if (!file) return undefined
    const { source, root, value } = file
    const rendered = hasTemplate(source.text)
      ? this.#findings.keep(renderTree(source, root, scope))
      : value
    return placed(isObject(rendered) ? rendered : {}, file, [])
  }
}

/** A host without files, for a package whose folders cannot be read. */
const emptyListing = {
  host: { listFiles: () => [] },
  prefix: '',
  allowsJinjaExtensions: false,
  ignoreText: undefined,
}

function projectFlags(file: SettingsFile): ProjectFlags | undefined {
  const value = file.value['flags']
  const node = findNode(file.root, ['flags'])
  return isObject(value) && node ? { source: file.source, node, value } : undefined
}

function duplicatePackage(settings: Settings, other: Package, root: string): Diagnostic {
  const folders = [other.root, settings.root].map((path) => relativePath(root, path))
  return diagnostic('package-duplicate', { name: settings.name, folders })
}

function textOf(value: JsonObject[string] | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
