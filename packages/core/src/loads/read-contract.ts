import type { Cleaner, Dedupe, InstantForm, RejectLimits, YearBound } from '@btn/adapter'
import type {
  Constraint,
  ContractSpec,
  Json,
  JsonObject,
  RuleCheckSpec,
  RuleSpec,
} from '../types/index.ts'
import { isObject, toStringList } from '../types/json.ts'
import { requireColumn, requirePlaceholders, tell, textsOf, type SpecReader } from './read-spec.ts'

export function readContract(value: JsonObject, reader: SpecReader): ContractSpec {
  const dedupe = isObject(value['dedupe']) ? readDedupe(value['dedupe'], reader) : undefined
  return {
    text: value['text'] === 'keep' ? 'keep' : 'trim',
    types: value['types'] === 'null' ? 'null' : 'reject',
    clean: readCleaners(value['clean'], reader),
    ...(dedupe && { dedupe }),
    rules: [...constraintRules(reader), ...readRules(value['rules'], reader)],
    limits: readLimits(value['limits'], reader),
  }
}

function readCleaners(
  value: Json | undefined,
  reader: SpecReader,
): Readonly<Record<string, Cleaner>> {
  if (!isObject(value)) return {}
  const cleaners: Record<string, Cleaner> = {}
  for (const [column, said] of Object.entries(value)) {
    const path = `contract.clean.${column}`
    requireColumn(reader, column, path)
    const cleaner = typeof said === 'string' ? readShort(said) : readLong(said)
    if (isObject(said)) checkBounds(said, path, reader)
    if (cleaner) cleaners[column] = cleaner
    else tell(reader, 'cleaner-unclear', { column }, path)
  }
  return cleaners
}

/** A likeness is a share, and years are two: anything else would clean nothing, or everything. */
function checkBounds(said: JsonObject, path: string, reader: SpecReader): void {
  const { at_least: share, years } = said
  if (typeof share === 'number' && !(share > 0 && share <= 1)) {
    const params = { key: 'at_least', value: String(share), example: '0.8' }
    tell(reader, 'load-value-unreadable', params, `${path}.at_least`)
  }
  const bounds = Array.isArray(years) ? years.map(readYear) : []
  if (Array.isArray(years) && (bounds.length !== 2 || bounds.includes(undefined))) {
    const params = { key: 'years', value: years.join(', '), example: '[1900, +1]' }
    tell(reader, 'load-value-unreadable', params, `${path}.years`)
  }
}

function readShort(text: string): Cleaner {
  const word = text.trim()
  if (word === 'lower' || word === 'upper' || word === 'title') return { kind: 'case', to: word }
  return { kind: 'sql', sql: text }
}

/** Undefined where it names no cleaner, or several. */
function readLong(said: Json): Cleaner | undefined {
  if (!isObject(said)) return undefined
  const kinds = ['map', 'nearest', 'extract', 'instant'].filter((key) => key in said)
  if (kinds.length !== 1) return undefined
  if (isObject(said['map'])) {
    const values = Object.entries(said['map']).map(([to, from]) => [to, toStringList(from)])
    const otherwise = said['else'] === 'keep' ? 'keep' : 'null'
    return { kind: 'map', values: Object.fromEntries(values), otherwise }
  }
  if (Array.isArray(said['nearest'])) {
    const atLeast = typeof said['at_least'] === 'number' ? said['at_least'] : 0.8
    return { kind: 'nearest', values: toStringList(said['nearest']), atLeast }
  }
  if (typeof said['extract'] === 'string') return { kind: 'extract', pattern: said['extract'] }
  return readInstant(said)
}

const forms: ReadonlySet<string> = new Set<InstantForm>(['iso', 'epoch', 'yyyymmdd'])

function readInstant(said: JsonObject): Cleaner | undefined {
  const found = toStringList(said['instant']).filter((it): it is InstantForm => forms.has(it))
  const [from, to] = Array.isArray(said['years']) ? said['years'].map(readYear) : []
  if (found.length === 0) return undefined
  return { kind: 'instant', forms: found, ...(from && to && { years: [from, to] }) }
}

/** `1900`, or `+1`: so many years after that of the load. YAML reads the latter as 1: no year has one or two digits. */
function readYear(value: Json): YearBound | undefined {
  const text = String(value).trim()
  if (/^[+-]?\d{1,2}$/.test(text)) return { kind: 'after', years: Number(text) }
  return /^\d{3,4}$/.test(text) ? { kind: 'year', year: Number(text) } : undefined
}

function readDedupe(value: JsonObject, reader: SpecReader): Dedupe {
  const key = toStringList(value['key'])
  const ignore = toStringList(value['ignore'])
  for (const name of key) requireColumn(reader, name, 'contract.dedupe.key')
  for (const name of ignore) requireColumn(reader, name, 'contract.dedupe.ignore')
  return {
    rows: value['rows'] === true,
    ignore,
    ...(key.length > 0 && { key }),
    prefer: toStringList(value['prefer']),
    when: value['when'] === 'after_rules' ? 'after_rules' : 'before_rules',
  }
}

/** dbt's own constraints of the columns come first. */
function* constraintRules({ subject, placeOf }: SpecReader): Iterable<RuleSpec> {
  for (const { name: column, constraints } of subject.columns.values()) {
    for (const constraint of constraints) {
      const checks = constraintChecks(column, constraint)
      for (const [name, check] of checks) {
        const place = placeOf('load')
        yield { name: constraint.name ?? name, check, severity: 'error', place }
      }
    }
  }
}

function constraintChecks(
  column: string,
  { type, expression, to, toColumns }: Constraint,
): readonly (readonly [string, RuleCheckSpec])[] {
  const isNotNull = [
    `missing_${column}`,
    { kind: 'sql', sql: `"${column.replaceAll('"', '""')}" is not null` },
  ] as const
  const isUnique = [`duplicate_${column}`, { kind: 'unique', columns: [column] }] as const
  if (type === 'not_null') return [isNotNull]
  if (type === 'unique') return [isUnique]
  if (type === 'primary_key') return [isNotNull, isUnique]
  if (type === 'check' && expression) return [[`check_${column}`, { kind: 'sql', sql: expression }]]
  if (type !== 'foreign_key' || !to) return []
  const check = { kind: 'foreign-key', columns: [column], to, toColumns: toColumns ?? [column] }
  return [[`orphan_${column}`, check as RuleCheckSpec]]
}

/** A table that lists no columns has those of its files. */
function requireReason(reader: SpecReader, text: string, path: string): void {
  const known = [...reader.subject.columns.keys()]
  if (known.length === 0) return
  requirePlaceholders(reader, { text, known, where: 'the reason of a rule' }, `${path}.reason`)
}

function* readRules(value: Json | undefined, reader: SpecReader): Iterable<RuleSpec> {
  if (!isObject(value)) return
  for (const [name, said] of Object.entries(value)) {
    const path = `contract.rules.${name}`
    const rule = typeof said === 'string' ? { check: said } : isObject(said) ? said : {}
    const check = readCheck(rule, path, reader)
    if (!check) {
      tell(reader, 'rule-unclear', { name }, path)
      continue
    }
    const severity = readSeverity(rule['severity'])
    const repair = textsOf(rule['repair'])
    for (const column of Object.keys(repair)) requireColumn(reader, column, `${path}.repair`)
    if ((severity === 'repair') !== Object.keys(repair).length > 0)
      tell(reader, 'rule-repair-unclear', { name }, path)
    const reason = typeof rule['reason'] === 'string' ? rule['reason'] : undefined
    if (reason !== undefined) requireReason(reader, reason, path)
    yield {
      name,
      check,
      severity,
      ...(reason !== undefined && { reason }),
      ...(severity === 'repair' && { repair }),
      place: reader.placeOf(path),
    }
  }
}

function readSeverity(value: Json | undefined): RuleSpec['severity'] {
  return value === 'warn' || value === 'repair' ? value : 'error'
}

/** Undefined where a rule demands nothing, or several things. */
function readCheck(rule: JsonObject, path: string, reader: SpecReader): RuleCheckSpec | undefined {
  const kinds = ['check', 'unique', 'foreign_key'].filter((key) => key in rule)
  if (kinds.length !== 1) return undefined
  if (typeof rule['check'] === 'string') return { kind: 'sql', sql: rule['check'] }
  const isUnique = 'unique' in rule
  const columns = toStringList(isUnique ? rule['unique'] : rule['foreign_key'])
  for (const name of columns) requireColumn(reader, name, path)
  if (isUnique) return columns.length > 0 ? { kind: 'unique', columns } : undefined
  const to = readTarget(rule['to'], columns)
  if (!to) return undefined
  const where = rule['where']
  return { kind: 'foreign-key', columns, ...to, ...(typeof where === 'string' && { where }) }
}

/** `customers.customer_id`, `crm.customers.customer_id`, or `customers(country, id)` for a key of several columns. */
function readTarget(value: Json | undefined, columns: readonly string[]) {
  if (typeof value !== 'string') return undefined
  const several = /^([\w.]+)\s*\(([^)]*)\)$/.exec(value.trim())
  if (several) {
    const toColumns = (several[2] ?? '').split(',').map((it) => it.trim())
    return toColumns.length === columns.length ? { to: several[1] ?? '', toColumns } : undefined
  }
  const dot = value.lastIndexOf('.')
  if (dot === -1 || columns.length !== 1) return undefined
  return { to: value.slice(0, dot).trim(), toColumns: [value.slice(dot + 1).trim()] }
}

function readLimits(value: Json | undefined, reader: SpecReader): RejectLimits {
  const said = isObject(value) ? value : {}
  const errorAbove = readShare(said['error_if'], 'error_if', reader)
  const warnAbove = readShare(said['warn_if'], 'warn_if', reader)
  return {
    ...(errorAbove !== undefined && { errorAbove }),
    ...(warnAbove !== undefined && { warnAbove }),
    per: said['per'] === 'file' ? 'file' : 'load',
  }
}

/** `> 5%` or `> 0.05`, as a share. */
function readShare(value: Json | undefined, key: string, reader: SpecReader): number | undefined {
  if (value === undefined || value === null) return undefined
  const found = /^\s*>\s*(\d+(?:\.\d+)?)\s*(%?)\s*$/.exec(String(value))
  const share = found ? Number(found[1]) / (found[2] ? 100 : 1) : NaN
  if (share >= 0 && share <= 1) return share
  const params = { key, value: String(value), example: '> 5%' }
  tell(reader, 'load-value-unreadable', params, `contract.limits.${key}`)
  return undefined
}
