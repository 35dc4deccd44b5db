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
  /^\s*(=|==|<|>|<=|>=)?\s*v?(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)((?:-[0-9A-Za-z.-]+|(?:a|b|rc)\d+))?(?:\+[0-9A-Za-z.-]+)?\s*$/

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
    return it.operator === '<' ? order < 0 : order <= 0
  })
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

function compareVersions(a: Version, b: Version): number {
  const difference = a.major - b.major || a.minor - b.minor || a.patch - b.patch
  if (difference !== 0 || a.prerelease === b.prerelease) return difference
  // A version with a prerelease comes before the one without.
  if (a.prerelease === undefined) return 1
  if (b.prerelease === undefined) return -1
  return comparePrereleases(a.prerelease, b.prerelease)
}

function comparePrereleases(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)]
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const [x = '', y = ''] = [left[index], right[index]]
    if (x === y) continue
    const isNumeric = /^\d+$/.test(x) && /^\d+$/.test(y)
    if (isNumeric) return Number(x) - Number(y)
    return x < y ? -1 : 1
  }
  return 0
}

function parts(prerelease: string): readonly string[] {
  return prerelease.match(/\d+|[A-Za-z-]+/g) ?? []
}
