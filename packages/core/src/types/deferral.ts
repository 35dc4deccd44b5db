import type { JsonObject, NodeId } from './basics.ts'

/** Where an earlier run left what a node of this project makes. */
export interface DeferredRelation {
  readonly database: string
  readonly schema: string
  readonly alias: string
  readonly relationName: string | undefined
  /** As `model.defer_relation` shows it. */
  readonly json: JsonObject
}

/** What an earlier run offers in place of what this one does not build. */
export interface Deferral {
  readonly relations: ReadonlyMap<NodeId, DeferredRelation>
  /** `--defer`: references to what the target lacks go there. Otherwise `defer_relation` names it, and nothing else does. */
  readonly redirects: boolean
  /** `--favor-state`: references to what is not selected go there in any case. */
  readonly favorsState: boolean
}
