import type { Config, Model } from '../types/index.ts'

/** Who may refer to a model: `protected` where nothing that dbt knows is said. */
export function toAccess(value: Config[string] | undefined): Model['access'] {
  return value === 'private' || value === 'public' ? value : 'protected'
}
