import { expect, test } from 'vitest'
import { canBeMet, parseRequirements, satisfies } from './version-range.ts'

const installed = { major: 1, minor: 12, patch: 6, prerelease: undefined }

/** Whether 1.12.6 fits; `never` when nothing can, `malformed` when it is no requirement. */
function verdict(texts: readonly string[]): boolean | 'never' | 'malformed' {
  const parsed = parseRequirements(texts)
  if ('malformed' in parsed) return 'malformed'
  return canBeMet(parsed.requirements) ? satisfies(installed, parsed.requirements) : 'never'
}

const cases: readonly (readonly [readonly string[], boolean | 'never' | 'malformed'])[] = [
  [['>=1.0.0'], true],
  [['>=1.0.0', '<2.0.0'], true],
  [['>=1.0.0', ' <2.0.0'], true],
  [['>1.12.6'], false],
  [['>=1.12.6', '<=1.12.6'], true],
  [['=1.12.6'], true],
  [['1.12.6'], true],
  [['1.12.5'], false],
  [['<1.12.0'], false],
  [['>=1.13.0-b1'], false],
  [['>=1.12.0-rc1'], true],
  [['>=1.12.0rc1'], true],
  [['<1.12.6-rc1'], false],
  [['>=2.0.0', '<1.0.0'], 'never'],
  [['>1.0.0', '<1.0.0'], 'never'],
  [['>=1.0.0', '<1.0.0'], 'never'],
  [['1.0.0', '2.0.0'], 'never'],
  [['>=1.0'], 'malformed'],
  [['~=1.0.0'], 'malformed'],
  [['any'], 'malformed'],
]

test.each(cases)('%j: %s', (texts, expected) => {
  expect(verdict(texts)).toBe(expected)
})
