import { quotePart } from '../names/quote-part.ts'
import type { Config } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import type { Linking } from './linking.ts'

interface Named {
  readonly database: string
  readonly schema: string
  readonly alias: string
}

/** The complete name as SQL writes it, quoted as the project and the node want it. */
export function relationNameOf(
  linking: Linking,
  node: Named,
  config: Config,
  quoting: Partial<Record<string, boolean>> = linking.parsed.invocation.quoting,
): string {
  const { dialect } = linking.parsed.invocation
  const own = isObject(config['quoting']) ? config['quoting'] : {}
  const parts = [
    ['database', node.database],
    ['schema', node.schema],
    ['identifier', node.alias],
  ] as const
  return parts
    .map(([part, text]) =>
      (own[part] ?? quoting[part]) === false ? text : quotePart(dialect, text),
    )
    .join('.')
}
