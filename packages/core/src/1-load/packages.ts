import { diagnostic, span, type Outcome } from '@btn/diagnostics'
import type { Scope } from '@btn/jinja'
import type { Host } from '../host.ts'
import type { Json, JsonObject } from '../types/index.ts'
import { findNode, hasTemplate, renderTree, validate } from '../yaml/index.ts'
import { DBT_FILE } from './find-project.ts'
import { joinPath, relativePath, resolvePath } from './paths.ts'
import type { Sources } from './project.ts'
import { Findings, readSettingsFile, type SettingsFile } from './read-file.ts'
import { isObject } from '../types/json.ts'

export interface PackageRequest {
  readonly host: Host
  readonly sources: Sources
  /** Absolute root of the project. */
  readonly root: string
  /** Absolute folder where packages are installed. */
  readonly packagesPath: string
  /** May read secrets, as dbt allows in packages.yml. */
  readonly scope: Scope
  /** False where a package that is not installed is no mistake. */
  readonly reportsMissing: boolean
}

/** Where a package's files are. */
export interface FoundPackage {
  /** Absolute. */
  readonly root: string
}

interface Listed {
  readonly entry: JsonObject
  readonly file: SettingsFile
  readonly index: number
}

/** The packages of a project: those installed, and local ones that it (or one of them) names. */
export function findPackages(request: PackageRequest): Outcome<readonly FoundPackage[]> {
  return new PackageFinder(request).find()
}

class PackageFinder {
  readonly #request: PackageRequest
  readonly #findings = new Findings()
  /** By real folder, in the order found. */
  readonly #found = new Map<string, FoundPackage>()
  readonly #installed: readonly string[]
  /** What is listed and is no folder of the user's own. */
  readonly #fetched: Listed[] = []

  constructor(request: PackageRequest) {
    this.#request = request
    this.#installed = request.host
      .listFolders(request.packagesPath)
      .filter((name) => !name.startsWith('__') && !name.startsWith('.'))
  }

  find(): Outcome<readonly FoundPackage[]> {
    for (const name of this.#installed) this.#add(joinPath(this.#request.packagesPath, name))
    this.#follow(this.#request.root)
    if (this.#request.reportsMissing) this.#reportMissing()
    return { value: [...this.#found.values()], diagnostics: this.#findings.diagnostics }
  }

  #add(root: string): boolean {
    if (this.#found.has(root)) return false
    const stat = this.#request.host.findStat(joinPath(root, DBT_FILE))
    if (stat && !stat.isDirectory) {
      this.#found.set(root, { root })
      return true
    }
    const folder = relativePath(this.#request.root, root)
    this.#findings.add(diagnostic('package-not-project', { folder }))
    return false
  }

  /** Looks at what the project in `root` lists: local packages join at once. */
  #follow(root: string): void {
    for (const listed of this.#listed(root)) {
      const { local } = listed.entry
      if (typeof local === 'string') this.#addLocal(root, local)
      else this.#fetched.push(listed)
    }
  }

  #addLocal(root: string, path: string): void {
    const folder = resolvePath(root, path)
    // dbt installs local packages as links or copies under the project's name: then that one counts.
    const name = this.#projectName(folder) ?? folder.slice(folder.lastIndexOf('/') + 1)
    if (this.#installed.includes(name)) return
    if (this.#add(folder)) this.#follow(folder)
  }

  #projectName(folder: string): string | undefined {
    const value = this.#read(joinPath(folder, DBT_FILE))?.value
    const name = isObject(value ?? null) ? (value as JsonObject)['name'] : undefined
    return typeof name === 'string' ? name : undefined
  }

  /**
   * A package of the hub lies in a folder of its name. One of a repository may be called anything there: it is missing when no
   * folder is left that it could be.
   */
  #reportMissing(): void {
    const unmatched = this.#fetched.filter(({ entry }) => !this.#folderOf(nameOf(entry)))
    const taken = new Set(this.#fetched.map(({ entry }) => this.#folderOf(nameOf(entry))))
    let free = this.#installed.filter((folder) => !taken.has(folder)).length
    for (const listed of unmatched) {
      const isOfHub = typeof listed.entry['package'] === 'string'
      if (isOfHub || free-- <= 0) this.#report(listed)
    }
  }

  #report({ entry, file, index }: Listed): void {
    const { root, packagesPath } = this.#request
    const node = findNode(file.root, ['packages', index])
    const end = node ? Math.min(node.end, lineEnd(file, node.start)) : 0
    this.#findings.add(
      diagnostic(
        'package-not-installed',
        { name: nameOf(entry), folder: relativePath(root, packagesPath) },
        { span: span(file.source, node?.start ?? 0, end) },
      ),
    )
  }

  /** Folders have the project's name, which may differ from the repository's by a hyphen or a prefix. */
  #folderOf(name: string): string | undefined {
    const plain = (text: string): string => text.toLowerCase().replaceAll('-', '_')
    return this.#installed.find((folder) => {
      const [a, b] = [plain(folder), plain(name)]
      return a === b || `dbt_${a}` === b || a === `dbt_${b}`
    })
  }

  #listed(root: string): readonly Listed[] {
    const own = this.#read(joinPath(root, 'packages.yml'))
    const file = own ?? this.#read(joinPath(root, 'dependencies.yml'))
    if (!file) return []
    const isRendered = own !== undefined && hasTemplate(file.source.text)
    const { scope } = this.#request
    const value: Json = isRendered
      ? this.#findings.keep(renderTree(file.source, file.root, scope))
      : file.value
    const { source, root: node } = file
    const earlier = this.#findings.diagnostics
    this.#findings.add(...validate('packages', { source, root: node, value, earlier }))
    const packages = isObject(value) ? value['packages'] : undefined
    if (!Array.isArray(packages)) return []
    return packages.flatMap((entry: Json, index) =>
      isObject(entry) ? [{ entry, file, index }] : [],
    )
  }

  #read(path: string): SettingsFile | undefined {
    const { host, sources, root } = this.#request
    if (host.findStat(path)?.isDirectory !== false) return undefined
    return this.#findings.keep(readSettingsFile(sources, relativePath(root, path)))
  }
}

/** What a package is called by its address: `dbt_utils` of `dbt-labs/dbt_utils`, or of a repository's URL. */
function nameOf(entry: JsonObject): string {
  const { name, package: hub, git, private: hidden, tarball } = entry
  const address = [name, hub, git, hidden, tarball].find((it) => typeof it === 'string')
  const last =
    String(address ?? '')
      .replace(/\/+$/, '')
      .split(/[/:]/)
      .at(-1) ?? ''
  return last.replace(/\.git$/, '')
}

function lineEnd(file: SettingsFile, from: number): number {
  const end = file.source.text.indexOf('\n', from)
  return end === -1 ? file.source.text.length : end
}
