import type { Expression, For } from '../../1-parse/ast.ts'
import { hasNode } from '../../1-parse/visit.ts'
import { emitBody, emitScope, openScope } from '../body.ts'
import { at, finishFunction, fresh, startFunction, type Place } from '../emit.ts'
import { emitExpression } from '../expressions/index.ts'
import { namesOf, readsName } from '../symbols.ts'
import { emitAssignment } from './set.ts'

export function emitFor(node: For, place: Place): string {
  if (node.isRecursive) return emitRecursive(node, place)
  const iterable = emitExpression(node.iterable, place)
  const where = at(place, node.iterable.span)
  if (!usesLoop(node, place)) return emitPlain(node, place, `R.iterate(${iterable},${where})`)
  return emitWithLoop(node, place, `R.iterate(${iterable},${where})`, '0', 'undefined')
}

/** Does the body need `loop`? */
function usesLoop(node: For, place: Place): boolean {
  return hasScopedBlock(node, place) || readsName(node.body, 'loop')
}

function hasScopedBlock(node: For, place: Place): boolean {
  if (!place.unit.hasBlocks) return false
  return node.body.some((statement) =>
    hasNode(statement, (it) => it.kind === 'block' && it.isScoped),
  )
}

interface Body {
  /** The variable of the item. */
  readonly item: string
  /** Assigns the item to the target, evaluates the condition, runs the body. */
  readonly code: string
}

function emitIteration(node: For, place: Place, loop: string | undefined, skip: string): Body {
  const item = fresh(place, 'i')
  const parameters = new Map(namesOf(node.target).map((name) => [name, fresh(place)]))
  const variables = [...parameters.values()]
  if (loop !== undefined) parameters.set('loop', loop)
  const { names, declarations } = openScope(node.body, place, parameters)
  const inner: Place = { ...place, names, isTop: false, isConditional: false }
  const opening = variables.length === 0 ? '' : `let ${variables.join(',')};`
  const assignment = emitAssignment(node.target, item, inner)
  const body = declarations + emitBody(node.body, inner)
  return { item, code: `${opening}${assignment}${emitSkip(node, place, parameters, skip)}${body}` }
}

/** In the condition `loop` is that of the loop outside. */
function emitSkip(
  node: For,
  place: Place,
  parameters: ReadonlyMap<string, string>,
  skip: string,
): string {
  if (!node.condition || skip === '') return ''
  const outer = new Map([...parameters].filter(([name]) => name !== 'loop'))
  const { names } = openScope([], place, outer)
  return `if(!${emitCondition(node.condition, { ...place, names })})${skip};`
}

function emitCondition(condition: Expression, place: Place): string {
  return `R.isTruthy(${emitExpression(condition, place)},${at(place, condition.span)})`
}

function emitPlain(node: For, place: Place, iterable: string): string {
  const { item, code } = emitIteration(node, place, undefined, 'continue')
  const [before, inside, after] = emitElse(node, place)
  return `{${before}for(const ${item} of ${iterable}){${code}${inside}}${after}}`
}

/** As in Jinja, an iteration counts once it has reached the end of the body. */
function emitElse(node: For, place: Place): readonly [string, string, string] {
  if (node.otherwise.length === 0) return ['', '', '']
  const flag = fresh(place, 'e')
  return [`let ${flag}=true;`, `${flag}=false;`, `if(${flag}){${emitScope(node.otherwise, place)}}`]
}

function emitWithLoop(
  node: For,
  place: Place,
  iterable: string,
  depth: string,
  recursion: string,
): string {
  const loop = fresh(place, 'l')
  const { item, code } = emitIteration(node, place, loop, '')
  const [before, inside, after] = emitElse(node, place)
  const items = node.condition ? emitFiltered(node, place, node.condition, iterable) : iterable
  const start = `const ${loop}=$.loop(${items},${depth},${recursion});`
  return `{${before}${start}for(const ${item} of ${loop}){${code}${inside}}${after}}`
}

/**
 * The items that fulfil the condition, for a loop that may look ahead: one by one as they are asked for, or, where the
 * condition calls something (which can take time), all before the loop begins.
 */
function emitFiltered(node: For, place: Place, condition: Expression, iterable: string): string {
  const item = fresh(place, 'i')
  const parameters = new Map(namesOf(node.target).map((name) => [name, fresh(place)]))
  const { names } = openScope([], place, parameters)
  const inner: Place = { ...place, names, isTop: false, isConditional: false }
  const opening = `let ${[...parameters.values(), '_'].join(',')};`
  const assignment = emitAssignment(node.target, item, inner)
  const test = emitCondition(condition, inner)
  if (!hasCall(condition)) {
    return `R.filtered(${iterable},(${item})=>{${opening}${assignment}return ${test}})`
  }
  const kept = fresh(place, 'x')
  const loop = `for(const ${item} of ${iterable}){${opening}${assignment}if(${test})${kept}.push(${item})}`
  place.fn.temporaries.push(kept)
  return `(yield* (function*(){${kept}=[];${loop}return ${kept}})())`
}

function hasCall(expression: Expression): boolean {
  return hasNode(expression, (it) => it.kind === 'call')
}

/** The loop is a function that `loop(…)` calls again with other items. */
function emitRecursive(node: For, place: Place): string {
  const name = fresh(place, 'f')
  const fn = startFunction()
  const items = fresh(place, 'x')
  const depth = fresh(place, 'd')
  const inner: Place = {
    ...place,
    fn,
    out: fresh(place, 'o'),
    isTop: false,
    isNativeRoot: false,
    isConditional: false,
  }
  const body = emitWithLoop(node, inner, `R.iterate(${items})`, depth, name)
  const header = `function*${name}($,${inner.out},${items},${depth}){${finishFunction(fn, body)}}`
  const iterable = emitExpression(node.iterable, place)
  const where = at(place, node.iterable.span)
  return `{${header}yield* ${name}($,${place.out},${iterable},0,${where});}`
}
