import { diagnostic, span, type Diagnostic, type Span } from '@btn/diagnostics'
import type { Json, JsonObject } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { findNode, hasTemplate, renderTree, type Path } from '../yaml/index.ts'
import { readIfThere, secretScope, type Ground } from './ground.ts'
import type { SettingsFile } from './read-file.ts'

const FILE = 'catalogs.yml'

/**
 * `catalogs.yml` names places outside of the database to write tables to. DuckDB has no use for any of them, in dbt, either: what the file
 * says is checked as dbt checks it, and a catalog that is well described is refused.
 */
export function checkCatalogs(ground: Ground): readonly Diagnostic[] {
  const path = ground.sources.absolutePath(FILE)
  if (ground.host.findStat(path)?.isDirectory !== false) return []
  const file = readIfThere(ground, FILE)
  if (!file) {
    return [problem('it is empty', { path: FILE, text: '' })]
  }
  const value = hasTemplate(file.source.text)
    ? ground.findings.keep(renderTree(file.source, file.root, secretScope(ground)))
    : file.value
  return new CatalogChecker(file).check(isObject(value) ? value : {}, ground.flags.use_catalogs_v2)
}

function problem(text: string, source: Span['source']): Diagnostic {
  return diagnostic('catalog-malformed', { problem: text }, { span: span(source, 0) })
}

class CatalogChecker {
  readonly #file: SettingsFile
  readonly #diagnostics: Diagnostic[] = []

  constructor(file: SettingsFile) {
    this.#file = file
  }

  check(value: JsonObject, isSecondForm: boolean): readonly Diagnostic[] {
    const { catalogs } = value
    if (isSecondForm) this.#checkKeys(Object.keys(value), ['catalogs'], [])
    if (!Array.isArray(catalogs)) {
      if (catalogs !== undefined) this.#refuse("'catalogs' must be a list", ['catalogs'])
      return this.#diagnostics
    }
    const names = new Set<Json>()
    for (const [index, catalog] of catalogs.entries()) {
      const at = ['catalogs', index]
      if (!isObject(catalog)) this.#refuse('an entry must be a mapping', at)
      else if (isSecondForm) this.#checkSecond(catalog, names, at)
      else this.#checkFirst(catalog, at)
    }
    if (this.#diagnostics.length === 0) {
      for (const [index, catalog] of catalogs.entries()) this.#refuseSupport(catalog, index)
    }
    return this.#diagnostics
  }

  /** `write_integrations`, of which one is active. */
  #checkFirst(
    { name, active_write_integration: active, write_integrations: list }: JsonObject,
    at: Path,
  ): void {
    if (typeof name !== 'string') return this.#refuse("a catalog needs a 'name'", at)
    const written = Array.isArray(list) ? list.filter(isObject) : []
    const names = written.map((it) => String(it['name']))
    const twice = names.find((it, index) => names.indexOf(it) !== index)
    if (twice !== undefined) {
      const text = `Catalog '${name}' cannot have multiple 'write_integrations' with the same name: '${twice}'.`
      this.#refuse(text, [...at, 'write_integrations'])
    } else if (typeof active === 'string' && !names.includes(active)) {
      const known = `[${names.map((it) => `'${it}'`).join(', ')}]`
      const text = `Catalog '${name}' must specify an 'active_write_integration' from its set of defined 'write_integrations': ${known}. Got: '${active}'.`
      this.#refuse(text, [...at, 'active_write_integration'])
    } else if (typeof active !== 'string' && names.length !== 1) {
      const text = `Catalog '${name}' must specify an 'active_write_integration' when multiple 'write_integrations' are provided.`
      this.#refuse(text, at)
    }
  }

  /** The form of `use_catalogs_v2`: `type`, `table_format` and a `config` per platform. */
  #checkSecond(catalog: JsonObject, names: Set<Json>, at: Path): void {
    const keys = ['config', 'name', 'table_format', 'type']
    this.#checkKeys(Object.keys(catalog), keys, at)
    const missing = ['name', 'type', 'table_format', 'config'].filter((key) => !(key in catalog))
    if (missing.length > 0) {
      const list = missing.map((key) => `'${key}'`).join(', ')
      return this.#refuse(`Missing required keys in catalog entry: [${list}]`, at)
    }
    const { name = null, table_format: format, config } = catalog
    if (typeof name !== 'string' || name.trim() === '') {
      return this.#refuse("a catalog's 'name' must be a text", [...at, 'name'])
    }
    if (!['default', 'iceberg'].includes(String(format).toLowerCase())) {
      const text = `Invalid table_format '${String(format)}'. Must be one of ['default', 'iceberg']`
      this.#refuse(text, [...at, 'table_format'])
    }
    if (!isObject(config)) this.#refuse(`Catalog '${name}' config must be a mapping`, at)
    if (names.has(name)) this.#refuse(`Duplicate catalog name '${name}' in catalogs.yml`, at)
    names.add(name)
  }

  #checkKeys(keys: readonly string[], known: readonly string[], at: Path): void {
    const strange = keys.filter((key) => !known.includes(key))
    if (strange.length === 0) return
    const list = strange.map((key) => `'${key}'`).join(', ')
    this.#refuse(`Unknown keys in catalog entry: [${list}]; allowed are ${known.join(', ')}`, at)
  }

  #refuse(text: string, at: Path): void {
    this.#diagnostics.push(
      diagnostic('catalog-malformed', { problem: text }, { span: this.#spanOf(at) }),
    )
  }

  #refuseSupport(catalog: Json, index: number): void {
    const name = isObject(catalog) ? String(catalog['name']) : ''
    const where = { span: this.#spanOf(['catalogs', index]) }
    this.#diagnostics.push(diagnostic('catalog-not-supported', { name }, where))
  }

  #spanOf(at: Path): Span {
    const { source, root } = this.#file
    const { start, end } = findNode(root, at) ?? root
    const lineEnd = source.text.indexOf('\n', start)
    return span(source, start, lineEnd === -1 ? end : Math.min(end, lineEnd))
  }
}
