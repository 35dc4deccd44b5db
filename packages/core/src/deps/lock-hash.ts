import { createHash } from 'node:crypto'
import { toPythonJson } from '../python-json.ts'
import type { Json, JsonObject } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import type { PackageSpec } from './package-spec.ts'

/** The `sha1_hash` that dbt writes into package-lock.yml, by which both tell whether the list has changed since. */
export function hashSpecs(specs: readonly PackageSpec[]): string {
  const texts = specs.map((spec) => toPythonJson(sorted(contractOf(spec)))).sort(byCodePoint)
  return createHash('sha1').update(texts.join('\n')).digest('hex')
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The entry as dbt's classes give it back: defaults filled in, whole numbers of a text's place as text. */
function contractOf(spec: PackageSpec): JsonObject {
  const { unrendered } = spec
  const name = spec.name === undefined ? {} : { name: spec.name }
  if (spec.kind === 'local') return { ...name, local: spec.path, unrendered }
  if (spec.kind === 'tarball') return { name: spec.name, tarball: spec.url, unrendered }
  if (spec.kind === 'hub') {
    const isList = Array.isArray(unrendered['version'])
    const versions = spec.versions.map((text, index) =>
      numberOr(text, unrendered, ['version', index]),
    )
    return {
      ...name,
      install_prerelease: spec.allowsPrerelease,
      package: spec.package,
      unrendered,
      version: isList ? versions : numberOr(spec.versions[0] ?? '', unrendered, ['version']),
    }
  }
  const own = { revision: spec.revision, subdirectory: spec.subdirectory }
  const provider = spec.kind === 'private' ? { provider: spec.provider ?? null } : {}
  return {
    ...name,
    ...provider,
    [spec.kind]: spec.address,
    revision: own.revision === undefined ? null : numberOr(own.revision, unrendered, ['revision']),
    subdirectory: own.subdirectory ?? null,
    unrendered,
    'warn-unpinned': spec.warnsUnpinned ? warnOf(unrendered) : false,
  }
}

function warnOf(unrendered: JsonObject): Json {
  return unrendered['warn-unpinned'] === true ? true : null
}

/** dbt keeps a number with a fraction as a number, and makes a whole one text. */
function numberOr(text: string, unrendered: JsonObject, path: readonly (string | number)[]): Json {
  const value = path.reduce<Json | undefined>(
    (at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined),
    unrendered,
  )
  const isFloat =
    (typeof value === 'number' && !Number.isInteger(value)) ||
    (isObject(value) && typeof value['$float'] === 'string')
  return isFloat ? (value ?? text) : text
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  const keys = Object.keys(value).sort(byCodePoint)
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key] ?? null)]))
}
