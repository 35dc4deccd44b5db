import type { Node } from '../types/index.ts'

/** What the log calls the relation of a node; undefined for what has none. */
export function loggedName(node: NamedInLog): string
export function loggedName(node: Node): string | undefined
export function loggedName(node: Node | NamedInLog): string | undefined {
  if ('identifier' in node) return `${node.schema}.${node.identifier}`
  return 'alias' in node ? `${node.schema}.${node.alias}` : undefined
}

type NamedInLog = { readonly schema: string } & (
  { readonly identifier: string } | { readonly alias: string }
)
