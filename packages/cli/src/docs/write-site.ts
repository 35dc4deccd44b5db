import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, extname, join, relative, resolve, sep } from 'node:path'
import {
  artifactFiles,
  readArtifact,
  readArtifacts,
  readProject,
  remember,
  siteFiles,
  singleFile,
  type App,
  type ArtifactProblem,
  type JsonObject,
  type Reading,
  type Remembered,
} from '@btn/docs-site'

// A bundle of its own, read when a site is written: Markdown and the reader of artifacts are nothing that other commands need.

export { toHistory } from '@btn/docs-site'

/** What earlier runs have left in a target folder. */
export function rememberRuns(targetFolder: string): Remembered {
  const parse = (file: string): JsonObject | undefined =>
    readArtifact(readText(targetFolder, file)).json
  return remember({
    history: parse(artifactFiles.history),
    runResults: parse(artifactFiles.runResults),
    sources: parse(artifactFiles.sources),
  })
}

export interface SiteRequest {
  /** Where artifacts lie. Absolute. */
  readonly targetFolder: string
  /** The site's folder, or, for a single file, its path. Absolute. */
  readonly output: string
  readonly isSingle: boolean
  /** Where `site-app.js` and `site-app.css` lie. */
  readonly appFolder: string
  /** Blots out secrets and paths of this machine. */
  readonly redact: (text: string) => string
}

export type SiteOutcome =
  | {
      readonly kind: 'written'
      readonly page: string
      readonly problems: readonly ArtifactProblem[]
    }
  | { readonly kind: 'no-manifest'; readonly problem: ArtifactProblem['problem'] }
  /** There is something in the way that is no site of btn's. */
  | { readonly kind: 'taken'; readonly path: string }

/** Makes the site of a target folder. What is there of an older one is replaced, and nothing else. */
export function writeSite(request: SiteRequest): SiteOutcome {
  const { artifacts, problems } = readArtifacts((file) => readText(request.targetFolder, file))
  if (!artifacts) return { kind: 'no-manifest', problem: problems.at(-1)?.problem ?? 'missing' }
  const assets = new Assets(request)
  const reading = readProject(artifacts, { assetUrl: (path) => assets.urlOf(path) })
  if (request.isSingle) {
    writeSingle(reading, request)
    return { kind: 'written', page: request.output, problems }
  }
  const taken = findStranger(request.output)
  if (taken !== undefined) return { kind: 'taken', path: taken }
  writeFolder(reading, request)
  assets.copy()
  return { kind: 'written', page: join(request.output, 'index.html'), problems }
}

function readText(folder: string, file: string): string | undefined {
  const path = join(folder, file)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function readApp(folder: string): App {
  return {
    script: readFileSync(join(folder, 'site-app.js'), 'utf8'),
    graph: readFileSync(join(folder, 'site-graph.js'), 'utf8'),
    style: readFileSync(join(folder, 'site-app.css'), 'utf8'),
  }
}

/** A folder `data` that is none of a site's must not be replaced by one: people have data in folders of that name. */
function findStranger(output: string): string | undefined {
  const data = join(output, 'data')
  if (!existsSync(data)) return undefined
  const isOurs = existsSync(join(data, 'site.js')) || readdirSync(data).length === 0
  return isOurs ? undefined : data
}

/** Data goes into a folder beside the old one, which it then replaces: a page that is loaded meanwhile finds one or the other. */
function writeFolder(reading: Reading, { output, appFolder, redact }: SiteRequest): void {
  const next = join(output, 'data.next')
  rmSync(next, { recursive: true, force: true })
  for (const folder of ['nodes', 'code', 'columns', 'search']) {
    mkdirSync(join(next, folder), { recursive: true })
  }
  const rest: { readonly path: string; readonly text: string }[] = []
  for (const file of siteFiles(reading, { app: readApp(appFolder), redact })) {
    if (file.path.startsWith('data/')) writeFileSync(join(next, file.path.slice(5)), file.text)
    else rest.push(file)
  }
  rmSync(join(output, 'data'), { recursive: true, force: true })
  renameSync(next, join(output, 'data'))
  for (const { path, text } of rest) writeFileSync(join(output, path), text)
}

function writeSingle(reading: Reading, { output, appFolder, redact }: SiteRequest): void {
  mkdirSync(dirname(output), { recursive: true })
  const partial = `${output}.next`
  const file = openSync(partial, 'w')
  try {
    for (const piece of singleFile(reading, { app: readApp(appFolder), redact })) {
      writeSync(file, piece)
    }
  } finally {
    closeSync(file)
  }
  renameSync(partial, output)
}

const pictures: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
}

/** Files that descriptions show: they lie in the target folder, where `asset-paths` are copied to. */
class Assets {
  readonly #target: string
  readonly #output: string
  readonly #isSingle: boolean
  readonly #wanted = new Map<string, string>()

  constructor({ targetFolder, output, isSingle }: SiteRequest) {
    this.#target = realpathSync(targetFolder)
    this.#output = output
    this.#isSingle = isSingle
  }

  /** Where a page finds a file; undefined where there is none, or where it is outside of the target folder. */
  urlOf(path: string): string | undefined {
    const wanted = decode(path.replace(/[?#].*$/s, ''))
    const file = wanted === undefined ? undefined : this.#find(wanted)
    if (file === undefined) return undefined
    if (this.#isSingle) return toDataUrl(file)
    const inside = relative(this.#target, file).split(sep).join('/')
    this.#wanted.set(file, inside)
    return `assets/${inside.split('/').map(encodeURIComponent).join('/')}`
  }

  copy(): void {
    const folder = join(this.#output, 'assets')
    for (const [file, inside] of this.#wanted) {
      const copy = join(folder, inside)
      mkdirSync(dirname(copy), { recursive: true })
      copyFileSync(file, copy)
    }
  }

  #find(path: string): string | undefined {
    if (path === '' || path.includes('\0')) return undefined
    const file = resolve(this.#target, path)
    if (!existsSync(file) || !statSync(file).isFile()) return undefined
    const real = realpathSync(file)
    // Artifacts are no assets: those lie in folders.
    const inside = relative(this.#target, real)
    return inside.startsWith('..') || !inside.includes(sep) ? undefined : real
  }
}

function toDataUrl(file: string): string | undefined {
  const type = pictures[extname(file).toLowerCase()]
  return type && `data:${type};base64,${readFileSync(file).toString('base64')}`
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}
