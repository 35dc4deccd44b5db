import { posix } from 'node:path'
import { diagnostic, DiagnosticError, hasErrors, type Diagnostic } from '@btn/diagnostics'
import { DEFAULT_HUB, Hub } from './hub.ts'
import type { DepsRequest } from './index.ts'
import { findInstalled, installPackages } from './install-packages.ts'
import { pinLocked } from './locked-packages.ts'
import { writeLock } from './lock-text.ts'
import type { PackageLock } from './package-files.ts'
import type { PackageList } from './package-spec.ts'
import { PackageStore, type StoredPackage } from './package-store.ts'
import { WorldError } from './package-world.ts'
import type { PinOptions } from './pin-package.ts'
import { nameOfPinned, type PinnedHub, type PinnedPackage } from './pinned-package.ts'
import { resolvePackages } from './resolve-packages.ts'
import { hubKey } from './store-keys.ts'

const LOCK_FILE = 'package-lock.yml'

/** One call of `btn deps`, with the hub, the store and what has been reported already. */
export class DepsSession {
  readonly #request: DepsRequest
  readonly #list: PackageList
  readonly #lock: PackageLock | undefined
  readonly #hub: Hub
  readonly #store: PackageStore
  readonly #reported = new Set<string>()
  /** sha256 of what archives hold, by the project's name. */
  readonly #contents = new Map<string, string>()

  constructor(request: DepsRequest, list: PackageList) {
    this.#request = request
    this.#list = list
    const { host, world, project, tell, isOffline } = request
    const onRequest = (url: string): void => tell({ kind: 'requested', url })
    this.#lock = this.#readLock()
    this.#hub = new Hub({
      url: hubUrl(project.environment),
      world,
      isOffline,
      report: this.#report,
      onRequest,
    })
    this.#store = new PackageStore({
      host,
      world,
      folder: storeFolder(request),
      isOffline,
      onRequest,
    })
  }

  /** What the lock says, when it was made for this list and nothing newer is asked for. */
  async pinnedOfLock(): Promise<readonly PinnedPackage[] | undefined> {
    const lock = this.#lock
    if (!lock || this.#request.isUpgrade || lock.madeFor !== this.#list.hash) return undefined
    const latestOf = (name: string): Promise<string | undefined> => this.#latestOf(name)
    return this.#explained(() => pinLocked(lock, { ...this.#pinOptions(), latestOf }))
  }

  /** Chooses versions, fetches what they consist of, and writes the lock. */
  async choose(): Promise<readonly PinnedPackage[]> {
    const { project } = this.#request
    const pinned = await this.#explained(() =>
      resolvePackages(this.#list, project.name, this.#pinOptions()),
    )
    for (const it of pinned) if (it.kind === 'hub') await this.#fetchHub(it, undefined)
    this.#writeLock(pinned)
    return pinned
  }

  async install(pinned: readonly PinnedPackage[]): Promise<void> {
    const { host, world, project, tell } = this.#request
    await installPackages(pinned, {
      host,
      world,
      store: this.#store,
      packagesPath: project.packagesPath,
      tell,
      fetchHub: (it) => this.#fetchHub(it, this.#expected(it.projectName)),
    })
    this.#completeLock(pinned)
    const old = pinned.flatMap((it) =>
      it.kind === 'hub' && it.latest !== undefined && it.latest !== it.version ? [it.package] : [],
    )
    if (old.length > 0) tell({ kind: 'updates-available', names: old, file: this.#list.file })
  }

  #readLock(): PackageLock | undefined {
    const { value, diagnostics } = this.#request.project.packageFiles.lock()
    // A lock that cannot be read is made anew.
    return hasErrors(diagnostics) ? undefined : value
  }

  /** What the lock knows of a content, unless it is being made anew. */
  #expected(name: string): string | undefined {
    return this.#contents.get(name) ?? this.#lock?.contents.get(name)
  }

  #pinOptions(): PinOptions {
    const { project } = this.#request
    return {
      hub: this.#hub,
      store: this.#store,
      projectRoot: project.root,
      checksVersion: project.flags.version_check,
      providerInfo: project.environment['DBT_ENV_PRIVATE_GIT_PROVIDER_INFO'],
      readProject: (folder) => project.packageFiles.projectIn(folder),
      readEntries: (entries, from) => project.packageFiles.entriesOf(entries, from),
      report: this.#report,
    }
  }

  /** The files of a package of the hub: kept ones, those installed already, or fetched. */
  async #fetchHub(pinned: PinnedHub, expected: string | undefined): Promise<StoredPackage> {
    const { host, project, isOffline } = this.#request
    const name = nameOfPinned(pinned)
    const key = hubKey(pinned.package, pinned.version)
    const installed = { name: pinned.projectName, expected }
    const kept =
      this.#store.find(key, expected) ??
      (isOffline || expected !== undefined
        ? findInstalled(host, project.packagesPath, installed)
        : undefined)
    const findUrl = async (): Promise<string> => this.#tarballOf(pinned)
    const stored = kept ?? (await this.#store.archive({ key, name, expected, findUrl }))
    this.#contents.set(pinned.projectName, stored.hash)
    return stored
  }

  async #tarballOf({ package: name, version }: PinnedHub): Promise<string> {
    const versions = await this.#explained(() => this.#hub.versions(name))
    const found = versions.find((it) => it.version === version)
    if (found) return found.tarball
    const wishes = [{ who: LOCK_FILE, what: `${name} ${version}` }]
    const available = versions.map((it) => it.version)
    throw new DiagnosticError(
      diagnostic('package-version-missing', { name, wishes, available, isVersionChecked: false }),
    )
  }

  /** The newest version, where the hub can be asked; that it cannot is no reason to install nothing. */
  async #latestOf(name: string): Promise<string | undefined> {
    if (this.#request.isOffline) return undefined
    try {
      return await this.#hub.latest(name, this.#request.project.flags.version_check)
    } catch (error) {
      if (!(error instanceof WorldError)) throw error
      this.#report(
        diagnostic('package-unreachable', { url: this.#hub.url, problem: error.message }),
      )
      return undefined
    }
  }

  #writeLock(pinned: readonly PinnedPackage[]): void {
    const { host, project, tell, scrub } = this.#request
    const path = posix.join(project.root, LOCK_FILE)
    for (const it of pinned) this.#checkSecrets(it)
    const contents = new Map(
      pinned.flatMap((it) => {
        if (it.kind === 'tarball') return [[it.projectName, it.stored.hash] as const]
        const hash = it.kind === 'hub' ? this.#contents.get(it.projectName) : undefined
        return hash === undefined ? [] : [[it.projectName, hash] as const]
      }),
    )
    host.writeText(path, writeLock({ pinned, hash: this.#list.hash, contents, scrub }))
    tell({ kind: 'lock-updated', path: LOCK_FILE })
  }

  /** A lock that dbt wrote does not say what the packages hold: from the first installation on, it does. */
  #completeLock(pinned: readonly PinnedPackage[]): void {
    const lock = this.#lock
    const isOfLock = lock?.madeFor === this.#list.hash && !this.#request.isUpgrade
    const isIncomplete = pinned.some(
      (it) =>
        it.kind !== 'local' &&
        it.kind !== 'git' &&
        it.kind !== 'private' &&
        !lock?.contents.has(it.projectName),
    )
    if (isOfLock && isIncomplete) this.#writeLock(pinned)
  }

  #checkSecrets(pinned: PinnedPackage): void {
    if (pinned.kind === 'hub' || pinned.kind === 'local') return
    const { unrendered, span } = pinned.spec
    const written = String(unrendered[pinned.kind] ?? '')
    const scrubbed = this.#request.scrub(written)
    if (written === scrubbed) return
    this.#report(diagnostic('package-secret-in-lock', { url: scrubbed }, span && { span }))
  }

  /** What the hub refuses is the user's to know: its own address says where to look. */
  async #explained<T>(action: () => Promise<T>): Promise<T> {
    try {
      return await action()
    } catch (error) {
      if (!(error instanceof WorldError)) throw error
      const params = { url: this.#hub.url, problem: error.message }
      throw new DiagnosticError(diagnostic('package-fetch-failed', params))
    }
  }

  /** Says each thing once, however often a package is looked at. */
  readonly #report = (...items: readonly Diagnostic[]): void => {
    for (const item of items) {
      if (this.#reported.has(item.message)) continue
      this.#reported.add(item.message)
      this.#request.report(item)
    }
  }
}

type Environment = DepsRequest['project']['environment']

/** A mirror of the hub, where the environment names one. */
function hubUrl(environment: Environment): string {
  const names = ['BTN_PACKAGE_HUB_URL', 'DBT_ENGINE_PACKAGE_HUB_URL', 'DBT_PACKAGE_HUB_URL']
  return names.map((name) => environment[name]).find(Boolean) ?? DEFAULT_HUB
}

/** Where packages are kept: a folder of the user's choice, or the usual place for what can be fetched again. */
function storeFolder({ host, project }: DepsRequest): string {
  const { environment, root } = project
  const chosen = environment['BTN_PACKAGES_CACHE'] ?? environment['DBT_DOWNLOADS_DIR']
  if (chosen) return posix.resolve(root, chosen)
  const base = environment['XDG_CACHE_HOME'] ?? posix.join(host.home, '.cache')
  return posix.join(base, 'btn', 'packages')
}
