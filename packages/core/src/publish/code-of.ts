import type { Model } from '../types/index.ts'

/** What a model's partitions are known to have been made by. */
export function codeOf({ checksum }: Pick<Model, 'checksum'>): string {
  return checksum.slice(0, 16)
}
