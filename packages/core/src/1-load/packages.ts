import { diagnostic, span, type Outcome } from '@btn/diagnostics'
import type { PackageList, PackageSpec } from '../deps/package-spec.ts'
import type { Host } from '../host.ts'
import { DBT_FILE } from './find-project.ts'
import type { PackageFileReader } from './package-files.ts'
import { joinPath, relativePath, resolvePath } from './paths.ts'
import { Findings } from './read-file.ts'

export interface PackageRequest {
  readonly host: Host
  readonly files: PackageFileReader
  /** Absolute root of the project. */
  readonly root: string
  /** Absolute folder where packages are installed. */
  readonly packagesPath: string
}

/** Where a package's files are. */
export interface FoundPackage {
  /** Absolute. */
  readonly root: string
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
  readonly #fetched: PackageSpec[] = []

  constructor(request: PackageRequest) {
    this.#request = request
    this.#installed = request.host
      .listFolders(request.packagesPath)
      .filter((name) => !name.startsWith('__') && !name.startsWith('.'))
  }

  find(): Outcome<readonly FoundPackage[]> {
    for (const name of this.#installed) this.#add(joinPath(this.#request.packagesPath, name))
    const own = this.#findings.keep(this.#request.files.own())
    const missing = this.#missingOfLock()
    // Without a lock, folders of the user's own need no installation.
    if (!missing) this.#follow(own, this.#request.root)
    this.#reportMissing(own, missing)
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

  /** Names that the lock has and the folder of packages has not; undefined where no lock says names. */
  #missingOfLock(): { readonly count: number; readonly names: readonly string[] } | undefined {
    const lock = this.#request.files.lock().value
    if (!lock || lock.specs.length === 0) return undefined
    const names = lock.specs.flatMap(({ name }) => name ?? [])
    const missing = names.filter((name) => !this.#installed.includes(name))
    return { count: lock.specs.length, names: missing }
  }

  /** Local packages join at once, and what they list in turn. */
  #follow({ specs }: PackageList, root: string): void {
    for (const spec of specs) {
      if (spec.kind === 'local') this.#addLocal(root, spec.path)
      else this.#fetched.push(spec)
    }
  }

  #addLocal(root: string, path: string): void {
    const { files } = this.#request
    const folder = resolvePath(root, path)
    const project = files.projectIn(folder).value
    // Installed local packages are links or copies under the project's name: then that one counts.
    const name = project?.name ?? folder.slice(folder.lastIndexOf('/') + 1)
    if (this.#installed.includes(name)) return
    if (this.#add(folder)) this.#follow(this.#findings.keep(files.listIn(folder)), folder)
  }

  /**
   * A package of the hub lies in a folder of its name. One of a repository may be called anything there: it is missing when no
   * folder is left that it could be.
   */
  #reportMissing(
    own: PackageList,
    locked: { readonly count: number; readonly names: readonly string[] } | undefined,
  ): void {
    const missing = locked ? locked.names : this.#missingOfList()
    if (missing.length === 0) return
    const { root, packagesPath } = this.#request
    const found = this.#installed.length
    const expected = Math.max(locked?.count ?? 0, own.specs.length, found + missing.length)
    const where = own.specs.find(({ span: at }) => at)?.span
    const file = own.specs.length > 0 ? own.file : 'package-lock.yml'
    const folder = relativePath(root, packagesPath)
    const params = { file, folder, expected, found, missing }
    this.#findings.add(
      diagnostic('packages-not-installed', params, {
        span: where ?? span({ path: file, text: '' }, 0),
      }),
    )
  }

  #missingOfList(): readonly string[] {
    const unmatched = this.#fetched.filter((spec) => !this.#folderOf(nameOf(spec)))
    const taken = new Set(this.#fetched.map((spec) => this.#folderOf(nameOf(spec))))
    let free = this.#installed.filter((folder) => !taken.has(folder)).length
    return unmatched.filter((spec) => spec.kind === 'hub' || free-- <= 0).map(nameOf)
  }

  /** Folders have the project's name, which may differ from the repository's by a hyphen or a prefix. */
  #folderOf(name: string): string | undefined {
    const plain = (text: string): string => text.toLowerCase().replaceAll('-', '_')
    return this.#installed.find((folder) => {
      const [a, b] = [plain(folder), plain(name)]
      return a === b || `dbt_${a}` === b || a === `dbt_${b}`
    })
  }
}

/** What a package is called by its address: `dbt_utils` of `dbt-labs/dbt_utils`, or of a repository's URL. */
function nameOf(spec: PackageSpec): string {
  const address = spec.name ?? addressOf(spec)
  const last = address.replace(/\/+$/, '').split(/[/:]/).at(-1) ?? ''
  return last.replace(/\.git$/, '')
}

function addressOf(spec: PackageSpec): string {
  if (spec.kind === 'hub') return spec.package
  if (spec.kind === 'local') return spec.path
  return spec.kind === 'tarball' ? spec.url : spec.address
}
