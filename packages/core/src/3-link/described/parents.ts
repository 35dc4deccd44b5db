import { diagnostic, findNearest } from '@btn/diagnostics'
import { findParents } from '../../described/metric.ts'
import { inputName, list, objects } from '../../described/parts.ts'
import type { Lookup } from '../../context/lookup.ts'
import type {
  DescribedNode,
  Json,
  JsonObject,
  Metric,
  Model,
  Node,
  NodeId,
  SavedQuery,
  SemanticModel,
} from '../../types/index.ts'
import { isObject } from '../../types/json.ts'
import type { Linking } from '../linking.ts'
import {
  checkAccess,
  reportMissingMetric,
  reportMissingRef,
  reportMissingSource,
} from '../mistakes.ts'
import { report } from './definition.ts'

/** Everything that can be a parent of what is described. */
export class DescribedParents {
  readonly #linking: Linking
  readonly #lookup: Lookup
  readonly #metrics: readonly Metric[]
  readonly #semanticModels: readonly SemanticModel[]
  readonly #disabled: readonly SemanticModel[]
  readonly #inputs = new Map<NodeId, readonly JsonObject[]>()

  constructor(linking: Linking, lookup: Lookup, all: readonly DescribedNode[]) {
    const enabled = all.filter((node) => node.config['enabled'] !== false)
    this.#linking = linking
    this.#lookup = lookup
    this.#metrics = enabled.filter((node) => node.kind === 'metric')
    this.#semanticModels = enabled.filter((node) => node.kind === 'semantic_model')
    this.#disabled = all
      .filter((node) => node.kind === 'semantic_model')
      .filter((node) => node.config['enabled'] === false)
  }

  /** The node with its parents, and with what only they tell. */
  complete(node: DescribedNode): DescribedNode {
    switch (node.kind) {
      case 'exposure':
        return this.#withParents(node, [...this.#references(node), ...this.#named(node)])
      case 'saved_query':
        return this.#withParents(node, this.#metricsOf(node))
      case 'semantic_model':
        return this.#completeSemanticModel(node)
      case 'metric':
        return this.#completeMetric(node)
    }
  }

  #withParents<N extends DescribedNode>(node: N, parents: readonly (Node | undefined)[]): N {
    const ids = parents.flatMap((it) => (it ? [it.id] : []))
    return { ...node, dependsOn: { nodes: [...new Set(ids)], macros: [] } }
  }

  #references(node: DescribedNode): readonly Node[] {
    const found: Node[] = []
    for (const call of node.sources) {
      const it = this.#lookup.findSource(node.packageName, call.source, call.table)
      if (it && it !== 'disabled') found.push(it)
      else reportMissingSource(this.#linking, node, call, it === 'disabled', this.#lookup)
    }
    for (const call of node.refs) {
      const it = this.#lookup.findRef(node.packageName, call.name, call.package, call.version)
      if (it && it !== 'disabled') {
        checkAccess(this.#linking, node, it, call)
        found.push(it)
      } else reportMissingRef(this.#linking, node, call, it === 'disabled', this.#lookup)
    }
    return found
  }

  #named(node: DescribedNode): readonly (Node | undefined)[] {
    return node.metrics.map((path) => {
      const [owner, name = owner ?? ''] = path.length > 1 ? path : [undefined, path[0]]
      return this.#findMetric(node, name, owner)
    })
  }

  #metricsOf(node: SavedQuery): readonly (Node | undefined)[] {
    const params = node.definition['query_params']
    const names = isObject(params) ? list(params['metrics']) : []
    return names.map((name) => this.#findMetric(node, String(name)))
  }

  #findMetric(node: DescribedNode, name: string, owner?: string): Node | undefined {
    const found = this.#lookup.findMetric(node.packageName, name, owner)
    if (found && found !== 'disabled') return found
    const call = { name, place: node.place, by: node.kind === 'metric' ? node.name : undefined }
    reportMissingMetric(this.#linking, call, found === 'disabled', this.#lookup)
    return undefined
  }

  #completeSemanticModel(node: SemanticModel): SemanticModel {
    const [model] = this.#references(node)
    const relation = model?.kind === 'model' ? relationOf(model) : null
    const { model: text, ...rest } = node.definition
    const definition = { model: text ?? null, node_relation: relation, ...rest }
    return { ...this.#withParents(node, [model]), definition }
  }

  #completeMetric(node: Metric): Metric {
    const { measures, metrics, semanticModel } = findParents(node.definition)
    const parents = [
      ...measures.map((measure) => this.#findMeasure(node, inputName(measure) ?? '')),
      ...(semanticModel === undefined
        ? []
        : [this.#semanticModels.find((it) => it.name === semanticModel)]),
      ...metrics.map((name) => this.#findMetric(node, name)),
    ]
    const params = node.definition['type_params']
    const typeParams: JsonObject = {
      ...(isObject(params) ? params : {}),
      input_measures: this.#inputMeasures(node),
    }
    const definition = { ...node.definition, type_params: typeParams }
    return { ...this.#withParents(node, parents), definition }
  }

  #findMeasure(node: Metric, name: string): SemanticModel | undefined {
    const hasIt = (it: SemanticModel) => measuresOf(it).includes(name)
    const found = this.#semanticModels.find(hasIt)
    if (!found) this.#reportMeasure(node, name, this.#disabled.find(hasIt))
    return found
  }

  #reportMeasure(node: Metric, name: string, owner: SemanticModel | undefined): void {
    const known = this.#semanticModels.flatMap(measuresOf)
    const params = { name, metric: node.name }
    const item = owner
      ? diagnostic('measure-disabled', { ...params, owner: owner.name })
      : diagnostic('measure-not-found', { ...params, nearest: findNearest(name, known) })
    report(this.#linking, node.place, item)
  }

  /** The measures of a metric and of all metrics that it is made of, each once. */
  #inputMeasures(node: Metric): readonly JsonObject[] {
    const known = this.#inputs.get(node.id)
    if (known) return known
    // A metric that is made of itself ends here; the graph tells of the cycle.
    this.#inputs.set(node.id, [])
    const { measures, metrics } = findParents(node.definition)
    const inner = metrics.flatMap((name) => {
      const metric = this.#metrics.find((it) => it.name === name)
      return metric ? this.#inputMeasures(metric) : []
    })
    const all = new Map([...measures, ...inner].map((it) => [JSON.stringify(it), it] as const))
    this.#inputs.set(node.id, [...all.values()])
    return [...all.values()]
  }
}

function measuresOf({ definition }: SemanticModel): readonly string[] {
  return objects(definition['measures']).map((measure) => String(measure['name']))
}

function relationOf(model: Model): Json {
  return {
    alias: model.alias,
    schema_name: model.schema,
    database: model.database,
    relation_name: model.relationName ?? null,
  }
}
