import type { Host, ListedFile } from '../host.ts'
import { readIgnoreRules } from './ignore-rules.ts'
import { joinPath } from './paths.ts'
import type { FileKind, ProjectFile } from './project.ts'
import type { Settings } from './settings.ts'

export interface ListRequest {
  readonly host: Pick<Host, 'listFiles'>
  readonly settings: Settings
  /** Folder of the package relative to the project; empty for the root. */
  readonly prefix: string
  readonly allowsJinjaExtensions: boolean
  /** Text of `.dbtignore`. */
  readonly ignoreText: string | undefined
}

interface KindRule {
  readonly kind: FileKind
  readonly paths: readonly string[]
  /** In the order in which dbt reads them. */
  readonly extensions: readonly string[]
  readonly skips?: RegExp
}

/** The files of a package by kind, each kind in the order in which dbt reads it. Only the folders that the settings name are walked. */
export function listFiles(
  request: ListRequest,
): Readonly<Record<FileKind, readonly ProjectFile[]>> {
  const listing = new Listing(request)
  const files: Partial<Record<FileKind, readonly ProjectFile[]>> = {}
  const rules = kindRules(request)
  for (const rule of rules) files[rule.kind] = listing.filesOf(rule)
  return { ...noFiles, ...files }
}

const noFiles: Readonly<Record<FileKind, readonly ProjectFile[]>> = {
  macro: [],
  model: [],
  snapshot: [],
  analysis: [],
  'singular-test': [],
  'generic-test': [],
  seed: [],
  docs: [],
  properties: [],
  fixture: [],
  function: [],
  osi: [],
  report: [],
}

function kindRules({ settings, allowsJinjaExtensions }: ListRequest): readonly KindRule[] {
  const sql = withJinja('.sql', allowsJinjaExtensions)
  const below = (folder: string): string[] =>
    settings.testPaths.map((path) => joinPath(path, folder))
  const all = new Set([
    ...settings.modelPaths,
    ...settings.seedPaths,
    ...settings.snapshotPaths,
    ...settings.analysisPaths,
    ...settings.macroPaths,
    ...settings.testPaths,
    ...settings.functionPaths,
  ])
  return [
    { kind: 'macro', paths: settings.macroPaths, extensions: sql },
    { kind: 'model', paths: settings.modelPaths, extensions: ['.py', ...sql] },
    { kind: 'snapshot', paths: settings.snapshotPaths, extensions: sql },
    { kind: 'analysis', paths: settings.analysisPaths, extensions: sql },
    {
      kind: 'singular-test',
      paths: settings.testPaths,
      extensions: sql,
      skips: /^(?:generic|fixtures)\//,
    },
    { kind: 'generic-test', paths: below('generic'), extensions: sql },
    { kind: 'seed', paths: settings.seedPaths, extensions: ['.csv'] },
    {
      kind: 'docs',
      paths: settings.docsPaths,
      extensions: withJinja('.md', allowsJinjaExtensions),
    },
    { kind: 'properties', paths: [...all], extensions: ['.yml', '.yaml'] },
    { kind: 'fixture', paths: below('fixtures'), extensions: ['.csv', ...sql] },
    { kind: 'function', paths: settings.functionPaths, extensions: ['.py', '.js', ...sql] },
    { kind: 'osi', paths: settings.osiPaths, extensions: ['.json'] },
    { kind: 'report', paths: settings.reportPaths, extensions: ['.md', '.html', '.json'] },
  ]
}

function withJinja(extension: string, isAllowed: boolean): readonly string[] {
  if (!isAllowed) return [extension]
  return [extension, `${extension}.j2`, `${extension}.jinja2`, `${extension}.jinja`]
}

interface Candidate extends ListedFile {
  readonly lowerPath: string
  /** Relative to the package. */
  readonly originalPath: string
}

class Listing {
  readonly #request: ListRequest
  readonly #isIgnored: (path: string) => boolean
  readonly #known = new Map<string, readonly Candidate[]>()

  constructor(request: ListRequest) {
    this.#request = request
    const { ignoreText } = request
    this.#isIgnored = ignoreText === undefined ? () => false : readIgnoreRules(ignoreText)
  }

  filesOf({ kind, paths, extensions, skips }: KindRule): readonly ProjectFile[] {
    const found = new Map<string, ProjectFile>()
    for (const extension of extensions) {
      for (const searchPath of paths) {
        for (const candidate of this.#filesBelow(searchPath)) {
          if (!candidate.lowerPath.endsWith(extension) || skips?.test(candidate.path)) continue
          const file = this.#toFile(kind, searchPath, candidate)
          // The same file under two overlapping folders counts once.
          if (!found.has(file.file)) found.set(file.file, file)
        }
      }
    }
    return [...found.values()]
  }

  #filesBelow(searchPath: string): readonly Candidate[] {
    const known = this.#known.get(searchPath)
    if (known) return known
    const listed = this.#request.host.listFiles(joinPath(this.#request.settings.root, searchPath))
    // Joining paths properly for each of thousands of files is most of the work here: once per folder is enough.
    const folder = joinPath(searchPath, '/').replace(/^\.?\//, '')
    const files: Candidate[] = []
    for (const { path, size, modifiedMs } of listed) {
      // Editors leave such files beside the real ones.
      if (/(?:^|\/)[.#~][^/]*$/.test(path)) continue
      const originalPath = folder + path
      if (this.#isIgnored(originalPath)) continue
      files.push({ path, size, modifiedMs, originalPath, lowerPath: path.toLowerCase() })
    }
    this.#known.set(searchPath, files)
    return files
  }

  #toFile(kind: FileKind, searchPath: string, candidate: Candidate): ProjectFile {
    const { settings, prefix } = this.#request
    const { path, originalPath, size, modifiedMs } = candidate
    return {
      file: prefix === '' ? originalPath : `${prefix}/${originalPath}`,
      kind,
      packageName: settings.name,
      searchPath,
      path,
      originalPath,
      absolutePath: `${settings.root}/${originalPath}`,
      size,
      modifiedMs,
    }
  }
}
