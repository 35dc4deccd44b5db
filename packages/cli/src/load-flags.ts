import { diagnostic, type Diagnostic, type Outcome } from '@btn/diagnostics'
import type { JsonObject } from '@btn/core'
import type { Call } from './commands/command.ts'
import { globalOptions } from './options/global.ts'
import { toFlagName } from './options/spec.ts'
import { readSettingsText, type LoadOptions } from './project.ts'

type GivenFlags = NonNullable<LoadOptions['flags']>

/** What the command line says about the flags of core, under their names there. Core itself reads the environment and the project. */
export function givenFlags(call: Call): Outcome<GivenFlags> {
  const entries = Object.entries(call.options).map(([key, value]) => [toSnakeCase(key), value])
  const warnings = readWarnErrorOptions(call.options.warnErrorOptions)
  const flags: Record<string, unknown> = Object.fromEntries(entries)
  delete flags['warn_error_options']
  if (warnings.value) flags['warn_error_options'] = warnings.value
  // Names and kinds of the options are those of core's table of flags; what it does not know there it does not look at.
  return { value: flags as GivenFlags, diagnostics: warnings.diagnostics }
}

function toSnakeCase(key: string): string {
  return toFlagName(key).replaceAll('-', '_')
}

/** `--vars`: a mapping in YAML, of which JSON is a part. */
export function readVars(text: string | undefined): Outcome<JsonObject> {
  return readMapping('--vars', text)
}

export function readMapping(option: string, text: string | undefined): Outcome<JsonObject> {
  if (text === undefined) return { value: {}, diagnostics: [] }
  const { value, diagnostics } = readSettingsText({ path: option, text })
  return { value: value?.value ?? {}, diagnostics }
}

const groups: Readonly<Record<string, 'error' | 'warn' | 'silence'>> = {
  error: 'error',
  include: 'error',
  warn: 'warn',
  exclude: 'warn',
  silence: 'silence',
}

function readWarnErrorOptions(text: string | undefined): Outcome<JsonObject | undefined> {
  if (text === undefined) return { value: undefined, diagnostics: [] }
  const option = `--${toFlagName('warnErrorOptions' satisfies keyof typeof globalOptions)}`
  const { value, diagnostics } = readMapping(option, text)
  const options: Record<string, readonly string[]> = {}
  const faults: Diagnostic[] = [...diagnostics]
  for (const [key, names] of Object.entries(value)) {
    const group = groups[key]
    if (!group) {
      const expected = 'a mapping of error, warn and silence'
      faults.push(diagnostic('invalid-option-value', { option, value: key, expected }))
    } else options[group] = (Array.isArray(names) ? names : [names]).map(String)
  }
  return { value: options, diagnostics: faults }
}
