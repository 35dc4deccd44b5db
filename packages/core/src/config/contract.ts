import type { Config } from '../types/index.ts'
import { isObject } from '../types/json.ts'

/** True when the columns that properties list are a promise, checked before the relation is made. */
export function isContractEnforced({ config }: { readonly config: Config }): boolean {
  const contract = config['contract']
  return isObject(contract) && contract['enforced'] === true
}
