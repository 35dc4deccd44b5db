/** One comparison, as `>=1.8.0`. */
export interface Requirement {
  readonly operator: '=' | '>' | '>=' | '<' | '<='
  readonly version: Version
}

export interface Version {
  readonly major: number
  readonly minor: number
  readonly patch: number
  readonly prerelease: string | undefined
}

const REQUIREMENT =
  /^\s*(=|==|<|>|<=|>=)?\s*v?(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-?[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z.-]+)?\s*$/

/** `">=1.0.0,<2.0.0"` or a list of such; undefined with the text that is none. */
export function parseRequirements(
  texts: readonly string[],
): { readonly requirements: readonly Requirement[] } | { readonly malformed: string } {
  const requirements: Requirement[] = []
  for (const text of texts) {
    const match = REQUIREMENT.exec(text)
    if (!match) return { malformed: text }
    const [, operator, major, minor, patch, prerelease] = match
    requirements.push({
      operator: toOperator(operator),
      version: {
        major: Number(major),
        minor: Number(minor),
        patch: Number(patch),
        prerelease: prerelease?.replace(/^-/, ''),
      },
    })
  }
  return { requirements }
}

/** `1.2.3-rc1`; undefined for what is no version. */
export function parseVersion(text: string): Version | undefined {
  const parsed = parseRequirements([text])
  return 'requirements' in parsed && /^\s*[v\d]/.test(text)
    ? parsed.requirements[0]?.version
    : undefined
}

function toOperator(text: string | undefined): Requirement['operator'] {
  if (text === '>' || text === '>=' || text === '<' || text === '<=') return text
  return '='
}

export function satisfies(version: Version, requirements: readonly Requirement[]): boolean {
  return requirements.every((it) => {
    const order = compareVersions(version, it.version)
    if (it.operator === '=') return order === 0
    if (it.operator === '>') return order > 0
    if (it.operator === '>=') return order >= 0
    return it.operator === '<' ? order < 0 && !isPrereleaseOf(version, it.version) : order <= 0
  })
}

/** `2.0.0-b1` of `2.0.0`: whoever wants less than 2.0.0 does not want its prereleases, either. */
function isPrereleaseOf(version: Version, final: Version): boolean {
  return (
    final.prerelease === undefined &&
    version.prerelease !== undefined &&
    compareVersions({ ...version, prerelease: undefined }, final) === 0
  )
}

/** True when some version meets all of them. */
export function canBeMet(requirements: readonly Requirement[]): boolean {
  const exact = requirements.filter((it) => it.operator === '=')
  if (exact.length > 0) return exact.some((it) => satisfies(it.version, requirements))
  return requirements.every((low) => {
    if (!low.operator.startsWith('>')) return true
    return requirements.every((high) => {
      if (!high.operator.startsWith('<')) return true
      const order = compareVersions(low.version, high.version)
      const isBothInclusive = low.operator === '>=' && high.operator === '<='
      return order < 0 || (order === 0 && isBothInclusive)
    })
  })
}

/** Negative, zero or positive, as dbt orders versions. */
export function compareVersions(a: Version, b: Version): number {
  const difference = a.major - b.major || a.minor - b.minor || a.patch - b.patch
  if (difference !== 0 || a.prerelease === b.prerelease) return difference
  // A version with a prerelease comes before the one without.
  if (a.prerelease === undefined) return 1
  if (b.prerelease === undefined) return -1
  return comparePrereleases(a.prerelease.split('.'), b.prerelease.split('.'))
}

/** Numbers by size, before words; words by their letters; where all is equal, the shorter first. */
function comparePrereleases(left: readonly string[], right: readonly string[]): number {
  for (const [index, x] of left.entries()) {
    const y = right[index]
    if (y === undefined || x === y) continue
    const [isNumber, isOther] = [/^\d+$/.test(x), /^\d+$/.test(y)]
    if (isNumber && isOther && Number(x) !== Number(y)) return Number(x) - Number(y)
    if (isNumber !== isOther) return isNumber ? -1 : 1
    if (!isNumber) return x < y ? -1 : 1
  }
  return left.length - right.length
}
