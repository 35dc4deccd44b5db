import { expect, test } from 'vitest'
import {
  canBeMet,
  compareVersions,
  parseRequirements,
  parseVersion,
  satisfies,
} from './version-range.ts'

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

// What dbt's own class says.
test.each([
  ['1.0.0', '1.0.1', -1],
  ['1.10.0', '1.9.9', 1],
  ['1.0.0-rc1', '1.0.0', -1],
  ['1.0.0-b2', '1.0.0-b10', 1],
  ['1.0.0-b.2', '1.0.0-b.10', -1],
  ['1.0.0-1', '1.0.0-a', -1],
  ['1.0.0-a', '1.0.0-a.1', -1],
  ['1.0.0b1', '1.0.0-b1', 0],
])('%s against %s', (left, right, expected) => {
  const [a, b] = [parseVersion(left), parseVersion(right)]
  expect(a && b && Math.sign(compareVersions(a, b))).toBe(expected)
})

test.each([
  ['1.0.0-rc1', '<1.0.0', false],
  ['1.0.0-rc1', '<1.0.0-rc2', true],
  ['1.0.0-rc1', '<=1.0.0', true],
  ['1.0.0-rc1', '>=1.0.0', false],
  ['1.0.0-rc1', '>0.9.0', true],
])('%s meets %s: %s', (text, requirement, expected) => {
  const parsed = parseRequirements([requirement])
  const version = parseVersion(text)
  expect('requirements' in parsed && version && satisfies(version, parsed.requirements)).toBe(
    expected,
  )
})
