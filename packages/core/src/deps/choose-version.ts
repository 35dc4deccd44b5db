import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import { DBT_VERSION } from '../dbt-version.ts'
import {
  canBeMet,
  compareVersions,
  parseRequirements,
  parseVersion,
  satisfies,
  type Requirement,
  type Version,
} from '../versions/version-range.ts'
import type { HubVersion } from './hub.ts'
import { describeWishes, type Wanted } from './wishes.ts'

export interface Chosen {
  readonly about: HubVersion
  /** The newest version that could be installed, whoever wants what. */
  readonly latest: string
}

interface Candidate {
  readonly version: Version
  readonly about: HubVersion
}

/** The newest version that all who want the package agree to. */
export async function chooseVersion(
  wanted: Wanted,
  findVersions: () => Promise<readonly HubVersion[]>,
  checksVersion: boolean,
): Promise<Chosen> {
  const { key: name, first, wishes } = wanted
  const where = first.span && { span: first.span }
  const requirements = readRequirements(wanted)
  if (!canBeMet(requirements)) {
    const params = { name, wishes: describeWishes(wishes) }
    throw new DiagnosticError(diagnostic('package-versions-conflict', params, where))
  }
  const isPrerelease = requirements.some((it) => it.version.prerelease !== undefined)
  const allowsPrerelease = isPrerelease || (first.kind === 'hub' && first.allowsPrerelease)
  const versions = await findVersions()
  const candidates = candidatesOf(versions, { allowsPrerelease, checksVersion })
  const best = candidates.findLast(({ version }) => satisfies(version, requirements))
  const latest = candidates.at(-1)
  if (best && latest) return { about: best.about, latest: latest.about.version }
  throw new DiagnosticError(
    diagnostic(
      'package-version-missing',
      {
        name,
        wishes: describeWishes(wishes),
        available: candidates.map(({ about }) => about.version),
        isVersionChecked: checksVersion,
      },
      where,
    ),
  )
}

/** The newest final version. */
export function newestOf(
  versions: readonly HubVersion[],
  checksVersion: boolean,
): string | undefined {
  return candidatesOf(versions, { allowsPrerelease: false, checksVersion }).at(-1)?.about.version
}

interface Rules {
  readonly allowsPrerelease: boolean
  readonly checksVersion: boolean
}

/** Versions that may be installed, the newest last. */
function candidatesOf(
  versions: readonly HubVersion[],
  { allowsPrerelease, checksVersion }: Rules,
): readonly Candidate[] {
  return versions
    .flatMap((about): Candidate[] => {
      const version = parseVersion(about.version)
      return version ? [{ version, about }] : []
    })
    .filter(({ version }) => allowsPrerelease || version.prerelease === undefined)
    .filter(({ about }) => !checksVersion || isCompatible(about))
    .sort((a, b) => compareVersions(a.version, b.version))
}

function readRequirements(wanted: Wanted): readonly Requirement[] {
  return wanted.wishes.flatMap(({ who, spec }) => {
    if (spec.kind !== 'hub') return []
    const parsed = parseRequirements(spec.versions)
    if ('requirements' in parsed) return parsed.requirements
    const where = spec.span && { span: spec.span }
    throw new DiagnosticError(
      diagnostic('package-version-malformed', { name: who, text: parsed.malformed }, where),
    )
  })
}

/** Whether a package takes the dbt that btn is compatible with. What its author wrote wrongly says nothing. */
function isCompatible({ requireDbtVersion }: HubVersion): boolean {
  const parsed = parseRequirements(requireDbtVersion.flatMap((text) => text.split(',')))
  const installed = parseVersion(DBT_VERSION)
  return !('requirements' in parsed) || !installed || satisfies(installed, parsed.requirements)
}
