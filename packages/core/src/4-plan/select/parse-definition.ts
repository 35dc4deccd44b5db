import { diagnostic, type Diagnostic, type Span } from '@btn/diagnostics'
import type { Json, JsonObject } from '../../types/index.ts'
import { isObject } from '../../types/json.ts'
import { parseTerm, readMethod } from './parse-term.ts'
import {
  indirectSelections,
  type Combination,
  type Criterion,
  type IndirectSelection,
  type Reach,
  type Spec,
} from './spec.ts'

/** Finds the place of a value in selectors.yml: `['selectors', 0, 'definition', 'union']`. */
export type FindSpan = (path: readonly (string | number)[]) => Span | undefined

/** What the reading of one selector carries along. */
interface Reading {
  readonly selector: string
  readonly indirect: IndirectSelection
  readonly span: Span | undefined
  readonly report: (fault: Diagnostic) => void
}

type Operator = 'union' | 'intersection'

/** A selector's `definition` as a specification; undefined where it cannot be read, which is reported. */
export function parseDefinition(definition: Json, reading: Reading): Spec | undefined {
  const keys = isObject(definition) ? Object.keys(definition) : []
  if (keys.length > 1 && keys.some((key) => key === 'union' || key === 'intersection')) {
    const found = keys.join(', ')
    return fail(reading, `only one union or intersection may stand at its root, found ${found}`)
  }
  return parsePart(definition, reading)
}

function parsePart(definition: Json, reading: Reading): Spec | undefined {
  if (typeof definition === 'string') return parseText(definition, reading)
  if (!isObject(definition)) {
    return fail(reading, `expected a string or a mapping, found ${JSON.stringify(definition)}`)
  }
  if ('union' in definition) return parseOperator('union', definition, reading)
  if ('intersection' in definition) return parseOperator('intersection', definition, reading)
  return parseMapping(definition, reading)
}

function parseText(text: string, reading: Reading): Spec | undefined {
  const term = parseTerm(text, reading.indirect, reading.span)
  term.diagnostics.forEach(reading.report)
  return term.value
}

/** As in dbt, an entry with `exclude` only excludes, whatever else it says; there may be one per operator. */
function parseOperator(kind: Operator, definition: JsonObject, reading: Reading): Spec | undefined {
  const entries = definition[kind]
  if (!Array.isArray(entries)) return fail(reading, `expected a list below ${kind}`)
  const included: Spec[] = []
  let excluded: Spec | undefined
  let exclusions = 0
  for (const entry of entries as readonly Json[]) {
    if (isObject(entry) && 'exclude' in entry) {
      excluded = parseExclusions(entry['exclude'], reading)
      exclusions++
    } else {
      const part = parsePart(entry, reading)
      if (part) included.push(part)
    }
  }
  if (exclusions > 1)
    return fail(reading, `expected one exclude below ${kind}, found ${exclusions}`)
  return subtract({ kind, parts: included, indirect: 'eager' }, excluded)
}

function parseExclusions(entries: Json | undefined, reading: Reading): Spec | undefined {
  if (!Array.isArray(entries)) return fail(reading, 'expected a list below exclude')
  const parts = (entries as readonly Json[]).flatMap((entry) => parsePart(entry, reading) ?? [])
  return parts.length > 1 ? { kind: 'union', parts, indirect: 'eager' } : parts[0]
}

function subtract(from: Spec, excluded: Spec | undefined): Spec {
  if (!excluded) return from
  return { kind: 'difference', parts: [from, excluded], indirect: 'eager' } satisfies Combination
}

function parseMapping(definition: JsonObject, reading: Reading): Spec | undefined {
  const [only, ...others] = Object.entries(definition)
  if (only && others.length === 0) return toCriterion({ method: only[0], value: only[1] }, reading)
  if (!('method' in definition && 'value' in definition)) {
    const found = Object.keys(definition).join(', ')
    return fail(reading, `expected the keys method and value, found ${found || 'nothing'}`)
  }
  const criterion = toCriterion(definition, reading)
  if (!criterion || !('exclude' in definition)) return criterion
  return subtract(criterion, parseExclusions(definition['exclude'], reading))
}

function toCriterion(written: JsonObject, reading: Reading): Criterion | undefined {
  const method = readMethod(String(written['method']), '', reading.span)
  method.diagnostics.forEach(reading.report)
  if (!method.value) return undefined
  const indirect = indirectSelections.find((it) => it === written['indirect_selection'])
  if (written['indirect_selection'] !== undefined && !indirect) {
    return fail(reading, `indirect_selection is one of ${indirectSelections.join(', ')}`)
  }
  if (written['children'] && written['childrens_parents']) {
    return fail(
      reading,
      'childrens_parents already takes the children, so it cannot go with children',
    )
  }
  return {
    kind: 'criterion',
    raw: JSON.stringify(written),
    ...method.value,
    value: written['value'] ?? '',
    takesChildrensParents: Boolean(written['childrens_parents']),
    parents: toReach(written['parents'], written['parents_depth']),
    children: toReach(written['children'], written['children_depth']),
    indirect: indirect ?? reading.indirect,
    ...(reading.span && { span: reading.span }),
  }
}

function toReach(isTaken: Json | undefined, depth: Json | undefined): Reach {
  if (!isTaken) return 'none'
  return depth ? Number(depth) : 'all'
}

function fail(reading: Reading, problem: string): undefined {
  const params = { selector: reading.selector, problem }
  reading.report(diagnostic('selector-definition', params, { span: reading.span }))
  return undefined
}
