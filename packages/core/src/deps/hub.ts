import { diagnostic, DiagnosticError, findNearest, type Diagnostic } from '@btn/diagnostics'
import type { Json, JsonObject } from '../types/index.ts'
import { isObject, toStringList } from '../types/json.ts'
import { newestOf } from './choose-version.ts'
import { WorldError, type PackageWorld } from './package-world.ts'

/** dbt's public hub, the default of its setting DBT_PACKAGE_HUB_URL. */
export const DEFAULT_HUB = 'https://hub.getdbt.com/'

/** One version of a package, as the hub describes it. */
export interface HubVersion {
  readonly version: string
  /** The project's name, which is that of the folder it is installed in. */
  readonly name: string
  /** Entries as in packages.yml. */
  readonly packages: readonly JsonObject[]
  readonly requireDbtVersion: readonly string[]
  readonly tarball: string
}

export interface HubOptions {
  readonly url: string
  readonly world: PackageWorld
  readonly isOffline: boolean
  readonly report: (item: Diagnostic) => void
  readonly onRequest: (url: string) => void
}

/** The index of packages that the world shares, or a mirror of it. Each package is asked for once. */
export class Hub {
  readonly #options: HubOptions
  /** Why the hub cannot be reached: it is not waited for again. */
  #trouble: WorldError | undefined
  readonly #known = new Map<string, Promise<readonly HubVersion[]>>()

  constructor(options: HubOptions) {
    this.#options = { ...options, url: options.url.endsWith('/') ? options.url : `${options.url}/` }
  }

  get url(): string {
    return this.#options.url
  }

  /** Every version there is. */
  async versions(name: string): Promise<readonly HubVersion[]> {
    if (this.#options.isOffline) throw new DiagnosticError(diagnostic('package-offline', { name }))
    let found = this.#known.get(name)
    if (!found) this.#known.set(name, (found = this.#ask(name)))
    return found
  }

  /** The newest version that could be installed; undefined where there is none. */
  async latest(name: string, checksVersion: boolean): Promise<string | undefined> {
    return newestOf(await this.versions(name), checksVersion)
  }

  async #ask(name: string): Promise<readonly HubVersion[]> {
    try {
      const answer = await this.#get(`api/v1/${name}.json`)
      this.#checkRedirect(name, answer)
      return toVersions(answer)
    } catch (error) {
      const isMissing =
        error instanceof WorldError && error.fault.kind === 'status' && error.fault.status === 404
      if (!isMissing) throw error
      const nearest = findNearest(name, await this.#names())
      throw new DiagnosticError(diagnostic('package-not-found', { name, hub: this.url, nearest }))
    }
  }

  /** Every package, for a better answer to a misspelt name; a mirror need not have the list. */
  async #names(): Promise<readonly string[]> {
    try {
      return toStringList(await this.#get('api/v1/index.json'))
    } catch (error) {
      if (error instanceof WorldError) return []
      throw error
    }
  }

  async #get(path: string): Promise<Json> {
    const url = `${this.url}${path}`
    const body = await this.#fetch(url)
    try {
      return JSON.parse(body)
    } catch (cause) {
      throw new WorldError({ kind: 'network', message: 'the answer is no JSON' }, { cause })
    }
  }

  async #fetch(url: string): Promise<string> {
    if (this.#trouble) throw this.#trouble
    this.#options.onRequest(url)
    try {
      return new TextDecoder().decode(await this.#options.world.fetch(url))
    } catch (error) {
      if (error instanceof WorldError && error.fault.kind === 'network') this.#trouble = error
      throw error
    }
  }

  #checkRedirect(name: string, answer: Json): void {
    if (!isObject(answer)) return
    const { redirectnamespace: namespace, redirectname: moved } = answer
    if (namespace === undefined && moved === undefined) return
    const instead = `${textOf(namespace) ?? textOf(answer['namespace'])}/${textOf(moved) ?? textOf(answer['name'])}`
    this.#options.report(diagnostic('package-redirected', { old: name, instead }))
  }
}

function toVersions(answer: Json): readonly HubVersion[] {
  const versions = isObject(answer) ? answer['versions'] : undefined
  if (!isObject(versions)) {
    throw new WorldError({ kind: 'network', message: 'the answer lists no versions' })
  }
  return Object.entries(versions).flatMap(([version, about]) => {
    const downloads = isObject(about) ? about['downloads'] : undefined
    const tarball = isObject(downloads) ? textOf(downloads['tarball']) : undefined
    const name = isObject(about) ? textOf(about['name']) : undefined
    if (!isObject(about) || tarball === undefined || name === undefined) return []
    const packages = Array.isArray(about['packages']) ? about['packages'].filter(isObject) : []
    const required = toStringList(about['require_dbt_version'] ?? null)
    return [{ version, name, packages, requireDbtVersion: required, tarball }]
  })
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
