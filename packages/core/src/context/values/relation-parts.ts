import { toText, type Value } from '@btn/jinja'

export type RelationPart = 'database' | 'schema' | 'identifier'
export const RELATION_PARTS: readonly RelationPart[] = ['database', 'schema', 'identifier']

/** Which parts are said, or quoted. */
export type Flags = Readonly<Record<RelationPart, boolean>>
export const everything: Flags = { database: true, schema: true, identifier: true }

/** Given flags over others. */
export function readFlags(args: readonly (Value | undefined)[], from: Flags): Flags {
  const flags: Record<RelationPart, boolean> = { ...from }
  RELATION_PARTS.forEach((part, index) => {
    const value = args[index]
    if (typeof value === 'boolean') flags[part] = value
  })
  return flags
}

/** A part as templates give it: none and undefined are no part. */
export function readPart(value: Value | undefined): string | undefined {
  return value === undefined || value === null || isUndefined(value) ? undefined : toText(value)
}

function isUndefined(value: Value): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'typeName' in value &&
    value.typeName === 'Undefined'
  )
}
