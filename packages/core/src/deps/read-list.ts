import { diagnostic, span, type Diagnostic, type Outcome, type Span } from '@btn/diagnostics'
import type { Json, JsonObject } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { findNode, validate, withoutMarkers, type YamlMap } from '../yaml/index.ts'
import type { Source } from '@btn/diagnostics'
import { hashSpecs } from './lock-hash.ts'
import type { PackageList, PackageSpec } from './package-spec.ts'

/** A file with a list of packages. */
export interface ListFile {
  readonly source: Source
  readonly root: YamlMap
  /** As written. */
  readonly value: JsonObject
  /** With its templates rendered. */
  readonly rendered: JsonObject
}

/** Reads `packages:` of a file. What is wrong with an entry is told, and the entry left out. */
export function readPackageList(file: ListFile): Outcome<PackageList> {
  const { source, root, rendered } = file
  const diagnostics: Diagnostic[] = [...validate('packages', { source, root, value: rendered })]
  const entries = rendered['packages']
  const written = file.value['packages']
  const specs: PackageSpec[] = []
  for (const [index, entry] of (Array.isArray(entries) ? entries : []).entries()) {
    if (!isObject(entry)) continue
    const where = entrySpan(file, index)
    const raw: Json | undefined = Array.isArray(written) ? written[index] : undefined
    const read = readEntry(entry, isObject(raw) ? raw : entry, where)
    if ('kind' in read) specs.push(read)
    else diagnostics.push(read.problem)
  }
  return { value: { file: source.path, specs, hash: hashSpecs(specs) }, diagnostics }
}

function entrySpan({ source, root }: ListFile, index: number): Span {
  const node = findNode(root, ['packages', index]) ?? root
  const lineEnd = source.text.indexOf('\n', node.start)
  return span(source, node.start, lineEnd === -1 ? node.end : Math.min(node.end, lineEnd))
}

type Read = PackageSpec | { readonly problem: Diagnostic }

function readEntry(entry: JsonObject, unrendered: JsonObject, where: Span): Read {
  const kind = (['package', 'git', 'private', 'local', 'tarball'] as const).find(
    (key) => entry[key] !== undefined,
  )
  const refuse = (problem: string): Read => ({
    problem: diagnostic(
      'package-entry-malformed',
      { file: where.source.path, problem },
      { span: where },
    ),
  })
  if (!kind) return refuse('an entry needs "package", "git", "local", "tarball" or "private"')
  const address = entry[kind]
  const noun = kind === 'package' ? 'hub' : kind
  if (typeof address !== 'string' || address === '') {
    return refuse(`A ${noun} package is missing the value. It is a required property.`)
  }
  const strangers = Object.keys(entry).filter((key) => !allowedKeys[kind].includes(key))
  if (strangers[0] !== undefined) return refuse(`"${strangers[0]}" means nothing beside "${kind}"`)
  const problem = findProblem(kind, entry, address)
  if (problem !== undefined) return refuse(problem)
  const name = typeof entry['name'] === 'string' ? entry['name'] : undefined
  return toSpec(kind, { entry, address, listed: { unrendered, name, span: where } })
}

const always = ['name', 'unrendered']
const ofGit = [...always, 'revision', 'warn-unpinned', 'warn_unpinned', 'subdirectory']

const allowedKeys: Readonly<Record<Kind, readonly string[]>> = {
  package: [...always, 'package', 'version', 'install-prerelease', 'install_prerelease'],
  git: [...ofGit, 'git'],
  private: [...ofGit, 'private', 'provider'],
  local: [...always, 'local'],
  tarball: [...always, 'tarball'],
}

type Kind = 'package' | 'git' | 'private' | 'local' | 'tarball'

function findProblem(kind: Kind, entry: JsonObject, address: string): string | undefined {
  if (kind === 'tarball' && typeof entry['name'] !== 'string') return 'a tarball needs a "name"'
  if (kind !== 'package') return undefined
  if (!address.includes('/')) {
    return `${address} was not found in the package index: packages there have a namespace, as in dbt-labs/dbt_utils`
  }
  const { version } = entry
  const isMissing = version === undefined || version === null || version === ''
  return isMissing ? `${address} is missing the version, which packages of the hub need` : undefined
}

interface Parts {
  readonly entry: JsonObject
  readonly address: string
  readonly listed: Pick<PackageSpec, 'unrendered' | 'name' | 'span'>
}

function toSpec(kind: Kind, { entry, address, listed }: Parts): PackageSpec {
  if (kind === 'local') return { ...listed, kind, path: address }
  if (kind === 'tarball') return { ...listed, kind, url: address, name: String(entry['name']) }
  if (kind === 'package') {
    const { version = '' } = entry
    const versions = (Array.isArray(version) ? version : [version]).map(toVersionText)
    const prerelease = entry['install_prerelease'] ?? entry['install-prerelease']
    return {
      ...listed,
      kind: 'hub',
      package: address,
      versions,
      allowsPrerelease: prerelease === true,
    }
  }
  return {
    ...listed,
    kind,
    address,
    provider: textOf(entry['provider']),
    revision: textOf(entry['revision']),
    subdirectory: textOf(entry['subdirectory']),
    warnsUnpinned: (entry['warn-unpinned'] ?? entry['warn_unpinned']) !== false,
  }
}

/** YAML may take a version or a revision for a number: `1.0` stays `1.0`. */
function toVersionText(value: Json): string {
  if (isObject(value) && typeof value['$float'] === 'string') return value['$float']
  return String(withoutMarkers(value))
}

function textOf(value: Json | undefined): string | undefined {
  return value === undefined || value === null || value === '' ? undefined : toVersionText(value)
}
