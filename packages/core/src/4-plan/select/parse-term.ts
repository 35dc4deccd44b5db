import {
  diagnostic,
  findNearest,
  span as spanOf,
  type Diagnostic,
  type Outcome,
  type Span,
} from '@btn/diagnostics'
import type { Criterion, IndirectSelection, Reach } from './spec.ts'
import { methodNames } from './methods/all.ts'

const TERM =
  /^(?<at>@)?(?<parents>(?<up>\d*)\+)?(?:(?<method>[\p{L}\p{N}_.]+):)?(?<value>.*?)(?<children>\+(?<down>\d*))?$/su

/**
 * Reads one term of the selection grammar. A faulty term yields no criterion. `place` is where it was typed;
 * undefined for terms in selectors.yml whose place is not known.
 */
export function parseTerm(
  text: string,
  indirect: IndirectSelection,
  place: Span | undefined,
): Outcome<Criterion | undefined> {
  const found = TERM.exec(text)?.groups ?? {}
  const value = found['value'] ?? ''
  const method = readMethod(found['method'], value, findMethodPlace(found, place))
  if (found['at'] && found['children']) {
    const fault = diagnostic('selector-at-with-children', { term: text }, { span: place })
    return { value: undefined, diagnostics: [fault, ...method.diagnostics] }
  }
  if (!method.value) return { value: undefined, diagnostics: method.diagnostics }
  const criterion: Criterion = {
    kind: 'criterion',
    raw: text,
    ...method.value,
    value,
    takesChildrensParents: found['at'] !== undefined,
    parents: toReach(found['parents'], found['up']),
    children: toReach(found['children'], found['down']),
    indirect,
    ...(place && { span: place }),
  }
  return { value: criterion, diagnostics: [] }
}

/** The parts of a term as they were written; the method is filled in where none was. */
export function splitTerm(text: string): Readonly<Record<TermPart, string>> {
  const found = TERM.exec(text)?.groups ?? {}
  const value = found['value'] ?? ''
  const part = (name: TermPart): string => found[name] ?? ''
  return {
    at: part('at'),
    parents: part('parents'),
    up: part('up'),
    method: part('method') || defaultMethod(value),
    value,
    children: part('children'),
    down: part('down'),
  }
}

type TermPart = 'at' | 'parents' | 'up' | 'method' | 'value' | 'children' | 'down'

type Method = Pick<Criterion, 'method' | 'methodArguments'>

/** Splits `config.materialized` and checks the name; without a method, the value tells which one is meant. */
export function readMethod(
  written: string | undefined,
  value: string,
  place: Span | undefined,
): Outcome<Method | undefined> {
  if (written === undefined) {
    return { value: { method: defaultMethod(value), methodArguments: [] }, diagnostics: [] }
  }
  const [method = '', ...methodArguments] = written.split('.')
  const faults: Diagnostic[] = []
  if (!methodNames.includes(method)) {
    const nearest = findNearest(method, methodNames)
    faults.push(diagnostic('selector-method-unknown', { method, nearest }, { span: place }))
    return { value: undefined, diagnostics: faults }
  }
  return { value: { method, methodArguments }, diagnostics: faults }
}

function defaultMethod(value: string): string {
  if (value.includes('/')) return 'path'
  return /\.(sql|py|csv)$/i.test(value) ? 'file' : 'fqn'
}

function toReach(sign: string | undefined, depth: string | undefined): Reach {
  if (sign === undefined) return 'none'
  return depth === undefined || depth === '' ? 'all' : Number(depth)
}

function findMethodPlace(
  found: Readonly<Record<string, string | undefined>>,
  place: Span | undefined,
): Span | undefined {
  if (!place) return undefined
  const start = place.start + (found['at'] ?? '').length + (found['parents'] ?? '').length
  return spanOf(place.source, start, start + (found['method'] ?? '').split('.')[0]!.length)
}
