import { kinds, type Kind } from './basics.ts'

/** `model` of `model.shop.orders`; undefined where it is no id of a page. Ids of operations begin with that word, too. */
export function kindOfId(id: string): Kind | undefined {
  const word = id.slice(0, id.indexOf('.'))
  return kinds.find((it) => it === word)
}

/** The address of a page inside the site, as dbt's own site spells it: `#!/model/model.shop.orders`. */
export function linkTo(id: string): string {
  return `#!/${kindOfId(id) ?? 'node'}/${encodeURIComponent(id)}`
}

/** Which of `count` files holds what belongs to an id (FNV-1a, 32 bits): known from the id alone, so that a deep link needs one file. */
export function chunkOf(id: string, count: number): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < id.length; at++) {
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193)
  }
  return (hash >>> 0) % count
}
