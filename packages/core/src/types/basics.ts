type Brand<T, B extends string> = T & { readonly __brand: B }

/** `model.shop.orders`: the only key used in maps of nodes. */
export type NodeId = Brand<string, 'NodeId'>
/** `macro.shop.cents_to_dollars`. */
export type MacroId = Brand<string, 'MacroId'>

export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

/**
 * Where something was written, as plain data that a cache can hold: `file` is the key of `Project.sources` (the path
 * relative to the project), offsets are UTF-16. `spanOf` makes a Span of it when a person has to see it.
 */
export interface Place {
  readonly file: string
  readonly start: number
  readonly end: number
}

/** A node's settings under dbt's own names; whatever the user adds is kept. */
export type Config = JsonObject
