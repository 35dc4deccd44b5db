import {
  catalogue,
  diagnostic,
  findNearest,
  span,
  type Diagnostic,
  type Outcome,
  type Source,
  type Span,
} from '@btn/diagnostics'
import type { Json, JsonObject } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { describe, readYaml } from '../yaml/index.ts'
import { eventNames } from './event-names.ts'
import type { WarnErrorOptions } from './flags-table.ts'
import { isNameOfV2 } from './v2-event-names.ts'

export const noOptions: WarnErrorOptions = { error: [], warn: [], silence: [] }

/** dbt's old names of the keys. */
const oldKeys = { error: 'include', warn: 'exclude' } as const

type Group = keyof typeof oldKeys

const groups: readonly Group[] = ['error', 'warn']

const everything: readonly string[] = ['all', '*']
const DEPRECATIONS = 'Deprecations'

/** Reads them from the command line or the environment: YAML text. */
export function readWarnErrorOptions(source: Source): Outcome<WarnErrorOptions> {
  const { value: document, diagnostics } = readYaml(source)
  const checked = checkWarnErrorOptions(document.value ?? {}, span(source, 0, source.text.length))
  return { value: checked.value, diagnostics: [...diagnostics, ...checked.diagnostics] }
}

/** Which warnings are errors, which stay and which are not told. */
export function checkWarnErrorOptions(value: Json, where: Span): Outcome<WarnErrorOptions> {
  const diagnostics: Diagnostic[] = []
  const report = (fault: Diagnostic): void => void diagnostics.push(fault)
  const options = isObject(value) ? readGroups(value, where, report) : undefined
  if (!options) {
    const expected = 'a mapping of "error", "warn" and "silence" to names'
    const found = isObject(value) ? `{${Object.keys(value).join(', ')}}` : describe(value)
    const params = { name: 'warn_error_options', value: found, expected }
    report(diagnostic('flag-value-wrong', params, { span: where }))
    return { value: noOptions, diagnostics }
  }
  checkNames(options, where, report)
  checkTogether(options, where, report)
  return { value: options, diagnostics }
}

type Report = (fault: Diagnostic) => void

function readGroups(value: JsonObject, where: Span, report: Report): WarnErrorOptions | undefined {
  const known: readonly string[] = ['error', 'warn', 'silence', 'include', 'exclude']
  if (Object.keys(value).some((key) => !known.includes(key))) return undefined
  const old = groups.filter((key) => oldKeys[key] in value)
  for (const key of old.filter((it) => it in value)) {
    const params = { key: oldKeys[key], instead: key }
    report(diagnostic('warn-error-options-twice', params, { span: where }))
  }
  const renamed = old.filter((it) => !(it in value)).map((it) => oldKeys[it])
  if (renamed.length > 0)
    report(diagnostic('warn-error-options-renamed', { keys: renamed }, { span: where }))
  const read = (key: Group): readonly string[] | undefined =>
    toNames(value[key] ?? value[oldKeys[key]])
  const [error, warn, silence] = [read('error'), read('warn'), toNames(value['silence'])]
  return error && warn && silence && { error, warn, silence }
}

/** A name that nothing has is a slip, and what it should have done would not be done. */
function checkNames(options: WarnErrorOptions, where: Span, report: Report): void {
  for (const name of [...options.error, ...options.warn, ...options.silence]) {
    if (name === DEPRECATIONS || everything.includes(name) || eventNames.has(name)) continue
    if (Object.hasOwn(catalogue, name) || eventCodes().has(name) || isNameOfV2(name)) continue
    const nearest = findNearest(name, [...eventNames, ...Object.keys(catalogue)])
    report(diagnostic('warning-name-unknown', { name, nearest }, { span: where }))
  }
}

function eventCodes(): ReadonlySet<string> {
  return new Set(Object.values(catalogue).flatMap(({ dbt }) => dbt?.code ?? []))
}

/** Leaving a warning one makes sense only where it would be more, or less. */
function checkTogether({ error, warn, silence }: WarnErrorOptions, where: Span, report: Report) {
  if (warn.length === 0 || everything.some((name) => error.includes(name))) return
  if (error.includes(DEPRECATIONS) || silence.includes(DEPRECATIONS)) return
  report(diagnostic('warn-error-options-useless', {}, { span: where }))
}

function toNames(value: Json | undefined): readonly string[] | undefined {
  if (value === undefined || value === null) return []
  if (typeof value === 'string') return [value]
  if (!Array.isArray(value)) return undefined
  const names = value.filter((item) => typeof item === 'string')
  return names.length === value.length ? names : undefined
}
