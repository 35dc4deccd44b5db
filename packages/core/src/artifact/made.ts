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
  /** Where the executed SQL was written. */
  readonly buildPath?: string
}

export const nothingMade: Made = {}
