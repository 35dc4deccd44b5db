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
export type FindSpan = (path: Path) => Span | undefined

type Path = readonly (string | number)[]

/** What the reading of one selector carries along. */
interface Reading {
  readonly selector: string
  readonly indirect: IndirectSelection
  /** Where in selectors.yml the part stands that is being read. */
  readonly path: Path
  readonly findSpan: FindSpan
  readonly report: (fault: Diagnostic) => void
}

function inside(reading: Reading, ...keys: Path): Reading {
  return { ...reading, path: [...reading.path, ...keys] }
}

function spanOf({ findSpan, path }: Reading): Span | undefined {
  return findSpan(path)
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
  const term = parseTerm(text, reading.indirect, textSpan(text, spanOf(reading)))
  term.diagnostics.forEach(reading.report)
  return term.value
}

/** The place of a scalar's text: inside the quotation marks, where it has them. */
function textSpan(text: string, place: Span | undefined): Span | undefined {
  if (!place || place.source.text.startsWith(text, place.start)) return place
  const start = place.start + 1
  return place.source.text.startsWith(text, start)
    ? { ...place, start, end: start + text.length }
    : place
}

/** As in dbt, an entry with `exclude` only excludes, whatever else it says; there may be one per operator. */
function parseOperator(kind: Operator, definition: JsonObject, reading: Reading): Spec | undefined {
  const entries = definition[kind]
  if (!Array.isArray(entries)) return fail(reading, `expected a list below ${kind}`)
  const included: Spec[] = []
  let excluded: Spec | undefined
  let exclusions = 0
  for (const [index, entry] of (entries as readonly Json[]).entries()) {
    const own = inside(reading, kind, index)
    if (isObject(entry) && 'exclude' in entry) {
      excluded = parseExclusions(entry['exclude'], own)
      exclusions++
    } else {
      const part = parsePart(entry, own)
      if (part) included.push(part)
    }
  }
  if (exclusions > 1)
    return fail(reading, `expected one exclude below ${kind}, found ${exclusions}`)
  return subtract({ kind, parts: included, indirect: 'eager' }, excluded)
}

function parseExclusions(entries: Json | undefined, reading: Reading): Spec | undefined {
  if (!Array.isArray(entries)) return fail(reading, 'expected a list below exclude')
  const parts = (entries as readonly Json[]).flatMap(
    (entry, index) => parsePart(entry, inside(reading, 'exclude', index)) ?? [],
  )
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
  const span = spanOf(reading)
  const method = readMethod(String(written['method']), '', span)
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
    ...(span && { span }),
  }
}

function toReach(isTaken: Json | undefined, depth: Json | undefined): Reach {
  if (!isTaken) return 'none'
  return depth ? Number(depth) : 'all'
}

function fail(reading: Reading, problem: string): undefined {
  const params = { selector: reading.selector, problem }
  reading.report(diagnostic('selector-definition', params, { span: spanOf(reading) }))
  return undefined
}
