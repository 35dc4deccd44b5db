import { diagnostic, type Diagnostic, type Span } from '@btn/diagnostics'
import type { ProjectFile } from '../1-load/index.ts'
import type { ParsedCode } from '../2-parse/index.ts'
import type { NodePatch } from '../2-parse/properties/index.ts'
import { findConfigCall } from '../config/find-config-call.ts'
import { isContractEnforced } from '../config/contract.ts'
import { LazyMap } from '../lazy-map.ts'
import { isPythonFile } from '../python/is-python.ts'
import type { Column, Constraint, Json, Model, Place } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { checkMicrobatch } from './check-microbatch.ts'
import type { Linking } from './linking.ts'
import type { Patched } from './patches.ts'

interface Written {
  readonly file: ProjectFile
  readonly code: ParsedCode
  readonly patched: Patched<NodePatch> | undefined
}

type Checked = Omit<Model, 'rawCode'>

/** Who checks a model, and how it tells what is wrong and where a setting was written. */
interface Check {
  readonly report: (item: Diagnostic) => void
  readonly placeOf: (setting: string) => Span
}

/** What a model promises and cannot keep, as far as its settings and properties tell. */
export function checkModel(linking: Linking, model: Checked, written: Written): void {
  const check: Check = {
    report: (item) => void linking.diagnostics.push(item),
    placeOf: (setting) => placeOfSetting(linking, written, setting),
  }
  if (model.access === 'public' && model.config['materialized'] === 'ephemeral') {
    const where = { span: check.placeOf('access') }
    check.report(diagnostic('ephemeral-public', { name: model.name }, where))
  }
  // Columns that are made on demand have no constraints.
  const columns = model.columns instanceof LazyMap ? [] : [...model.columns.values()]
  checkPrimaryKeys(linking, model, columns)
  checkBuildAfter(model, check)
  const isDescribed = written.patched !== undefined
  if (isContractEnforced(model)) checkContract(model, { columns, isDescribed }, check)
  checkMicrobatch(linking, model, check.placeOf)
}

function checkContract(
  { name, config, ...model }: Checked,
  { columns, isDescribed }: { readonly columns: readonly Column[]; readonly isDescribed: boolean },
  { report, placeOf }: Check,
): void {
  if (isPythonFile(model.originalPath))
    report(diagnostic('contract-of-python', { name }, { span: placeOf('contract') }))
  // Of a model that no properties describe, the database finds out.
  if (isDescribed && model.columns.size === 0)
    report(diagnostic('contract-without-columns', { name }, { span: placeOf('contract') }))
  const materialized = String(config['materialized'])
  const value = String(config['on_schema_change'])
  if (materialized === 'incremental' && !['append_new_columns', 'fail'].includes(value)) {
    const where = { span: placeOf('on_schema_change') }
    report(diagnostic('contract-schema-change', { name, value }, where))
  }
  if (materialized === 'table' || materialized === 'incremental') return
  const all = [...model.constraints, ...columns.flatMap((column) => column.constraints)]
  if (all.some((constraint) => constraint.warnUnsupported))
    report(diagnostic('constraint-unused', { name, materialized }, { span: placeOf('contract') }))
}

const PERIODS: readonly Json[] = ['minute', 'hour', 'day']

/** A count and a period belong together. */
function checkBuildAfter({ name, config }: Checked, { report, placeOf }: Check): void {
  const { freshness } = config
  if (!isObject(freshness)) return
  const problem = buildAfterProblem(freshness['build_after'])
  if (problem === undefined) return
  report(diagnostic('build-after-invalid', { name, problem }, { span: placeOf('freshness') }))
}

function buildAfterProblem(after: Json | undefined): string | undefined {
  if (!isObject(after)) return '`count` and `period`'
  const { count = null, period = null, updates_on: updatesOn = 'any' } = after
  if (period !== null && !PERIODS.includes(period)) return '`period` that is a unit of time'
  if (count !== null && !Number.isInteger(count)) return '`count` that is a whole number'
  if (updatesOn !== 'any' && updatesOn !== 'all') return '`updates_on` that is any or all'
  if (period !== null && count === null) return '`count` if a `period` is provided'
  if (count !== null && period === null) return '`period` if a `count` is provided'
  return undefined
}

function checkPrimaryKeys(linking: Linking, model: Checked, columns: readonly Column[]): void {
  const keys = columns.filter((column) => column.constraints.some(isPrimaryKey))
  const [first, second] = keys
  const ofModel = model.constraints.some(isPrimaryKey)
  if (!first || (!second && !ofModel)) return
  const place: Place = second?.place ?? first.place
  const params = { name: model.name, columns: keys.map((column) => column.name), ofModel }
  const where = { span: linking.project.sources.spanOf(place) }
  linking.diagnostics.push(diagnostic('primary-key-twice', params, where))
}

function isPrimaryKey({ type }: Constraint): boolean {
  return type === 'primary_key'
}

/** In `config()`, in the properties, or else the beginning of the file. */
function placeOfSetting({ project }: Linking, written: Written, setting: string): Span {
  const { file, code, patched } = written
  const source = project.sources.read(file.file).value
  const called = source && findConfigCall(source, code, setting)
  if (called) return called
  const place =
    patched?.version?.config.places[setting] ??
    patched?.patch.config.places[setting] ??
    patched?.patch.namePlace
  return project.sources.spanOf(place ?? { file: file.file, start: code.start, end: code.start })
}
