import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface HubPackage {
  /** `acme/tools`. */
  readonly name: string
  readonly version: string
  /** Of the project, which may be called otherwise. */
  readonly project: string
  readonly files?: Readonly<Record<string, string>>
  /** Entries as in packages.yml. */
  readonly packages?: readonly object[]
  readonly requireDbtVersion?: string | readonly string[]
}

/** An index of packages on the loopback, as dbt's hub is one, with archives beside. */
export class PackageHub {
  readonly requests: string[] = []
  readonly #folder = mkdtempSync(join(tmpdir(), 'btn-hub-'))
  readonly #index = new Map<string, { name: string; versions: Record<string, object> }>()
  readonly #archives = new Map<string, Buffer>()
  readonly #extra = new Map<string, object>()
  readonly #moved = new Map<string, string>()
  #failures: { status: number; left: number } = { status: 0, left: 0 }
  readonly #server = createServer((request, response) => {
    const path = request.url ?? ''
    this.requests.push(path)
    if (this.#failures.left-- > 0) {
      response.writeHead(this.#failures.status).end('in trouble')
      return
    }
    const location = this.#moved.get(path)
    if (location !== undefined) {
      response.writeHead(302, { location }).end()
      return
    }
    const body = this.#answer(path)
    response.writeHead(body === undefined ? 404 : 200).end(body ?? 'nothing here')
  })

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
  }

  get url(): string {
    // The server listens on TCP: its address is no path.
    const { port } = this.#server.address() as AddressInfo
    return `http://127.0.0.1:${port}/`
  }

  add({ name, version, project, files = {}, packages = [], requireDbtVersion }: HubPackage): void {
    const archive = `archives/${name}/${version}.tar.gz`
    this.addArchive(archive, { 'dbt_project.yml': `name: ${project}\n`, ...files })
    const known = this.#index.get(name) ?? { name: name.split('/')[1] ?? name, versions: {} }
    known.versions[version] = {
      name: project,
      version,
      packages,
      downloads: { tarball: this.url + archive },
      ...(requireDbtVersion && { require_dbt_version: requireDbtVersion }),
    }
    this.#index.set(name, known)
  }

  /** An archive with the files in one folder. */
  addArchive(path: string, files: Readonly<Record<string, string>>, top = 'package'): void {
    const folder = mkdtempSync(join(this.#folder, 'files-'))
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, top, file)), { recursive: true })
      writeFileSync(join(folder, top, file), text)
    }
    execFileSync('tar', ['-czf', `${folder}.tar.gz`, '-C', folder, '.'])
    this.addBytes(path, readFileSync(`${folder}.tar.gz`))
  }

  addBytes(path: string, bytes: Buffer): void {
    this.#archives.set(`/${path}`, bytes)
  }

  /** Says that a package has moved. */
  redirect(name: string, to: { readonly namespace: string; readonly name: string }): void {
    this.#extra.set(name, { redirectnamespace: to.namespace, redirectname: to.name })
  }

  /** Who asks for the path is sent to another. */
  move(path: string, to: string): void {
    this.#moved.set(`/${path}`, to)
  }

  /** The next requests fail. */
  fail(status: number, times: number): void {
    this.#failures = { status, left: times }
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #answer(path: string): string | Buffer | undefined {
    if (path === '/api/v1/index.json') return JSON.stringify([...this.#index.keys()])
    const name = /^\/api\/v1\/(.*)\.json$/.exec(path)?.[1]
    const known = name === undefined ? undefined : this.#index.get(name)
    if (known && name !== undefined) {
      return JSON.stringify({ namespace: name.split('/')[0], ...known, ...this.#extra.get(name) })
    }
    return this.#archives.get(path)
  }
}
