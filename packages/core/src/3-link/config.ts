import type { ConfigTree, ConfigTreeKey, Package, Project } from '../1-load/index.ts'
import { configDefaults } from '../config/defaults.ts'
import { mergeConfig, overlayConfig } from '../config/merge.ts'
import { withTexts } from '../config/text-settings.ts'
import { withWritten } from '../config/with-written.ts'
import type { Config, Json, JsonObject, NodeKind } from '../types/index.ts'
import { isObject } from '../types/json.ts'

const TREES: Readonly<Record<NodeKind, ConfigTreeKey | undefined>> = {
  model: 'models',
  // dbt 1.12 configures analyses as models, unless a behaviour flag says otherwise.
  analysis: 'models',
  seed: 'seeds',
  snapshot: 'snapshots',
  test: 'data_tests',
  unit_test: 'unit_tests',
  function: 'functions',
  source: 'sources',
  // Hooks are nodes like models to dbt, which configures them so.
  operation: 'models',
  // The project file cannot say anything of them: dbt would refuse it.
  monitor: undefined,
  exposure: 'exposures',
  report: undefined,
  metric: 'metrics',
  semantic_model: 'semantic-models',
  saved_query: 'saved-queries',
}

export interface ConfigInput {
  readonly kind: NodeKind
  readonly packageName: string
  readonly fqn: readonly string[]
  /** From a properties file; `unrendered` is what stands below `config:`. */
  readonly patch?: { readonly rendered: Config; readonly unrendered: Config } | undefined
  /** From the file itself. */
  readonly call: Config
  readonly unrenderedCall?: JsonObject
}

export interface ResolvedConfig {
  readonly config: Config
  readonly unrendered: Config
}

/** Settings of a node, weakest first: defaults, its project's tree, properties, the file, the root project's tree. */
export function resolveConfig(project: Project, input: ConfigInput): ResolvedConfig {
  const own = project.packages.get(input.packageName) ?? project.rootPackage
  const key = treeKey(project, input.kind)
  const base = fromTree(own, key, input)
  let { config, unrendered } = base
  // What dbt notes as written for a function is what the project's tree says of models.
  if (input.kind === 'function') unrendered = fromTree(own, 'models', input).unrendered
  const add = (stronger: Config, written: Config) => {
    config = mergeConfig(config, stronger)
    unrendered = overlayConfig(unrendered, written)
  }
  const comparesWritten = project.flags.state_modified_compare_more_unrendered_values
  const { patch, call } = input
  if (patch) add(patch.rendered, comparesWritten ? withWritten(patch) : patch.rendered)
  add(call, comparesWritten ? (input.unrenderedCall ?? call) : call)
  if (!own.isRoot && key) {
    for (const level of settingsAlong(project.rootPackage.configs[key], input.fqn)) {
      add(level.rendered, level.written)
    }
  }
  if (patch) config = withFirst(config, base.config, call)
  if (config === base.config) config = base.finished ??= finish(config, input.kind)
  else config = finish(config, input.kind)
  return { config, unrendered }
}

/** dbt reads properties when it knows the file's own settings already, so that settings that btn does not know keep that order. */
function withFirst(config: Config, base: Config, call: Config): Config {
  const early = Object.keys(call).filter((key) => !Object.hasOwn(base, key) && key in config)
  if (early.length === 0) return config
  const ordered: Record<string, Json> = { ...base }
  for (const key of early) ordered[key] = config[key] ?? null
  return Object.assign(ordered, config)
}

function treeKey(project: Project, kind: NodeKind): ConfigTreeKey | undefined {
  if (kind === 'analysis' && project.flags.require_corrected_analysis_fqns) return 'analyses'
  return TREES[kind]
}

/** What the nodes of a folder begin with. */
interface Base extends ResolvedConfig {
  /** For nodes that add nothing: thousands have one object, which is filled in once. */
  finished?: Config
}

/** By the deepest folder of the tree that a path reaches: all nodes there begin with the same settings. */
type Bases = Map<NodeKind, Base>
const bases = new WeakMap<JsonObject, Bases>()

function fromTree(
  owner: Package,
  key: ConfigTreeKey | undefined,
  { kind, fqn }: ConfigInput,
): Base {
  const defaults = configDefaults[kind]
  if (!key) return { config: defaults, unrendered: {} }
  const tree = owner.configs[key]
  const deepest = [...levels(tree.rendered.value, fqn)].at(-1) ?? tree.rendered.value
  let known = bases.get(deepest)
  if (!known) bases.set(deepest, (known = new Map()))
  const found = known.get(kind)
  if (found) return found
  let base: Base = { config: defaults, unrendered: {} }
  for (const { rendered, written } of settingsAlong(tree, fqn)) {
    base = {
      config: mergeConfig(base.config, rendered),
      unrendered: overlayConfig(base.unrendered, written),
    }
  }
  known.set(kind, base)
  return base
}

/** What the project's tree says to somebody who is no node: dbt lets groups take what is meant for models. */
export function settingsOfModels(
  project: Project,
  packageName: string,
  fqn: readonly string[],
): Config {
  const owner = project.packages.get(packageName) ?? project.rootPackage
  let config: Config = {}
  for (const { rendered } of settingsAlong(owner.configs.models, fqn)) {
    config = mergeConfig(config, rendered)
  }
  return config
}

interface LevelSettings {
  readonly rendered: Config
  readonly written: Config
}

/** What the tree says on the way to a node, the outermost first. */
function settingsAlong(tree: ConfigTree, fqn: readonly string[]): readonly LevelSettings[] {
  const written = [...levels(tree.unrendered, fqn)]
  return [...levels(tree.rendered.value, fqn)].flatMap((level, index) => {
    const rendered = settingsOf(level)
    if (!rendered) return []
    return [{ rendered, written: settingsOf(written[index] ?? level) ?? rendered }]
  })
}

/** The tree's root and what lies below it along the node's path. */
function* levels(tree: JsonObject, fqn: readonly string[]): Iterable<JsonObject> {
  let level: Json | undefined = tree
  yield tree
  for (const part of fqn) {
    level = (level as JsonObject)[part]
    if (!isObject(level)) return
    yield level
  }
}

/** Of one level: keys with `+`, and keys whose value cannot be a folder. */
function settingsOf(level: JsonObject): Config | undefined {
  let settings: Record<string, Json> | undefined
  for (const key in level) {
    const value = level[key] ?? null
    if (key.startsWith('+')) (settings ??= {})[key.slice(1).trim()] = value
    else if (!isObject(value)) (settings ??= {})[key] = value
  }
  return settings
}

/** Names that the user did not choose are null, as in dbt. */
function withAllNames(config: Config): Config {
  const key = 'snapshot_meta_column_names'
  const names = config[key]
  const all = configDefaults.snapshot[key]
  return isObject(names) && isObject(all) ? { ...config, [key]: { ...all, ...names } } : config
}

/** `delimiter: 5` is a text, too. */
function withTextDelimiter(config: Config): Config {
  const { delimiter } = config
  return typeof delimiter === 'number' ? { ...config, delimiter: String(delimiter) } : config
}

const STORE_AS: Readonly<Record<string, Json>> = { ephemeral: false, table: true, view: true }

function finish(config: Config, kind: NodeKind): Config {
  const filled = withDefaults(config, configDefaults[kind])
  return finishTest(withFreshness(withPlainContract(withTexts(filled)), kind), kind)
}

/** As in dbt, nothing is no answer where the default is a word, a number or a truth value. */
function withDefaults(config: Config, defaults: Config): Config {
  let filled: Record<string, Json> | undefined
  for (const [key, value] of Object.entries(defaults)) {
    if (config[key] !== null || value === null || typeof value === 'object') continue
    filled ??= { ...config }
    filled[key] = value
  }
  return filled ?? config
}

/** dbt knows two settings of a contract, and keeps no others. */
function withPlainContract(config: Config): Config {
  const { contract } = config
  if (!isObject(contract) || Object.keys(contract).length <= 2) return config
  const { enforced = false, alias_types = true } = contract
  return { ...config, contract: { enforced, alias_types } }
}

/** Of the freshness of a model dbt keeps when it is to be built again, and nothing else. */
function withFreshness(config: Config, kind: NodeKind): Config {
  const { freshness } = config
  if (kind !== 'model' || freshness === undefined || freshness === null) return config
  const after = isObject(freshness) ? freshness['build_after'] : undefined
  if (after === undefined) return { ...config, freshness: null }
  if (!isObject(after) || 'updates_on' in after) return config
  return { ...config, freshness: { build_after: { ...after, updates_on: 'any' } } }
}

function finishTest(config: Config, kind: NodeKind): Config {
  if (kind === 'snapshot') return withAllNames(config)
  if (kind === 'seed') return withTextDelimiter(config)
  if (kind !== 'test') return config
  const as = config['store_failures_as']
  if (typeof as === 'string') return { ...config, store_failures: STORE_AS[as] ?? true }
  const store = config['store_failures']
  if (typeof store !== 'boolean') return config
  return { ...config, store_failures_as: store ? 'table' : 'ephemeral' }
}
