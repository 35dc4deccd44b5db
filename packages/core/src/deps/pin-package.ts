import { posix } from 'node:path'
import { diagnostic, DiagnosticError, type Diagnostic, type Outcome } from '@btn/diagnostics'
import type { JsonObject } from '../types/index.ts'
import { chooseVersion } from './choose-version.ts'
import type { Hub } from './hub.ts'
import type { GitSpec, LocalSpec, PackageSpec, TarballSpec } from './package-spec.ts'
import type { PackageStore } from './package-store.ts'
import type { PackageProject, PinnedPackage } from './pinned-package.ts'
import { addressOfPrivate } from './private-address.ts'
import { tarballKey } from './store-keys.ts'
import { describeWishes, gitSpecs, type Wanted } from './wishes.ts'

export interface PinOptions {
  readonly hub: Hub
  readonly store: PackageStore
  /** Absolute. */
  readonly projectRoot: string
  readonly checksVersion: boolean
  /** DBT_ENV_PRIVATE_GIT_PROVIDER_INFO. */
  readonly providerInfo: string | undefined
  /** Reads the project in a folder: undefined when it is none. */
  readonly readProject: (folder: string) => Outcome<PackageProject | undefined>
  /** Reads entries that the hub has of a package. */
  readonly readEntries: (
    entries: readonly JsonObject[],
    from: string,
  ) => Outcome<readonly PackageSpec[]>
  readonly report: (...items: readonly Diagnostic[]) => void
}

/** Decides on one version of a package that is wanted, fetching what that takes. */
export async function pinPackage(wanted: Wanted, options: PinOptions): Promise<PinnedPackage> {
  try {
    return await pinByKind(wanted, options)
  } catch (error) {
    const { span } = wanted.first
    if (!(error instanceof DiagnosticError) || !span) throw error
    // Whatever is wrong with a package, the entry that asks for it is where to mend it.
    throw new DiagnosticError(
      error.diagnostics.map((item) => (item.span ? item : { ...item, span })),
    )
  }
}

async function pinByKind(wanted: Wanted, options: PinOptions): Promise<PinnedPackage> {
  const { first } = wanted
  if (first.kind === 'hub') return pinHub(wanted, options)
  if (first.kind === 'local') return pinLocal(first, options)
  if (first.kind === 'tarball') return pinTarball(first, options)
  return pinGit(wanted, first, options)
}

async function pinHub(wanted: Wanted, options: PinOptions): Promise<PinnedPackage> {
  const { hub, checksVersion, readEntries, report } = options
  const findVersions = (): ReturnType<Hub['versions']> => hub.versions(wanted.key)
  const { about, latest } = await chooseVersion(wanted, findVersions, checksVersion)
  const entries = readEntries(about.packages, `${wanted.key} ${about.version}`)
  report(...entries.diagnostics)
  return {
    kind: 'hub',
    package: wanted.key,
    version: about.version,
    latest,
    projectName: about.name,
    list: entries.value,
  }
}

function pinLocal(spec: LocalSpec, options: PinOptions): PinnedPackage {
  const folder = posix.resolve(options.projectRoot, spec.path)
  const project = readProject(folder, spec.path, options)
  if (!project) {
    const where = spec.span && { span: spec.span }
    throw new DiagnosticError(diagnostic('package-local-missing', { folder: spec.path }, where))
  }
  return { kind: 'local', spec, folder, projectName: project.name, list: project.list.specs }
}

async function pinTarball(spec: TarballSpec, options: PinOptions): Promise<PinnedPackage> {
  const stored = await options.store.archive({
    key: tarballKey(spec.url),
    name: spec.name,
    expected: undefined,
    findUrl: async () => spec.url,
  })
  const project = requireProject(stored.folder, spec.url, options)
  // dbt goes by the name in the list, not by the project's own.
  return { kind: 'tarball', spec, stored, projectName: spec.name, list: project.list.specs }
}

async function pinGit(wanted: Wanted, spec: GitSpec, options: PinOptions): Promise<PinnedPackage> {
  const revision = revisionOf(wanted)
  const { url, secrets } = addressOf(spec, options)
  const { subdirectory } = spec
  const stored = await options.store.repository({ url, revision, subdirectory, secrets })
  const warns = gitSpecs(wanted).every((it) => it.warnsUnpinned)
  if (warns && ['HEAD', 'main', 'master'].includes(revision)) {
    const where = spec.span && { span: spec.span }
    options.report(diagnostic('package-git-unpinned', { url: spec.address, revision }, where))
  }
  const project = requireProject(stored.folder, spec.address, options)
  return {
    kind: spec.kind,
    spec,
    stored,
    commit: stored.commit,
    projectName: project.name,
    list: project.list.specs,
  }
}

export function addressOf(
  spec: GitSpec,
  { providerInfo }: Pick<PinOptions, 'providerInfo'>,
): { readonly url: string; readonly secrets: readonly string[] } {
  if (spec.kind === 'git') return { url: spec.address, secrets: [] }
  return addressOfPrivate(spec.address, spec.provider, providerInfo)
}

/** All who want a repository must mean the same revision of it. */
function revisionOf(wanted: Wanted): string {
  const specs = gitSpecs(wanted)
  checkGit(wanted)
  const revisions = new Set(specs.flatMap(({ revision }) => revision ?? []))
  const [only = 'HEAD', ...others] = revisions
  if (others.length === 0) return only
  const { first, wishes } = wanted
  const where = first.span && { span: first.span }
  const params = { url: wanted.key, wishes: describeWishes(wishes) }
  throw new DiagnosticError(diagnostic('package-git-revisions', params, where))
}

/** Lists are written by others, too: nothing in them may be an option of git, or a way out of the repository. */
function checkGit(wanted: Wanted): void {
  for (const { revision = '', subdirectory = '', span } of gitSpecs(wanted)) {
    const dashed = [revision, subdirectory].find((it) => it.startsWith('-'))
    const leadsOut = posix.isAbsolute(subdirectory) || subdirectory.split('/').includes('..')
    if (dashed === undefined && !leadsOut) continue
    const problem =
      dashed === undefined
        ? `"${subdirectory}" leads out of the repository`
        : `"${dashed}" begins with a dash`
    const file = span?.source.path ?? 'packages.yml'
    throw new DiagnosticError(
      diagnostic('package-entry-malformed', { file, problem }, span && { span }),
    )
  }
}

function requireProject(folder: string, from: string, options: PinOptions): PackageProject {
  const project = readProject(folder, from, options)
  if (project) return project
  const problem = 'it has no dbt_project.yml'
  throw new DiagnosticError(diagnostic('package-project-invalid', { from, problem }))
}

function readProject(
  folder: string,
  from: string,
  { readProject: read, report }: PinOptions,
): PackageProject | undefined {
  const { value, diagnostics } = read(folder)
  const errors = diagnostics.filter((item) => item.severity === 'error')
  if (errors.length > 0) throw new DiagnosticError(errors)
  report(...diagnostics)
  if (value?.name === '') {
    const problem = 'its dbt_project.yml has no name'
    throw new DiagnosticError(diagnostic('package-project-invalid', { from, problem }))
  }
  return value
}
