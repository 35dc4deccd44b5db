import { diagnostic, hasErrors, span, type Diagnostic, type Outcome } from '@btn/diagnostics'
import { readContents } from '../deps/lock-text.ts'
import type { PackageFiles, PackageLock } from '../deps/package-files.ts'
import type { PackageList, PackageSpec } from '../deps/package-spec.ts'
import type { PackageProject } from '../deps/pinned-package.ts'
import { readPackageList, type ListFile } from '../deps/read-list.ts'
import type { Host } from '../host.ts'
import type { JsonObject } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { hasTemplate, keyPlaceOf, renderTree, type SettingsScope } from '../yaml/index.ts'
import { DBT_FILE } from './find-project.ts'
import { joinPath, relativePath } from './paths.ts'
import type { Sources } from './project.ts'
import { Findings, readSettingsFile, readSettingsText, type SettingsFile } from './read-file.ts'
import { LazySources } from './sources.ts'

export interface PackageFilesOptions {
  readonly host: Host
  readonly sources: Sources
  /** Absolute root of the project. */
  readonly root: string
  /** `project.yml` may list packages itself; dbt_project.yml may not. */
  readonly ownFile: SettingsFile | undefined
  /** May read secrets, as dbt allows in packages.yml. */
  readonly scope: SettingsScope
}

const PACKAGES = 'packages.yml'
const DEPENDENCIES = 'dependencies.yml'
const LOCK = 'package-lock.yml'

/** The files that list packages: of the project, and of packages that lie anywhere. */
export class PackageFileReader implements PackageFiles {
  readonly #options: PackageFilesOptions
  #sources: Sources

  constructor(options: PackageFilesOptions) {
    this.#options = options
    this.#sources = options.sources
  }

  own(): Outcome<PackageList> {
    return this.listIn(this.#options.root)
  }

  forget(): void {
    const { host, root } = this.#options
    this.#sources = new LazySources(host, root)
  }

  lock(): Outcome<PackageLock | undefined> {
    const findings = new Findings()
    const file = this.#read(joinPath(this.#options.root, LOCK), findings)
    if (!file) return { value: undefined, diagnostics: findings.diagnostics }
    const list = findings.keep(readPackageList(this.#render(file, findings)))
    const madeFor = file.value['sha1_hash']
    const value = {
      ...list,
      madeFor: typeof madeFor === 'string' ? madeFor : undefined,
      contents: readContents(file.source.text),
    }
    return { value, diagnostics: findings.diagnostics }
  }

  projectIn(folder: string): Outcome<PackageProject | undefined> {
    const findings = new Findings()
    const file = this.#read(joinPath(folder, DBT_FILE), findings)
    if (!file) return { value: undefined, diagnostics: findings.diagnostics }
    const { name } = file.value
    const list = findings.keep(this.listIn(folder))
    const value = { name: typeof name === 'string' ? name : '', list }
    return { value, diagnostics: findings.diagnostics }
  }

  entriesOf(entries: readonly JsonObject[], from: string): Outcome<readonly PackageSpec[]> {
    // JSON is YAML: what the hub says is read, and complained about, like a file.
    const source = { path: from, text: JSON.stringify({ packages: entries }, undefined, 2) }
    const { value: file, diagnostics } = readSettingsText(source)
    if (!file) return { value: [], diagnostics }
    const list = readPackageList({ ...file, rendered: file.value })
    return { value: list.value.specs, diagnostics: [...diagnostics, ...list.diagnostics] }
  }

  /** What the project in a folder lists: in packages.yml, in dependencies.yml, or in its own project.yml. */
  listIn(folder: string): Outcome<PackageList> {
    const findings = new Findings()
    const file = this.#findList(folder, findings)
    if (!file || hasErrors(findings.diagnostics)) {
      return { value: { file: PACKAGES, specs: [], hash: '' }, diagnostics: findings.diagnostics }
    }
    const list = findings.keep(readPackageList(this.#render(file, findings)))
    return { value: list, diagnostics: findings.diagnostics }
  }

  #findList(folder: string, findings: Findings): SettingsFile | undefined {
    const { ownFile, root } = this.#options
    const packages = this.#read(joinPath(folder, PACKAGES), findings)
    const dependencies = this.#read(joinPath(folder, DEPENDENCIES), findings)
    if (packages && 'projects' in packages.value) {
      findings.add(keyMistake('package-projects-key', packages, 'projects'))
    }
    const [isFirst, isSecond] = [packages, dependencies].map((it) => it && 'packages' in it.value)
    if (packages && isFirst && isSecond) {
      findings.add(keyMistake('package-file-both', packages, 'packages'))
    }
    if (isSecond) return dependencies
    const isInProject = folder === root && ownFile && 'packages' in ownFile.value
    return packages ?? (isInProject ? ownFile : undefined)
  }

  /** dependencies.yml has no templates. */
  #render(file: SettingsFile, findings: Findings): ListFile {
    const { source, root, value } = file
    const isPlain = source.path.endsWith(DEPENDENCIES) || !hasTemplate(source.text)
    if (isPlain) return { source, root, value: onlyList(value), rendered: onlyList(value) }
    const isInList = (path: readonly (string | number)[]): boolean => path[0] === 'packages'
    const data = findings.keep(renderTree(source, root, this.#options.scope, isInList))
    const rendered = isObject(data) ? onlyList(data) : {}
    return { source, root, value: onlyList(value), rendered }
  }

  #read(path: string, findings: Findings): SettingsFile | undefined {
    const { host, root } = this.#options
    if (host.findStat(path)?.isDirectory !== false) return undefined
    const shown = path.startsWith(`${root}/`) ? relativePath(root, path) : path
    return findings.keep(readSettingsFile(this.#sources, shown))
  }
}

/** project.yml has other keys, which are no affair of packages. */
function onlyList(value: JsonObject): JsonObject {
  const isProject = 'name' in value
  return isProject ? { packages: value['packages'] ?? null } : value
}

function keyMistake(
  code: 'package-projects-key' | 'package-file-both',
  { source, root }: SettingsFile,
  key: string,
): Diagnostic {
  const place = keyPlaceOf(source.path, root, [key])
  return diagnostic(code, {}, { span: span(source, place.start, place.end) })
}
