import { createHash } from 'node:crypto'
import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import type { Host } from '../host.ts'
import { hashFolder } from './content-hash.ts'
import { GitRepository, type GitRequest } from './git-repository.ts'
import { WorldError, type PackageWorld } from './package-world.ts'

/** The files of a package, as they were fetched. */
export interface StoredPackage {
  readonly folder: string
  /** sha256 over its files. */
  readonly hash: string
}

export interface StoreOptions {
  readonly host: Host
  readonly world: PackageWorld
  /** Absolute; made when first needed. */
  readonly folder: string
  readonly isOffline: boolean
  readonly onRequest: (url: string) => void
}

interface Archive {
  /** Where it is kept below the store. */
  readonly key: string
  /** What it is called in messages. */
  readonly name: string
  /** Of the content; undefined where nobody knows yet. */
  readonly expected: string | undefined
  /** Asked for only when it must be fetched. */
  readonly findUrl: () => Promise<string>
}

/**
 * Keeps what was fetched, so that it is fetched once and installs without a network. Beside each folder stands a file with its hash: a
 * folder that was damaged is fetched again.
 */
export class PackageStore {
  readonly #options: StoreOptions

  constructor(options: StoreOptions) {
    this.#options = options
  }

  /** What was kept under a key, if it is whole and, where that is known, what was expected. */
  find(key: string, expected?: string): StoredPackage | undefined {
    const { host } = this.#options
    const folder = this.#folderOf(key)
    const bytes = host.readBytes(`${folder}.sha256`)
    const hash = bytes && new TextDecoder().decode(bytes).trim()
    if (hash === undefined || (expected !== undefined && expected !== hash)) return undefined
    return hashFolder(host, folder) === hash ? { folder, hash } : undefined
  }

  async archive({ key, name, expected, findUrl }: Archive): Promise<StoredPackage> {
    const kept = expected === undefined ? undefined : this.find(key, expected)
    if (kept) return kept
    this.#refuseOffline(name)
    const url = await findUrl()
    const stored = this.#keep(key, await this.#unpack(url))
    if (expected === undefined || stored.hash === expected) return stored
    throw new DiagnosticError(diagnostic('package-changed', { name, expected, found: stored.hash }))
  }

  /** The files of a repository, and the commit that they are of. */
  async repository(request: GitRequest): Promise<StoredPackage & { readonly commit: string }> {
    const { world } = this.#options
    const repository = new GitRepository(world, request)
    const temporary = world.makeTemporaryFolder()
    try {
      const isKnown = /^[0-9a-f]{40}$/.test(request.revision)
      if (!isKnown) this.#refuseOffline(request.url)
      const commit = await repository.findCommit(temporary)
      const kept = commit === undefined ? undefined : this.find(keyOfCommit(request, commit))
      if (kept && commit !== undefined) return { ...kept, commit }
      this.#refuseOffline(request.url)
      const found = await repository.checkOut(commit, temporary)
      this.#options.host.remove(`${temporary}/.git`)
      const { subdirectory } = request
      const folder = subdirectory === undefined ? temporary : `${temporary}/${subdirectory}`
      return { ...this.#keep(keyOfCommit(request, found), folder), commit: found }
    } finally {
      this.#options.host.remove(temporary)
    }
  }

  #folderOf(key: string): string {
    return `${this.#options.folder}/${key}`
  }

  #refuseOffline(name: string): void {
    if (this.#options.isOffline) throw new DiagnosticError(diagnostic('package-offline', { name }))
  }

  /** Moves a finished folder to its place. Whoever was faster has put the same there. */
  #keep(key: string, from: string): StoredPackage {
    const { host, world } = this.#options
    const folder = this.#folderOf(key)
    const hash = hashFolder(host, from)
    host.remove(folder)
    world.moveFolder(from, folder)
    host.writeText(`${folder}.sha256`, `${hash}\n`)
    return { folder, hash }
  }

  /** Fetches an archive; the one folder in it is the package. */
  async #unpack(url: string): Promise<string> {
    const { host, world, onRequest } = this.#options
    const temporary = world.makeTemporaryFolder()
    try {
      onRequest(url)
      await world.unpack(await world.fetch(url), temporary)
    } catch (error) {
      host.remove(temporary)
      throw explain(error, url)
    }
    const [only, ...others] = host.listFolders(temporary)
    if (only !== undefined && others.length === 0) return `${temporary}/${only}`
    const found = only === undefined ? 'no folder' : `${others.length + 1} folders`
    throw new DiagnosticError(diagnostic('package-archive-layout', { url, found }))
  }
}

function keyOfCommit({ url, subdirectory = '' }: GitRequest, commit: string): string {
  const place = createHash('sha256').update(`${url}\n${subdirectory}`).digest('hex').slice(0, 16)
  return `git/${commit}-${place}`
}

function explain(error: unknown, url: string): unknown {
  if (!(error instanceof WorldError)) return error
  const { fault } = error
  if (fault.kind === 'archive-unsafe') {
    return new DiagnosticError(diagnostic('package-archive-unsafe', { url, entry: fault.message }))
  }
  return new DiagnosticError(diagnostic('package-fetch-failed', { url, problem: fault.message }))
}
