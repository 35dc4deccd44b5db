import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import { expect, test } from 'vitest'
import type { WarnErrorOptions } from './flags-table.ts'
import { createSeverityFilter } from './warnings.ts'

const key = { key: 'a', where: 'b', nearest: '', at: ['a'] }
const deprecation = diagnostic('yaml-duplicate-key', {
  key: 'a',
  file: 'm.yml',
  line: 2,
  column: 1,
})

const settings = {
  require_all_warnings_handled_by_warn_error: true,
  strict: false,
  warn_error: false,
}

const cases: readonly (readonly [boolean, Partial<WarnErrorOptions>, string | undefined])[] = [
  [false, {}, 'warning'],
  [true, {}, 'error'],
  [false, { error: ['all'] }, 'error'],
  [false, { error: ['*'] }, 'error'],
  [false, { error: ['yaml-duplicate-key'] }, 'error'],
  [false, { error: ['DuplicateYAMLKeysDeprecation'] }, 'error'],
  [false, { error: ['D024'] }, 'error'],
  [false, { error: ['Deprecations'] }, 'error'],
  [false, { error: ['D025'] }, 'warning'],
  [true, { warn: ['D024'] }, 'warning'],
  [false, { error: ['all'], warn: ['Deprecations'] }, 'warning'],
  [false, { error: ['D024'], warn: ['Deprecations'] }, 'error'],
  [false, { error: ['D024'], silence: ['Deprecations'] }, 'error'],
  [false, { error: ['D024'], silence: ['D024'] }, undefined],
  [false, { silence: ['all'] }, undefined],
  [false, { warn: ['D024'], silence: ['all'] }, 'warning'],
]

test.each(cases)('warn_error %s, %j: %s', (warnError, options, expected) => {
  const filter = createSeverityFilter({
    ...settings,
    warn_error: warnError,
    warn_error_options: { error: [], warn: [], silence: [], ...options },
  })
  expect(filter(deprecation)?.severity).toBe(expected)
})

const ofGroups: readonly (readonly [string, Diagnostic, Partial<WarnErrorOptions>, string])[] = [
  [
    'an old name',
    diagnostic('variable-renamed', { old: 'A', instead: 'B' }),
    { error: ['Deprecations'] },
    'error',
  ],
  [
    'an event of another family',
    diagnostic('nothing-selected', {}),
    { error: ['Deprecations'] },
    'warning',
  ],
  ['advice', diagnostic('yaml-key-unknown', key), { error: ['all', 'Deprecations'] }, 'warning'],
  ['advice that is named', diagnostic('yaml-key-unknown', key), { error: ['D027'] }, 'error'],
  [
    'what dbt has no event for',
    diagnostic('target-key-unknown', key),
    { error: ['all'] },
    'warning',
  ],
  [
    'our own code',
    diagnostic('target-key-unknown', key),
    { error: ['target-key-unknown'] },
    'error',
  ],
]

test.each(ofGroups)('%s, with groups', (_, item, options, expected) => {
  const filter = createSeverityFilter({
    ...settings,
    warn_error_options: { error: [], warn: [], silence: [], ...options },
  })
  expect(filter(item)?.severity).toBe(expected)
})

test('errors stay what they are', () => {
  const filter = createSeverityFilter({
    ...settings,
    warn_error_options: { error: [], warn: ['all'], silence: ['all'] },
  })
  const error = diagnostic('vars-twice', {})
  expect(filter(error)).toBe(error)
})

test.each([
  [true, 'error', undefined],
  [false, 'warning', 'warning'],
])('with all warnings handled %s, an untimed batch is %s', (isHandled, severity, silenced) => {
  const untimed = diagnostic('microbatch-inputs-untimed', { name: 'm' })
  const common = { ...settings, require_all_warnings_handled_by_warn_error: isHandled }
  const none: WarnErrorOptions = { error: [], warn: [], silence: [] }
  const strict = createSeverityFilter({ ...common, warn_error: true, warn_error_options: none })
  const quiet = createSeverityFilter({
    ...common,
    warn_error_options: { ...none, silence: ['MicrobatchModelNoEventTimeInputs'] },
  })
  expect(strict(untimed)?.severity).toBe(severity)
  expect(quiet(untimed)?.severity).toBe(silenced)
  expect(strict(deprecation)?.severity).toBe('error')
})

test('strict mode takes unknown keys for mistakes', () => {
  const none: WarnErrorOptions = { error: [], warn: [], silence: ['all'] }
  const filter = createSeverityFilter({ ...settings, strict: true, warn_error_options: none })
  expect(filter(deprecation)?.severity).toBe('error')
  expect(filter(diagnostic('target-path-deprecated', {}))).toBeUndefined()
})
