import { diagnostic, type Outcome } from '@btn/diagnostics'
import type { JsonObject } from '@btn/core'
import type { Call } from './commands/command.ts'
import { globalOptions } from './options/global.ts'
import { toFlagName } from './options/spec.ts'
import {
  findNamelessVars,
  readSettingsText,
  readWarnErrorOptions,
  type LoadOptions,
} from './project.ts'

type GivenFlags = NonNullable<LoadOptions['flags']>

/** What the command line says about the flags of core, under their names there. Core itself reads the environment and the project. */
export function givenFlags(call: Call): Outcome<GivenFlags> {
  const entries = Object.entries(call.options).map(([key, value]) => [toSnakeCase(key), value])
  const warnings = readWarnings(call)
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
  return readMapping('--vars', text, findNamelessVars)
}

/** @param findFaults - what is wrong with it besides */
export function readMapping(
  option: string,
  text: string | undefined,
  findFaults?: typeof findNamelessVars,
): Outcome<JsonObject> {
  if (text === undefined) return { value: {}, diagnostics: [] }
  const { value, diagnostics } = readSettingsText({ path: option, text })
  if (value)
    return { value: value.value, diagnostics: [...diagnostics, ...(findFaults?.(value) ?? [])] }
  const nothing = { key: option, expected: 'a mapping', found: 'empty' }
  const faults = diagnostics.length > 0 ? diagnostics : [diagnostic('yaml-wrong-type', nothing)]
  return { value: {}, diagnostics: faults }
}

/** Of the command line; what is set there counts for more than `warn_error` elsewhere, but both there contradict each other. */
function readWarnings({ options }: Call): Outcome<JsonObject | undefined> {
  const text = options.warnErrorOptions
  if (text === undefined) return { value: undefined, diagnostics: [] }
  const path = `--${toFlagName('warnErrorOptions' satisfies keyof typeof globalOptions)}`
  const { value, diagnostics } = readWarnErrorOptions({ path, text })
  const conflict = options.warnError
    ? [diagnostic('options-conflict', { first: '--warn-error', second: path })]
    : []
  return { value: { ...value }, diagnostics: [...conflict, ...diagnostics] }
}
