import {
  diagnostic,
  findNearest,
  span,
  type Diagnostic,
  type Outcome,
  type Source,
  type Span,
} from '@btn/diagnostics'
import type { Json, JsonObject } from '../types/index.ts'
import { describe, keyPlaceOf, placeOf, type YamlNode } from '../yaml/index.ts'
import { reportReservedNames } from './env-names.ts'
import type { Environment } from './environment.ts'
import { flagTable, type FlagName, type Flags, type WarnErrorOptions } from './flags-table.ts'
import type { LoadOptions } from './options.ts'
import { checkWarnErrorOptions, noOptions, readWarnErrorOptions } from './warn-error-options.ts'

/** `flags:` of the project file (or the old `config:` of profiles.yml), with the tree that knows its places. */
export interface ProjectFlags {
  readonly source: Source
  readonly node: YamlNode
  readonly value: JsonObject
}

type FlagValue = boolean | number | string | undefined

/** A flag's value where it was found, before its type is checked. */
interface Found {
  readonly value: Json
  readonly span: Span | undefined
}

const flagNames = Object.keys(flagTable).filter(isFlagName)

function isOfCommand(name: FlagName): boolean {
  const spec = flagTable[name]
  return 'isOfCommand' in spec && spec.isOfCommand === true
}

function isFlagName(name: string): name is FlagName {
  return Object.hasOwn(flagTable, name)
}

/** Where flags are looked for, besides the command line and the environment. */
export interface FlagFiles {
  readonly project: ProjectFlags | undefined
  /** `flags:` of user_settings.yml: the user's own defaults. */
  readonly user: ProjectFlags | undefined
}

/** Finds every flag: command line, then environment, then `flags:`, then the user's settings, then the default. */
export function resolveFlags(
  given: LoadOptions['flags'],
  environment: Environment,
  { project, user }: FlagFiles,
): Outcome<Flags> {
  const diagnostics: Diagnostic[] = []
  const values: Record<string, FlagValue> = {}
  for (const name of flagNames) {
    const cli = given?.[name]
    if (cli !== undefined) values[name] = cli
    else values[name] = resolveOne(name, environment, { project, user }, diagnostics)
  }
  followLeaders(values, given, environment, project)
  diagnostics.push(...checkNames(project), ...findRenamed(environment))
  diagnostics.push(...reportReservedNames(environment))
  const options = resolveWarnErrorOptions(given, environment, project)
  diagnostics.push(...options.diagnostics)
  // The loop above has filled in every name of the table with a value of its type.
  const flags = { ...values, warn_error_options: options.value } as unknown as Flags
  return { value: flags, diagnostics }
}

function resolveOne(
  name: FlagName,
  environment: Environment,
  { project, user }: FlagFiles,
  diagnostics: Diagnostic[],
): FlagValue {
  const found =
    findInEnvironment(name, environment) ??
    findInProject(name, project) ??
    findInProject(name, user)
  if (!found) return flagTable[name].default
  const checked = checkValue(name, found)
  if (!('problem' in checked)) return checked.value
  diagnostics.push(checked.problem)
  return flagTable[name].default
}

/** Names that dbt has given up but still obeys. */
const oldNames: Readonly<Partial<Record<FlagName, string>>> = {
  defer: 'DBT_DEFER_TO_STATE',
  favor_state: 'DBT_FAVOR_STATE_MODE',
  state: 'DBT_ARTIFACT_STATE_PATH',
}

function findInEnvironment(name: FlagName, environment: Environment): Found | undefined {
  if (!environment.hasFlags || !flagTable[name].isGlobal) return undefined
  const upper = name.toUpperCase()
  const names = [`BTN_${upper}`, `DBT_ENGINE_${upper}`, `DBT_${upper}`]
  const old = oldNames[name]
  // As in dbt, the old name comes before the new one while it is set.
  if (old !== undefined) names.splice(1, 0, old)
  for (const variable of names) {
    const value = environment.peek(variable)
    if (value === undefined || value === '') continue
    return { value, span: span({ path: variable, text: value }, 0, value.length) }
  }
  const isSilenced = name === 'print' && isTrueWord(environment.peek('DBT_NO_PRINT') ?? '')
  return isSilenced ? { value: false, span: undefined } : undefined
}

/** Variables that are set under a name that dbt has given up. */
function findRenamed(environment: Environment): readonly Diagnostic[] {
  if (!environment.hasFlags) return []
  const renamed = [
    ...Object.entries(oldNames).map(([name, old]) => [old, name] as const),
    ['DBT_NO_PRINT', 'print'] as const,
  ]
  return renamed.flatMap(([old, name]) => {
    if (environment.peek(old) === undefined) return []
    const params = { old, instead: `DBT_ENGINE_${name.toUpperCase()}` }
    return [diagnostic('variable-renamed', params)]
  })
}

function findInProject(name: FlagName, project: ProjectFlags | undefined): Found | undefined {
  const value = isOfCommand(name) ? undefined : project?.value[name]
  if (!project || value === undefined || value === null) return undefined
  const place = placeOf(project.source.path, project.node, [name])
  return { value, span: span(project.source, place.start, place.end) }
}

const trueWords = new Set(['1', 'true', 't', 'yes', 'y', 'on'])
const falseWords = new Set(['0', 'false', 'f', 'no', 'n', 'off'])

function isTrueWord(text: string): boolean {
  return trueWords.has(text.toLowerCase())
}

function checkValue(
  name: FlagName,
  found: Found,
): { readonly value: FlagValue } | { readonly problem: Diagnostic } {
  const spec = flagTable[name]
  const { value } = found
  const isWord = typeof value === 'string'
  if (typeof spec.default === 'boolean') {
    if (typeof value === 'boolean') return { value }
    if (isWord && isTrueWord(value)) return { value: true }
    if (isWord && falseWords.has(value.toLowerCase())) return { value: false }
    return wrong(name, found, 'true or false')
  }
  if (typeof spec.default === 'number') {
    const number = isWord ? Number(value) : value
    if (typeof number === 'number' && Number.isInteger(number)) return { value: number }
    return wrong(name, found, 'a whole number')
  }
  if ('choices' in spec && spec.choices) {
    const word = String(value).toLowerCase()
    const allowed: readonly string[] = spec.choices
    return allowed.includes(word) ? { value: word } : wrong(name, found, allowed.join(', '))
  }
  return isWord ? { value } : wrong(name, found, 'text')
}

function wrong(name: string, found: Found, expected: string): { readonly problem: Diagnostic } {
  const value = describe(found.value)
  return {
    problem: diagnostic('flag-value-wrong', { name, value, expected }, { span: found.span }),
  }
}

/** What is set for the terminal holds for the log file, too, unless that is set by itself. */
function followLeaders(
  values: Record<string, FlagValue>,
  given: LoadOptions['flags'],
  environment: Environment,
  project: ProjectFlags | undefined,
): void {
  const isSet = (name: FlagName): boolean =>
    given?.[name] !== undefined ||
    findInEnvironment(name, environment) !== undefined ||
    findInProject(name, project) !== undefined
  for (const name of ['use_colors', 'log_level', 'log_format'] as const) {
    if (isSet(name) && !isSet(`${name}_file`)) values[`${name}_file`] = values[name]
  }
}

function checkNames(project: ProjectFlags | undefined): readonly Diagnostic[] {
  if (!project) return []
  const ofProject = flagNames.filter((name) => !isOfCommand(name))
  const known: readonly string[] = [...ofProject, 'warn_error_options']
  const unknown = Object.keys(project.value).filter((key) => !known.includes(key))
  return unknown.map((key) => {
    const place = keyPlaceOf(project.source.path, project.node, [key])
    const nearest = findNearest(key, known)
    const where = '"flags"'
    return diagnostic(
      'yaml-key-unknown',
      { key, where, nearest },
      { span: span(project.source, place.start, place.end) },
    )
  })
}

function resolveWarnErrorOptions(
  given: LoadOptions['flags'],
  environment: Environment,
  project: ProjectFlags | undefined,
): Outcome<WarnErrorOptions> {
  const cli = given?.warn_error_options
  if (cli) return { value: { ...noOptions, ...cli }, diagnostics: [] }
  for (const prefix of ['BTN', 'DBT_ENGINE', 'DBT']) {
    const name = `${prefix}_WARN_ERROR_OPTIONS`
    const text = environment.peek(name)
    if (text) return readWarnErrorOptions({ path: name, text })
  }
  const value = project?.value['warn_error_options']
  if (!project || value === undefined || value === null)
    return { value: noOptions, diagnostics: [] }
  const place = placeOf(project.source.path, project.node, ['warn_error_options'])
  return checkWarnErrorOptions(value, span(project.source, place.start, place.end))
}
