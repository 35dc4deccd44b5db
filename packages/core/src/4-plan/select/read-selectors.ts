import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import type { JsonObject } from '../../types/index.ts'
import { isObject } from '../../types/json.ts'
import { parseDefinition, type FindSpan } from './parse-definition.ts'
import type { IndirectSelection, Spec } from './spec.ts'

export interface Selectors {
  readonly byName: ReadonlyMap<string, Spec>
  /** The selector that applies when nothing is said. */
  readonly defaultName: string | undefined
}

/** Reads the definitions of selectors.yml (name → its entry there). */
export function readSelectors(
  entries: JsonObject,
  indirect: IndirectSelection,
  findSpan: FindSpan,
  report: (fault: Diagnostic) => void,
): Selectors {
  const byName = new Map<string, Spec>()
  let defaultName: string | undefined
  Object.entries(entries).forEach(([name, entry], index) => {
    if (!isObject(entry)) return
    const span = findSpan(['selectors', index, 'definition'])
    const definition = entry['definition'] ?? null
    const spec = parseDefinition(definition, { selector: name, indirect, span, report })
    if (spec) byName.set(name, spec)
    if (entry['default'] !== true) return
    if (defaultName === undefined) defaultName = name
    else {
      const place = { span: findSpan(['selectors', index]) }
      report(diagnostic('selector-default-twice', { first: defaultName, second: name }, place))
    }
  })
  return { byName, defaultName }
}
