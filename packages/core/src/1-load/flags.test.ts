import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../types/index.ts'
import { Environment } from './environment.ts'
import { resolveFlags, type ProjectFlags } from './flags.ts'
import type { Flags } from './flags-table.ts'
import type { LoadOptions } from './options.ts'
import { readSettingsText } from './read-file.ts'
import { isObject } from '../types/json.ts'
import { findNode } from '../yaml/index.ts'

interface Setting {
  readonly cli?: LoadOptions['flags']
  readonly environment?: Readonly<Record<string, string>>
  readonly project?: string
  readonly user?: string
}

function projectFlags(text: string): ProjectFlags | undefined {
  const { value: file } = readSettingsText({ path: 'project.yml', text: `flags: ${text}` })
  const node = findNode(file?.root, ['flags'])
  const value = file?.value['flags']
  return file && node && isObject(value) ? { source: file.source, node, value } : undefined
}

function resolve({
  cli,
  environment = {},
  project,
  user,
}: Setting): ReturnType<typeof resolveFlags> {
  const flags = project === undefined ? undefined : projectFlags(project)
  return resolveFlags(cli ?? {}, new Environment(environment, {}), {
    project: flags,
    user: user === undefined ? undefined : projectFlags(user),
  })
}

const cases: readonly (readonly [string, Setting, Partial<Flags>])[] = [
  ['user', { user: '{printer_width: 100}' }, { printer_width: 100 }],
  ['project before user', { user: '{quiet: true}', project: '{quiet: false}' }, { quiet: false }],
  [
    'defaults',
    {},
    { fail_fast: false, printer_width: 80, log_level: 'info', log_level_file: 'debug' },
  ],
  [
    'project',
    { project: '{fail_fast: true, printer_width: 100}' },
    { fail_fast: true, printer_width: 100 },
  ],
  [
    'environment over project',
    { environment: { DBT_FAIL_FAST: '0' }, project: '{fail_fast: true}' },
    { fail_fast: false },
  ],
  [
    'command line over environment',
    { cli: { fail_fast: true }, environment: { DBT_FAIL_FAST: '0' } },
    { fail_fast: true },
  ],
  [
    'BTN_ over DBT_ENGINE_ over DBT_',
    { environment: { DBT_TARGET: 'a', DBT_ENGINE_TARGET: 'b', BTN_TARGET: 'c' } },
    { target: 'c' },
  ],
  ['DBT_ENGINE_', { environment: { DBT_TARGET: 'a', DBT_ENGINE_TARGET: 'b' } }, { target: 'b' }],
  [
    'words of click',
    { environment: { DBT_QUIET: 'Yes', DBT_WRITE_JSON: 'off' } },
    { quiet: true, write_json: false },
  ],
  ['an empty variable', { environment: { DBT_QUIET: '' } }, { quiet: false }],
  [
    'old names',
    { environment: { DBT_DEFER_TO_STATE: '1', DBT_NO_PRINT: '1' } },
    { defer: true, print: false },
  ],
  ['a number', { environment: { DBT_PRINTER_WIDTH: '120' } }, { printer_width: 120 }],
  [
    'a choice',
    { environment: { DBT_INDIRECT_SELECTION: 'Cautious' } },
    { indirect_selection: 'cautious' },
  ],
  [
    'the file follows',
    { cli: { log_level: 'warn', use_colors: false } },
    { log_level_file: 'warn', use_colors_file: false },
  ],
  [
    'unless it is set',
    { cli: { log_level: 'warn', log_level_file: 'info' } },
    { log_level_file: 'info' },
  ],
  [
    'behaviour flags only in the project',
    { environment: { DBT_VALIDATE_MACRO_ARGS: '0' }, project: '{validate_macro_args: true}' },
    { validate_macro_args: true },
  ],
  [
    'warnings as errors',
    {
      project:
        '{warn_error_options: {error: all, warn: [NoNodesSelected], silence: [ref-disabled]}}',
    },
    {
      warn_error_options: { error: ['all'], warn: ['NoNodesSelected'], silence: ['ref-disabled'] },
    },
  ],
  [
    'warnings as errors, from the environment',
    { environment: { DBT_WARN_ERROR_OPTIONS: '{"error": ["Deprecations"], "warn": ["I071"]}' } },
    { warn_error_options: { error: ['Deprecations'], warn: ['I071'], silence: [] } },
  ],
]

describe('flags', () => {
  test.each(cases)('%s', (_, setting, expected) => {
    const { value, diagnostics } = resolve(setting)
    expect(diagnostics.filter(({ code }) => code !== 'variable-renamed')).toEqual([])
    expect(value).toMatchObject(expected)
  })

  const mistakes: readonly (readonly [Setting, string, JsonObject])[] = [
    [{ project: '{fial_fast: true}' }, 'yaml-key-unknown', { nearest: 'fail_fast' }],
    [{ project: '{fail_fast: 3}' }, 'flag-value-wrong', { value: 'the number 3' }],
    [{ environment: { DBT_LOG_LEVEL: 'loud' } }, 'flag-value-wrong', { value: '"loud"' }],
    [
      { environment: { DBT_PRINTER_WIDTH: 'wide' } },
      'flag-value-wrong',
      { expected: 'a whole number' },
    ],
    [{ project: '{warn_error_options: all}' }, 'flag-value-wrong', { value: '"all"' }],
    [{ project: '{warn_error_options: {eror: all}}' }, 'flag-value-wrong', { value: '{eror}' }],
    [
      { project: '{warn_error_options: {error: [NoNodeSelected]}}' },
      'warning-name-unknown',
      { nearest: 'NoNodesSelected' },
    ],
    [
      { project: '{warn_error_options: {include: [NoNodesSelected]}}' },
      'warn-error-options-renamed',
      { keys: ['include'] },
    ],
    [
      { project: '{warn_error_options: {include: [], error: all}}' },
      'warn-error-options-twice',
      { key: 'include', instead: 'error' },
    ],
    [
      { project: '{warn_error_options: {warn: [NoNodesSelected]}}' },
      'warn-error-options-useless',
      {},
    ],
  ]
  test('old names are told', () => {
    const environment = { DBT_FAVOR_STATE_MODE: '1', DBT_ENGINE_FAVOR_STATE: '0' }
    const { value, diagnostics } = resolve({ environment })
    const params = { old: 'DBT_FAVOR_STATE_MODE', instead: 'DBT_ENGINE_FAVOR_STATE' }
    expect(diagnostics).toMatchObject([{ code: 'variable-renamed', params }])
    expect(value.favor_state).toBe(true)
  })

  test.each(mistakes)('%j', (setting, code, params) => {
    expect(resolve(setting).diagnostics).toMatchObject([{ code, params }])
  })
})
