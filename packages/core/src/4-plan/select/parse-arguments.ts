import { span, type Diagnostic, type Outcome, type Source } from '@btn/diagnostics'
import { parseTerm } from './parse-term.ts'
import type { Combination, Criterion, IndirectSelection, Spec } from './spec.ts'

/** What `ls` and every run take when nothing is said. */
const everything: readonly string[] = [
  'fqn:*',
  'source:*',
  'exposure:*',
  'metric:*',
  'semantic_model:*',
]

/** `--select` minus `--exclude`; spaces unite, commas intersect. */
export function parseArguments(
  select: readonly string[],
  exclude: readonly string[],
  indirect: IndirectSelection,
): Outcome<Spec> {
  const faults: Diagnostic[] = []
  const included =
    select.length > 0
      ? parseUnion('--select', select, indirect, faults)
      : parseUnion(undefined, everything, indirect, faults)
  const excluded = parseUnion('--exclude', exclude, indirect, faults)
  const value: Combination = { kind: 'difference', parts: [included, excluded], indirect: 'eager' }
  return { value, diagnostics: faults }
}

function parseUnion(
  option: string | undefined,
  values: readonly string[],
  indirect: IndirectSelection,
  faults: Diagnostic[],
): Combination {
  const parts = values.flatMap((text) => {
    const source: Source | undefined = option === undefined ? undefined : { path: option, text }
    const terms = [...text.matchAll(/\S+/g)]
    return terms.map((term) => parseIntersection(term[0], term.index, source, indirect, faults))
  })
  return { kind: 'union', parts, indirect }
}

function parseIntersection(
  text: string,
  start: number,
  source: Source | undefined,
  indirect: IndirectSelection,
  faults: Diagnostic[],
): Combination {
  const parts: Criterion[] = []
  let at = start
  for (const piece of text.split(',')) {
    const place = source && span(source, at, at + piece.length)
    const term = parseTerm(piece, indirect, place)
    faults.push(...term.diagnostics)
    if (term.value) parts.push(term.value)
    at += piece.length + 1
  }
  const place = source && span(source, start, start + text.length)
  return {
    kind: 'intersection',
    parts,
    indirect,
    ...(place && { warnsAs: { term: text, span: place } }),
  }
}
