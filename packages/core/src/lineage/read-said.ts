import { isPolicy } from '../privacy/policies.ts'
import type { Json, Node, Place, PrivacyPolicy } from '../types/index.ts'
import { isObject } from '../types/json.ts'

/** What a properties file says of the personal data in a column. */
export interface Said {
  readonly name: string
  /** Absent where only something is said about what is there anyway. */
  readonly class?: string
  /** What has been done to the values; of a table that btn loads, what it does. */
  readonly policy?: PrivacyPolicy
  /** Why the values may be seen. */
  readonly release?: string
  readonly place: Place
}

/** By name in lower case. A load applies the policy of a class where a column says none; elsewhere only what is said counts. */
export function readSaid(node: Node): ReadonlyMap<string, Said> {
  const found = new Map<string, Said>()
  if (node.kind === 'source' && node.load) {
    for (const [name, { class: of, policy, release, place }] of Object.entries(node.load.personal))
      found.set(name.toLowerCase(), {
        name,
        class: of,
        policy,
        ...(release !== undefined && { release }),
        place,
      })
    return found
  }
  if (!('columns' in node)) return found
  for (const { name, pii, place } of node.columns.values()) {
    const said = pii === undefined ? undefined : readValue(pii)
    if (said) found.set(name.toLowerCase(), { name, place, ...said })
  }
  return found
}

function readValue(value: Json): Omit<Said, 'name' | 'place'> | undefined {
  if (typeof value === 'string') return { class: value }
  if (!isObject(value)) return undefined
  const { class: of, policy, release } = value
  return {
    ...(typeof of === 'string' && { class: of }),
    ...(typeof policy === 'string' && isPolicy(policy) && { policy }),
    ...(typeof release === 'string' && release.trim() !== '' && { release }),
  }
}
