import type { ColumnPatch } from '../2-parse/properties/index.ts'
import type { ParseResult } from '../2-parse/index.ts'
import { isObject } from '../types/json.ts'

/** Whether any column of the project says whose data it holds: others pay nothing for following it. */
export function declaresPersonal({ properties }: Pick<ParseResult, 'properties'>): boolean {
  return [...properties.values()].some(
    ({ models, seeds, snapshots, sources }) =>
      [...models, ...seeds, ...snapshots].some(isOfPeople) ||
      models.some(({ versions }) => versions.some(({ columns }) => columns.some(isPersonal))) ||
      sources.some(({ tables }) => tables.some(({ columns }) => columns.some(isPersonal))),
  )
}

/** Columns out of the cache are taken apart only where the word is in them. */
function isOfPeople(node: {
  readonly columns: readonly ColumnPatch[]
  readonly columnsText?: string
}): boolean {
  if (node.columnsText !== undefined && !node.columnsText.includes('"pii"')) return false
  return node.columns.some(isPersonal)
}

function isPersonal({ config: { rendered } }: ColumnPatch): boolean {
  const { pii, meta } = rendered
  return pii !== undefined || (isObject(meta) && meta['pii'] !== undefined)
}
