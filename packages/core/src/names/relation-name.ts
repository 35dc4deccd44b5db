import type { Dialect } from '@btn/adapter'
import { quotePart } from './quote-part.ts'
import type { NamePart } from '../types/index.ts'

interface Named {
  readonly database: string
  readonly schema: string
  readonly alias: string
  readonly unnamed?: readonly NamePart[]
}

/** How a project writes names. */
export interface Writing {
  readonly dialect: Dialect
  readonly quoting: { readonly [part: string]: unknown }
}

/** The complete name as SQL writes it. A model's own `quoting` changes nothing, as in dbt: it is kept and told only. */
export function relationNameOf({ dialect, quoting }: Writing, node: Named): string {
  const parts = [
    ['database', 'database'],
    ['schema', 'schema'],
    ['identifier', 'alias'],
  ] as const
  return parts
    .filter(([, name]) => !node.unnamed?.includes(name))
    .map(([part, name]) => (quoting[part] === false ? node[name] : quotePart(dialect, node[name])))
    .join('.')
}
