import type { JsonObject } from '../types/index.ts'

/** An ephemeral model that was put in front of a node's SQL. */
export interface ExtraCte {
  readonly id: string
  readonly sql: string
}

/** What the run made of a node: the part of its JSON that the project alone does not tell. Paths as dbt writes them. */
export interface Made {
  readonly compiledCode?: string
  readonly compiledPath?: string
  readonly extraCtes?: readonly ExtraCte[]
  /** They were not put in front of the code. */
  readonly leavesOutCtes?: boolean
  /** Macros that its template called only now, when there was something to ask. */
  readonly macros?: readonly string[]
  /** The other forms of a function, as templates made them. */
  readonly compiledOverloads?: readonly string[]
  /** Where the executed SQL was written. */
  readonly buildPath?: string
  /** Settings that templates changed. */
  readonly settings?: JsonObject
  /** Of a hook that ran: its place among all that ran with it, from 1 on. */
  readonly hookIndex?: number
}

/** How a node is to be written: with the marks of `holes.ts` where its large texts belong, or whole. */
export interface Writing extends Made {
  readonly hasHoles?: boolean
}

export const nothingMade: Made = {}
