import type { DependsOn, RefCall, Resource, SourceCall } from './node.ts'
import type { JsonObject, Place } from './basics.ts'

/** What is told of the data and never built: who uses it, what is measured in it. In the graph, so that it is selected and drawn. */
interface Described extends Resource {
  /** What the resource says of itself beside the keys that all have, in the shape of dbt's manifest. */
  readonly definition: JsonObject
  readonly refs: readonly RefCall[]
  readonly sources: readonly SourceCall[]
  /** Metrics that it names: `[name]` or `[package, name]`. */
  readonly metrics: readonly (readonly string[])[]
  readonly dependsOn: DependsOn
  readonly group?: string
  readonly place: Place
}

export interface Exposure extends Described {
  readonly kind: 'exposure'
}

export interface Metric extends Described {
  readonly kind: 'metric'
}

export interface SemanticModel extends Described {
  readonly kind: 'semantic_model'
}

export interface SavedQuery extends Described {
  readonly kind: 'saved_query'
}

export type DescribedNode = Exposure | Metric | SemanticModel | SavedQuery
