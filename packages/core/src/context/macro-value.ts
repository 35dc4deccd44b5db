import type { Relation } from '@btn/adapter'
import { fromJs, type Value } from '@btn/jinja'
import type { Context } from './context.ts'
import type { MacroArgument } from './runtime.ts'
import { RelationValue } from './values/relation.ts'

/** What the runner hands to a macro, as templates see it. */
export function toMacroValue(context: Context, argument: MacroArgument): Value {
  const inner = (value: MacroArgument): Value => toMacroValue(context, value)
  if (Array.isArray(argument)) return argument.map(inner)
  if (isRelationArgument(argument)) return toRelation(context, argument.relation)
  if (isDictArgument(argument)) {
    const entries = Object.entries(argument.dict).map(([key, value]) => [key, inner(value)])
    return fromJs(Object.fromEntries(entries))
  }
  // What is no list, relation or dict of ours is a template's own value.
  return argument as Value
}

function toRelation({ invocation: { dialect, quoting } }: Context, relation: Relation): Value {
  return new RelationValue(dialect, {
    database: relation.database === '' ? undefined : relation.database,
    schema: relation.schema === '' ? undefined : relation.schema,
    identifier: relation.name,
    type: relation.type,
    quote: quoting,
  })
}

function isRelationArgument(value: MacroArgument): value is { readonly relation: Relation } {
  return isPlainObject(value) && 'relation' in value
}

function isDictArgument(
  value: MacroArgument,
): value is { readonly dict: Readonly<Record<string, MacroArgument>> } {
  return isPlainObject(value) && 'dict' in value
}

function isPlainObject(value: MacroArgument): value is object & MacroArgument {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  )
}
