import { createHash } from 'node:crypto'
import { diagnostic, type Diagnostic, type Span } from '@btn/diagnostics'
import type { DriftPolicy, FileOptions } from '@btn/adapter'
import type {
  Column,
  Json,
  JsonObject,
  LoadSpec,
  PersonalColumns,
  Place,
  StrategySpec,
} from '../types/index.ts'
import { isObject, toStringList } from '../types/json.ts'
import type { LoadPatch } from '../2-parse/properties/index.ts'
import { findPlaceholders } from '../names/placeholders.ts'
import { placeIn } from './place-in.ts'
import { readContract } from './read-contract.ts'
import { readQuarantine } from './read-quarantine.ts'

/** The table whose settings are read. */
export interface LoadSubject {
  readonly sourceName: string
  readonly tableName: string
  readonly columns: ReadonlyMap<string, Column>
  readonly place: Place
}

/** Where mistakes are told, and where what was written stands. */
export interface SpecReader {
  readonly subject: LoadSubject
  placeOf(path: string): Place
  report(item: Diagnostic): void
  spanOf(place: Place): Span
}

/**
 * What a table's merged settings say of its load; undefined where nothing is loaded. Shapes were held against the schema before, so
 * what is of another type here was told already and is passed over.
 */
export function readLoadSpec(
  { settings, places }: LoadPatch,
  options: Pick<SpecReader, 'subject' | 'report' | 'spanOf'>,
  personal: PersonalColumns,
): LoadSpec | undefined {
  const load = settings['load']
  const { subject } = options
  if (!isObject(load) || load['from'] === undefined) return undefined
  const reader: SpecReader = {
    ...options,
    placeOf: (path) => placeIn(places, path) ?? subject.place,
  }
  const from = toStringList(load['from']).map((text) => fillTable(text, subject))
  const format = load['format']
  const drift = readDrift(load['drift'])
  const spec: Omit<LoadSpec, 'hash'> = {
    from,
    ...(typeof format === 'string' && { format: format as NonNullable<LoadSpec['format']> }),
    options: readOptions(load['options'], reader),
    rename: readRename(load['rename'], drift, reader),
    drift,
    strategy: readStrategy(load, from, reader),
    lineage: toStringList(load['lineage']).filter(isLineage),
    once: load['once'] !== false,
    contract: readContract(objectAt(settings, 'contract'), reader),
    quarantine: readQuarantine(objectAt(settings, 'quarantine'), reader),
    personal,
    place: places['load'] ?? subject.place,
    places,
  }
  return { ...spec, hash: hashOf(spec, subject) }
}

/** `{table}` in texts of a source that hold for each of its tables. */
export function fillTable(text: string, { tableName, sourceName }: LoadSubject): string {
  return text.replaceAll('{table}', tableName).replaceAll('{source}', sourceName)
}

function objectAt(settings: JsonObject, key: string): JsonObject {
  const value = settings[key]
  return isObject(value) ? value : {}
}

export function textsOf(value: Json | undefined): Readonly<Record<string, string>> {
  if (!isObject(value)) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, it]) => (typeof it === 'string' ? [[key, it]] : [])),
  )
}

function isLineage(word: string): word is LoadSpec['lineage'][number] {
  return word === 'file' || word === 'line' || word === 'loaded_at'
}

function readOptions(value: Json | undefined, reader: SpecReader): FileOptions {
  if (!isObject(value)) return {}
  const { delimiter, quote, escape, header, encoding } = value
  const maxField = value['max_field']
  const bytes = maxField === undefined || maxField === null ? undefined : toBytes(maxField)
  if (bytes === null) {
    const params = { key: 'max_field', value: String(maxField), example: '64MB' }
    tell(reader, 'load-value-unreadable', params, 'load.options.max_field')
  }
  return {
    ...(typeof delimiter === 'string' && { delimiter }),
    ...(typeof quote === 'string' && { quote }),
    ...(typeof escape === 'string' && { escape }),
    ...(typeof header === 'boolean' && { header }),
    ...(typeof encoding === 'string' && { encoding }),
    ...(typeof bytes === 'number' && { maxField: bytes }),
  }
}

const units: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 }

/** `64MB`, `512 KiB`, `1000000`; null for anything else. */
function toBytes(value: Json): number | null {
  const found = /^\s*(\d+(?:\.\d+)?)\s*([kmg]?)(?:i?b)?\s*$/i.exec(String(value))
  const unit = units[found?.[2]?.toLowerCase() ?? '']
  return found && unit !== undefined ? Math.round(Number(found[1]) * unit) : null
}

function readDrift(value: Json | undefined): DriftPolicy {
  const said = textsOf(value)
  return {
    missing: (said['missing'] ?? 'fill') as DriftPolicy['missing'],
    extra: (said['extra'] ?? 'warn') as DriftPolicy['extra'],
  }
}

/** What is renamed becomes a column of the table, if the table does not take whatever comes. */
function readRename(
  value: Json | undefined,
  { extra }: DriftPolicy,
  reader: SpecReader,
): Readonly<Record<string, string>> {
  const rename = textsOf(value)
  if (extra === 'add') return rename
  for (const [header, name] of Object.entries(rename))
    requireColumn(reader, name, `load.rename.${header}`)
  return rename
}

function readStrategy(load: JsonObject, from: readonly string[], reader: SpecReader): StrategySpec {
  const kind = load['strategy'] ?? 'replace'
  if (kind === 'upsert') {
    const key = toStringList(load['unique_key'])
    if (key.length === 0) lack(reader, 'upsert', 'unique_key')
    for (const name of key) requireColumn(reader, name, 'load.unique_key')
    return { kind, key }
  }
  if (kind === 'partition') {
    const column = load['partition']
    if (typeof column !== 'string') lack(reader, 'partition', 'partition')
    if (!from.some((text) => text.includes('{date}')))
      tell(reader, 'load-partition-undated', {}, 'load.from')
    return { kind, column: String(column ?? '') }
  }
  return { kind: kind === 'append' ? 'append' : 'replace' }
}

function lack(reader: SpecReader, strategy: string, key: string): void {
  tell(reader, 'load-strategy-needs', { strategy, key }, 'load.strategy')
}

/** A column that is named must be there; a table that lists none has those of its files. */
export function requireColumn(reader: SpecReader, name: string, path: string): void {
  const { columns, tableName } = reader.subject
  if (columns.size === 0 || findColumn(columns, name) !== undefined) return
  const params = { name, table: tableName, known: [...columns.keys()] }
  tell(reader, 'load-column-unknown', params, path)
}

export function findColumn(columns: ReadonlyMap<string, Column>, name: string): string | undefined {
  if (columns.has(name)) return name
  const lower = name.toLowerCase()
  return [...columns.keys()].find((it) => it.toLowerCase() === lower)
}

/** What stands in braces is filled in: anything else there is a slip. */
export function requirePlaceholders(
  reader: SpecReader,
  { text, known, where }: { text: string; known: readonly string[]; where: string },
  path: string,
): void {
  for (const name of findPlaceholders(text)) {
    if (!known.includes(name)) tell(reader, 'placeholder-unknown', { name, where, known }, path)
  }
}

type Tell = Parameters<typeof diagnostic>

export function tell<C extends Tell[0]>(
  reader: SpecReader,
  code: C,
  params: Parameters<typeof diagnostic<C>>[1],
  path: string,
): void {
  reader.report(diagnostic(code, params, { span: reader.spanOf(reader.placeOf(path)) }))
}

function hashOf(spec: Omit<LoadSpec, 'hash'>, { columns }: LoadSubject): string {
  const {
    from: _from,
    place: _place,
    places: _places,
    quarantine: _quarantine,
    once: _once,
    ...rest
  } = spec
  const types = [...columns].map(([name, { dataType }]) => [name, dataType])
  const text = JSON.stringify([rest, types], (key, value: unknown) =>
    key === 'place' ? undefined : value,
  )
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
