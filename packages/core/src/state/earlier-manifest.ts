import { parse } from '@btn/jinja'
import { readConfigCall } from '../config/written-config.ts'
import { DBT_VERSION } from '../dbt-version.ts'
import type { Json, JsonObject } from '../types/index.ts'
import { isObject, objectAt } from '../types/json.ts'

/** Where a manifest keeps what can be selected. */
const sections = [
  'nodes',
  'sources',
  'exposures',
  'metrics',
  'semantic_models',
  'unit_tests',
  'saved_queries',
  'functions',
] as const

/**
 * A manifest that an earlier run of btn or of any dbt 1.x left (schema v4 to v12). Nodes are shown in the shape of
 * today, whatever the version; each is brought into it when somebody asks.
 */
export class EarlierManifest {
  readonly #json: JsonObject
  /** `state_modified_compare_more_unrendered_values` */
  readonly comparesWritten: boolean
  readonly #isOfToday: boolean
  readonly #upgraded = new Map<string, JsonObject>()

  constructor(json: JsonObject, comparesWritten: boolean) {
    this.#json = json
    this.comparesWritten = comparesWritten
    const version = this.#metadata['dbt_version']
    this.#isOfToday = version === undefined || version === DBT_VERSION
  }

  /** True when btn itself wrote it: then its built-in macros are the same texts. */
  get isOurs(): boolean {
    return 'btn_version' in this.#metadata
  }

  get macros(): JsonObject {
    return objectAt(this.#json, 'macros')
  }

  /** A node, source, exposure, … by its id. */
  findNode(id: string): JsonObject | undefined {
    for (const section of sections) {
      const node = objectAt(this.#json, section)[id]
      if (isObject(node)) return section === 'nodes' ? this.#upgrade(id, node) : node
    }
    return undefined
  }

  /** Models, seeds, snapshots, tests, analyses and operations. */
  *nodes(): Iterable<readonly [id: string, node: JsonObject]> {
    for (const [id, node] of Object.entries(objectAt(this.#json, 'nodes'))) {
      if (isObject(node)) yield [id, this.#upgrade(id, node)]
    }
  }

  get functions(): JsonObject {
    return objectAt(this.#json, 'functions')
  }

  get #metadata(): JsonObject {
    return objectAt(this.#json, 'metadata')
  }

  #upgrade(id: string, node: JsonObject): JsonObject {
    const known = this.#upgraded.get(id)
    if (known) return known
    const upgraded = this.#withWrittenConfig(withAccess(withCode(node)))
    this.#upgraded.set(id, upgraded)
    return upgraded
  }

  /** Other versions of dbt noted the settings of `config()` in other words: they are read again from the code. */
  #withWrittenConfig(node: JsonObject): JsonObject {
    const [code, written] = [node['raw_code'], node['unrendered_config']]
    if (!this.comparesWritten || this.#isOfToday || isPlainTest(node)) return node
    if (typeof code !== 'string' || !code.includes('config(')) return node
    if (!isObject(written) || Object.keys(written).length === 0) return node
    const { value } = parse({ path: 'manifest.json', text: code })
    return { ...node, unrendered_config: { ...written, ...readConfigCall(value) } }
  }
}

/** Until v6 code was called SQL. */
function withCode(node: JsonObject): JsonObject {
  if (!('raw_sql' in node) && !('compiled_sql' in node)) return node
  const { raw_sql, compiled_sql, ...rest } = node
  return {
    ...rest,
    ...(raw_sql !== undefined && { raw_code: raw_sql }),
    ...(compiled_sql !== undefined && { compiled_code: compiled_sql }),
  }
}

/** Until v9 nobody asked who may use a model. */
function withAccess(node: JsonObject): JsonObject {
  if (node['resource_type'] !== 'model' || 'access' in node) return node
  return { ...node, access: 'protected' }
}

function isPlainTest(node: JsonObject): boolean {
  const macros = objectAt(node, 'depends_on')['macros']
  const [only, ...others]: readonly Json[] = Array.isArray(macros) ? macros : []
  if (node['resource_type'] !== 'test' || others.length > 0) return false
  return only === 'macro.dbt.test_not_null' || only === 'macro.dbt.test_unique'
}
