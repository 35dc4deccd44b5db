import { diagnostic, span, type Diagnostic, type Params, type Span } from '@btn/diagnostics'
import type { Json, JsonObject } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { describe, keyPlaceOf, placeOf } from '../yaml/index.ts'
import type { SettingsFile } from './read-file.ts'

/** Keys of `project.yml` that a `dbt_project.yml` must not have. */
const onlyOurs = ['anchors', 'outputs', 'report-paths', 'target']
/** Keys that dbt takes empty everywhere else, but not here. */
const neverEmpty: Readonly<Record<string, string>> = {
  analyses: 'a mapping',
  data_tests: 'a mapping',
  dispatch: 'a list',
  exposures: 'a mapping',
  flags: 'a mapping',
  functions: 'a mapping',
  metrics: 'a mapping',
  packages: 'a list',
  'restrict-access': 'true or false',
  'saved-queries': 'a mapping',
  'semantic-models': 'a mapping',
  sources: 'a mapping',
  tests: 'a mapping',
  unit_tests: 'a mapping',
}
/** What the schema calls the mappings whose keys dbt knows in full. */
const closed = new Set(['the project', '"quoting"', '"query-comment"'])

/** Two or three numbers; what may follow the third is that of semantic versioning. */
const versionText =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)(\.(0|[1-9]\d*)(-[\da-zA-Z-]+(\.[\da-zA-Z-]+)*)?(\+[\da-zA-Z-]+(\.[\da-zA-Z-]+)*)?)?$/

/** What a `dbt_project.yml` may not say, beyond what no project file may. */
export function checkDbtForm(file: SettingsFile, value: JsonObject): readonly Diagnostic[] {
  return [
    ...onlyOurs.filter((key) => Object.hasOwn(value, key)).map((key) => stranger(file, key)),
    ...Object.keys(neverEmpty).flatMap((key) => empty(file, value, key)),
    ...checkVersionText(file, value['version']),
    ...checkConfigVersion(file, value['config-version']),
    ...checkComment(file, value['query-comment']),
  ]
}

/** An unknown key is an error in a `dbt_project.yml`, a warning in ours. */
export function asInDbt(item: Diagnostic): Diagnostic {
  if (item.code !== 'yaml-key-unknown') return item
  // The code says which parameters these are.
  const params = item.params as Params<'yaml-key-unknown'>
  if (!closed.has(params.where)) return item
  return diagnostic('project-key-unknown', params, { span: item.span })
}

function stranger(file: SettingsFile, key: string): Diagnostic {
  const params = { key, where: 'the project', nearest: undefined }
  return diagnostic('project-key-unknown', params, { span: keySpan(file, key) })
}

function empty(file: SettingsFile, value: JsonObject, key: string): readonly Diagnostic[] {
  if (value[key] !== null) return []
  const params = { key, expected: neverEmpty[key] ?? '', found: describe(null) }
  return [diagnostic('yaml-wrong-type', params, { span: keySpan(file, key) })]
}

function checkVersionText(file: SettingsFile, version: Json | undefined): readonly Diagnostic[] {
  // Numbers that JavaScript would print otherwise come as objects that hold their text.
  const text = isObject(version) ? Object.values(version)[0] : version
  if (typeof text !== 'string' && typeof text !== 'number') return []
  if (versionText.test(String(text))) return []
  const where = { span: valueSpan(file, 'version') }
  return [diagnostic('project-version-invalid', { version: String(text) }, where)]
}

function checkConfigVersion(file: SettingsFile, version: Json | undefined): readonly Diagnostic[] {
  if (typeof version !== 'number' || version === 2) return []
  const where = { span: valueSpan(file, 'config-version') }
  return [diagnostic('project-config-version', { version }, where)]
}

function checkComment(file: SettingsFile, comment: Json | undefined): readonly Diagnostic[] {
  if (typeof comment !== 'boolean') return []
  const params = { key: 'query-comment', expected: 'text or a mapping', found: describe(comment) }
  return [diagnostic('yaml-wrong-type', params, { span: valueSpan(file, 'query-comment') })]
}

function keySpan({ source, root }: SettingsFile, key: string): Span {
  const place = keyPlaceOf(source.path, root, [key])
  return span(source, place.start, place.end)
}

function valueSpan({ source, root }: SettingsFile, key: string): Span {
  const place = placeOf(source.path, root, [key])
  return span(source, place.start, place.end)
}
