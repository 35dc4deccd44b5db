import { diagnostic, findNearest, type Diagnostic, type Span } from '@btn/diagnostics'
import type { Json } from '../types/index.ts'
import { describe } from './describe.ts'
import type { Path } from './document.ts'
import { withoutMarkers } from './markers.ts'
import * as schemas from './schemas.generated.js'

/** What compiled schemas report: ajv's error objects, as far as they are read here. */
export interface SchemaError {
  readonly keyword: string
  readonly instancePath: string
  readonly params: Readonly<Record<string, unknown>>
  readonly schema?: unknown
  readonly parentSchema?: SchemaPart
  readonly data?: unknown
}

interface SchemaPart {
  readonly title?: string
  /** `refused`: dbt takes no other keys than those that it knows. `ours`: nor do we, in words that only we know. */
  readonly $comment?: string
  readonly properties?: Readonly<Record<string, unknown>>
  readonly minimum?: number
  readonly maximum?: number
}

export interface Validator {
  (data: unknown): boolean
  errors?: readonly SchemaError[] | null
}

export type SchemaName = 'config' | 'load' | 'packages' | 'project' | 'properties' | 'testConfig'

/** Data to hold against a schema, and where each part of it was written. */
export interface Subject {
  readonly value: Json
  keySpan(path: Path): Span
  valueSpan(path: Path): Span
  /** True for what is not to be reported: that something is wrong there was said before. */
  isKnownWrong?(path: Path): boolean
}

/**
 * Holds data against a schema. Unknown keys are warnings, as in dbt, but in what only we read; whatever else does not fit is one error per value, however many
 * rules it breaks.
 */
export function findMisfits(name: SchemaName, subject: Subject): readonly Diagnostic[] {
  const validator = schemas[name]
  // Schemas know plain numbers only; markers are rare, so they are only looked for when something does not fit.
  if (validator(subject.value) || validator(withoutMarkers(subject.value))) return []
  const diagnostics: Diagnostic[] = []
  for (const group of groupErrors(validator.errors ?? [])) {
    if (subject.isKnownWrong?.(group.path)) continue
    diagnostics.push(...toDiagnostics(name, group, subject))
  }
  return diagnostics
}

interface ErrorGroup {
  readonly path: Path
  readonly errors: readonly SchemaError[]
}

/** By value; where a value has errors inside, its own come from the branches of a choice that it did not take. */
function groupErrors(errors: readonly SchemaError[]): readonly ErrorGroup[] {
  const groups = new Map<string, SchemaError[]>()
  for (const error of errors) {
    const group = groups.get(error.instancePath)
    if (group) group.push(error)
    else groups.set(error.instancePath, [error])
  }
  const paths = [...groups.keys()]
  return [...groups].flatMap(([pointer, group]) => {
    const hasInner = paths.some((other) => other.startsWith(`${pointer}/`))
    const kept = hasInner ? group.filter((error) => !isOfChoice(error)) : group
    return kept.length === 0 ? [] : [{ path: toPath(pointer), errors: kept }]
  })
}

function isOfChoice({ keyword }: SchemaError): boolean {
  return keyword === 'anyOf' || keyword === 'type' || keyword === 'enum'
}

/** A JSON pointer as keys and indices. */
function toPath(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function toDiagnostics(schema: SchemaName, group: ErrorGroup, subject: Subject): Diagnostic[] {
  const isChoice = group.errors.some((error) => error.keyword === 'anyOf')
  const unknown = group.errors.filter((error) => error.keyword === 'additionalProperties')
  const missing = group.errors.filter((error) => error.keyword === 'required')
  // A key that one branch of a choice lacks says nothing when another branch knows it.
  const unknownKeys = isChoice ? keysUnknownEverywhere(unknown) : unknown
  const found = unknownKeys.map((error) => unknownKey(schema, group.path, error, subject))
  const lacking = !isChoice ? missing : found.length > 0 ? [] : missing.slice(0, 1)
  found.push(...lacking.map((error) => missingKey(group.path, error, subject)))
  const [first] = group.errors.filter((error) => error.keyword === 'enum')
  if (first) return [...found, unknownValue(group.path, first, subject)]
  const isOddText = group.errors.some((error) => error.keyword === 'pattern')
  const isDate = isOddText && nameOf(group.path) === 'deprecation_date'
  const range = group.errors.find(({ keyword }) => keyword === 'minimum' || keyword === 'maximum')
  if (range) return [...found, wrongType(group.path, rangeOf(range.parentSchema), subject)]
  // A mapping that one branch of a choice is about need not be the text that another one wants.
  const isMapping = isChoice && (unknown.length > 0 || missing.length > 0)
  const types = isMapping ? [] : group.errors.filter((error) => error.keyword === 'type')
  if (isOddText && !isDate && types.length === 0) return [...found, wrongWord(group.path, subject)]
  const expected = isDate ? 'a date' : typesOf(types)
  if (types.length > 0 || isDate) found.push(wrongType(group.path, expected, subject))
  return found
}

/** Of the branches of a choice, the one that fits best: with the fewest unknown keys. */
function keysUnknownEverywhere(errors: readonly SchemaError[]): readonly SchemaError[] {
  const branches = new Map<unknown, SchemaError[]>()
  for (const error of errors) {
    const branch = branches.get(error.parentSchema) ?? []
    branches.set(error.parentSchema, [...branch, error])
  }
  return [...branches.values()].sort((a, b) => a.length - b.length)[0] ?? []
}

function unknownKey(
  schema: SchemaName,
  path: Path,
  error: SchemaError,
  subject: Subject,
): Diagnostic {
  const key = String(error.params['additionalProperty'])
  const known = Object.keys(error.parentSchema?.properties ?? {})
  const nearest = findNearest(key, known)
  const where = error.parentSchema?.title ?? 'this mapping'
  const isTop = schema === 'properties' && path.length === 0
  const at = { span: subject.keySpan([...path, key]) }
  switch (error.parentSchema?.$comment) {
    case 'refused':
      return diagnostic('yaml-key-refused', { key, where, nearest }, at)
    case 'ours':
      return diagnostic('yaml-key-refused', { key, where, nearest, known }, at)
    default:
      return diagnostic(
        isTop ? 'yaml-key-unknown-top' : 'yaml-key-unknown',
        { key, where, nearest },
        at,
      )
  }
}

function missingKey(path: Path, error: SchemaError, subject: Subject): Diagnostic {
  const key = String(error.params['missingProperty'])
  const where = error.parentSchema?.title ?? 'this mapping'
  return diagnostic('yaml-required-key', { key, where }, { span: subject.valueSpan(path) })
}

function unknownValue(path: Path, error: SchemaError, subject: Subject): Diagnostic {
  const words: readonly unknown[] = Array.isArray(error.schema) ? error.schema : []
  const allowed = words.filter((word) => typeof word === 'string')
  const data = dataAt(subject.value, path)
  const nearest = typeof data === 'string' ? findNearest(data, allowed) : undefined
  return diagnostic(
    'yaml-value-unknown',
    { key: nameOf(path), value: describe(data), allowed, nearest },
    { span: subject.valueSpan(path) },
  )
}

/** Severities are words, which dbt takes in any case. */
function wrongWord(path: Path, subject: Subject): Diagnostic {
  const [allowed, data] = [['warn', 'error'], dataAt(subject.value, path)]
  const nearest = typeof data === 'string' ? findNearest(data, allowed) : undefined
  const params = { key: nameOf(path), value: describe(data), allowed, nearest }
  return diagnostic('yaml-value-unknown', params, { span: subject.valueSpan(path) })
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'a mapping',
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
}

/** What could stand there, in words. */
function typesOf(errors: readonly SchemaError[]): string {
  const types = errors.flatMap((error) => error.params['type'])
  const expected = new Set(types.map((type) => typeNames[String(type)] ?? ''))
  return listed([...expected].filter((name) => name !== ''))
}

function rangeOf({ minimum, maximum }: SchemaPart = {}): string {
  const most = maximum === undefined ? '' : ` to ${maximum}`
  return `a number from ${minimum}${most}`
}

function wrongType(path: Path, expected: string, subject: Subject): Diagnostic {
  const found = describe(dataAt(subject.value, path))
  const params = { key: nameOf(path), expected, found }
  return diagnostic('yaml-wrong-type', params, { span: subject.valueSpan(path) })
}

function listed(names: readonly string[]): string {
  if (names.length <= 1) return names.join('')
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}

/** What the user calls the value: its key, or that of the list that it stands in. */
function nameOf(path: Path): string {
  const keys = path.filter((step) => !/^\d+$/.test(String(step)))
  return String(keys.at(-1) ?? 'the file')
}

function dataAt(value: Json, path: Path): Json {
  let data: unknown = value
  for (const step of path) {
    data = typeof data === 'object' && data !== null ? Reflect.get(data, step) : undefined
  }
  // Paths come from the validator: there is JSON at each of them.
  return (data ?? null) as Json
}
