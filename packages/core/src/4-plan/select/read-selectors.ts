import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import type { Json, JsonObject } from '../../types/index.ts'
import { isObject } from '../../types/json.ts'
import { parseDefinition, type FindSpan } from './parse-definition.ts'
import type { IndirectSelection, Spec } from './spec.ts'

export interface Selectors {
  readonly byName: ReadonlyMap<string, Spec>
  /** Every name, those too whose definition cannot be read. */
  readonly names: ReadonlySet<string>
}

/** One entry of the list in selectors.yml. */
export interface SelectorEntry {
  readonly name: string
  readonly index: number
  readonly json: JsonObject
}

/** The named entries of selectors.yml, from its content (`{selectors: […]}`). */
export function selectorEntries(file: JsonObject): readonly SelectorEntry[] {
  const list = file['selectors']
  if (!Array.isArray(list)) return []
  return (list as readonly Json[]).flatMap((json, index) => {
    const name = isObject(json) ? json['name'] : undefined
    return isObject(json) && typeof name === 'string' ? { name, index, json } : []
  })
}

/** Reads the definitions of selectors.yml. */
export function readSelectors(
  file: JsonObject,
  indirect: IndirectSelection,
  findSpan: FindSpan,
  report: (fault: Diagnostic) => void,
): Selectors {
  const byName = new Map<string, Spec>()
  const names = new Set<string>()
  let defaultName: string | undefined
  for (const { name, index, json } of selectorEntries(file)) {
    names.add(name)
    const path = ['selectors', index, 'definition']
    const definition = json['definition'] ?? null
    const spec = parseDefinition(definition, { selector: name, indirect, path, findSpan, report })
    if (spec) byName.set(name, spec)
    if (json['default'] !== true) continue
    if (defaultName === undefined) defaultName = name
    else {
      const place = { span: findSpan(['selectors', index]) }
      report(diagnostic('selector-default-twice', { first: defaultName, second: name }, place))
    }
  }
  return { byName, names }
}
