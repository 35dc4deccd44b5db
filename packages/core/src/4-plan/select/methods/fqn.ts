import type { Method } from './method.ts'

/** `fqn:shop.staging.orders`, `orders`, `staging.*`: the default method. */
export const fqn: Method = {
  name: 'fqn',
  search: ({ value, fqnIndex }) => fqnIndex.search(value),
}
