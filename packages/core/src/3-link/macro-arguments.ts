import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import type { MacroPatch } from '../2-parse/properties/index.ts'
import type { MacroEntry } from '../macros/macro-file.ts'
import type { MacroInfo } from '../types/index.ts'
import type { Linking } from './linking.ts'

type Arguments = MacroInfo['arguments']

/** The types that dbt knows, and how many types each takes in brackets. */
const TYPES: Readonly<Record<string, number>> = {
  str: 0,
  string: 0,
  bool: 0,
  int: 0,
  integer: 0,
  float: 0,
  any: 0,
  list: 1,
  dict: 2,
  optional: 1,
  relation: 0,
  column: 0,
}

/** True for `string`, `list[int]`, `dict[str, optional[int]]`. */
export function isMacroType(text: string): boolean {
  return skipType(text.replace(/[ \t]/g, '')) === ''
}

/** What follows a type at the beginning of the text; undefined where none stands there. */
function skipType(text: string): string | undefined {
  const name = /^[a-z]+/.exec(text)?.[0] ?? ''
  const count = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined
  if (count === undefined) return undefined
  let rest: string | undefined = text.slice(name.length)
  for (let at = 0; at < count; at++) {
    if (!rest?.startsWith(at === 0 ? '[' : ',')) return undefined
    rest = skipType(rest.slice(1))
  }
  if (count === 0) return rest
  return rest?.startsWith(']') ? rest.slice(1) : undefined
}

/** The arguments of a macro's tag. */
export function fromSignature(entry: Pick<MacroEntry, 'arguments'>): Arguments {
  return entry.arguments.map(({ name }) => ({ name, description: '' }))
}

/**
 * What the manifest says of a macro's arguments: what YAML describes, else (with the flag `validate_macro_args`) those of
 * its tag. With the flag both have to agree, and a difference is told.
 */
export function linkArguments(
  linking: Linking,
  entry: MacroEntry,
  patch: MacroPatch | undefined,
  described: Arguments,
): Arguments {
  if (!linking.project.flags.validate_macro_args) return described
  const own = fromSignature(entry)
  if (!patch || described.length === 0) return own
  linking.diagnostics.push(...findMismatches(linking, entry.name, patch, own))
  return described
}

function* findMismatches(
  { project }: Linking,
  macro: string,
  patch: MacroPatch,
  own: Arguments,
): Iterable<Diagnostic> {
  const where = { span: project.sources.spanOf(patch.namePlace) }
  const told = (problem: string): Diagnostic =>
    diagnostic('macro-arguments-differ', { problem }, where)
  for (const [index, { name }] of patch.arguments.slice(0, own.length).entries()) {
    if (own[index]?.name !== name)
      yield told(`Argument ${name} in yaml for macro ${macro} does not match the jinja definition.`)
  }
  if (own.length !== patch.arguments.length)
    yield told(
      `The number of arguments in the yaml for macro ${macro} does not match the jinja definition.`,
    )
  for (const { name, type } of patch.arguments) {
    if (type !== undefined && type.trim() !== '' && !isMacroType(type))
      yield told(`Argument ${name} in the yaml for macro ${macro} has an invalid type.`)
  }
}
