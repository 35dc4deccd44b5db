import type { Expression, Macro, Parameter, Statement } from '../../1-parse/ast.ts'
import type { MacroShape } from '../../3-render/macro.ts'
import { emitBody, openScope } from '../body.ts'
import { constant, finishFunction, fresh, startFunction, type Place } from '../emit.ts'
import { emitExpression } from '../expressions/index.ts'
import { readsName } from '../symbols.ts'
import { emitExports } from './set.ts'

export function emitMacro(node: Macro, place: Place): string {
  const variable = place.names.find(node.name)
  const macro = emitMacroValue('macro', node.name, node.parameters, node.body, place)
  const target = { kind: 'target-name', span: node.nameSpan, name: node.name } as const
  return variable ? `${variable.code}=${macro};${emitExports(target, place)}` : ''
}

/** JavaScript that gives a macro, or the `caller` of a call block, as a value. */
export function emitMacroValue(
  kind: 'macro' | 'caller',
  name: string,
  parameters: readonly Parameter[],
  body: readonly Statement[],
  place: Place,
): string {
  const { shape, code } = emitMacroFunction(name, parameters, body, place)
  return `$.${kind}(${constant(place, shape)},${code},${place.autoescape})`
}

export interface MacroFunction {
  readonly shape: MacroShape
  /** A generator function of the run, the buffer, the arguments, and the specials in the order of the shape. */
  readonly code: string
}

export function emitMacroFunction(
  name: string,
  parameters: readonly Parameter[],
  body: readonly Statement[],
  place: Place,
): MacroFunction {
  const variables = new Map(parameters.map((it) => [it.name, fresh(place)]))
  const shape = shapeOf(name, parameters, body)
  const specials = specialsOf(shape, variables, place)
  const all = new Map([...variables, ...specials])
  const fn = startFunction(true)
  const out = fresh(place, 'o')
  const outer: Place = {
    ...place,
    fn,
    out,
    isTop: false,
    isNativeRoot: false,
    isConditional: false,
  }
  const { names, declarations } = openScope(body, outer, all, defaultsOf(parameters))
  const inner: Place = { ...outer, names }
  const defaults = parameters.map((it) => emitDefault(it, variables, inner)).join('')
  const code = finishFunction(fn, declarations + defaults + emitBody(body, inner))
  const args = ['$', out, ...variables.values(), ...specials.values()]
  return { shape, code: `function*(${args.join(',')}){${code}}` }
}

function emitDefault(
  parameter: Parameter,
  variables: ReadonlyMap<string, string>,
  place: Place,
): string {
  const variable = variables.get(parameter.name) ?? ''
  const value = parameter.default
    ? emitExpression(parameter.default, place)
    : `$.notGiven(${constant(place, parameter)})`
  return `if(${variable}===undefined)${variable}=${value};`
}

function defaultsOf(parameters: readonly Parameter[]): Expression[] {
  return parameters.flatMap((it) => it.default ?? [])
}

/** Macros take `caller`, `kwargs` and `varargs` only where they mention them. */
function shapeOf(
  name: string,
  parameters: readonly Parameter[],
  body: readonly Statement[],
): MacroShape {
  const defaults = defaultsOf(parameters)
  const mentions = (special: string): boolean =>
    readsName(body, special) || readsName(defaults, special)
  const isDeclared = (special: string): boolean => parameters.some((it) => it.name === special)
  return {
    name,
    parameters: parameters.map((it) => it.name),
    takesCaller: mentions('caller') && !isDeclared('caller'),
    takesKwargs: mentions('kwargs') && !isDeclared('kwargs'),
    takesVarargs: mentions('varargs') && !isDeclared('varargs'),
  }
}

function specialsOf(
  shape: MacroShape,
  variables: ReadonlyMap<string, string>,
  place: Place,
): ReadonlyMap<string, string> {
  const taken = [
    shape.takesCaller && 'caller',
    shape.takesKwargs && 'kwargs',
    shape.takesVarargs && 'varargs',
  ].filter((it) => it !== false)
  return new Map(taken.filter((it) => !variables.has(it)).map((it) => [it, fresh(place)]))
}
