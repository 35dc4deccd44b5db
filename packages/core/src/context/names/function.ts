import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import { hostFunction, readArguments, toText } from '@btn/jinja'
import type { NameBuilder } from '../context.ts'
import { deferIfMissing } from '../defer.ts'
import { callersOf, placeOf, subjectRelation } from '../relations.ts'
import type { Awaitable } from '../runtime.ts'
import type { RelationValue } from '../values/relation.ts'

/** `function('name')`, `function('package', 'name')`: the function as a query calls it. */
export const functionName: NameBuilder = (context) =>
  hostFunction('function', (args) => {
    const [first, second] = readArguments(args, 'function', ['name', 'second?'])
    const name = toText(second ?? first ?? null)
    const owner = second === undefined ? undefined : toText(first ?? null)
    const { mode } = context
    if (mode.kind === 'parse') {
      mode.capture.functions.push({
        name,
        ...(owner !== undefined && { package: owner }),
        place: placeOf(args.callSite),
        ...callersOf(args),
      })
      return subjectRelation(context)
    }
    const found = mode.linked.findFunction(mode.node, name, owner)
    if (found !== undefined && found !== 'disabled')
      return asFunction(deferIfMissing(context, mode, found))
    const params = { name, isDisabled: found === 'disabled' }
    throw new DiagnosticError(diagnostic('function-not-found', params, { span: args.callSite }))
  })

/** No list of relations has functions: one that an earlier run made is always taken from there, as by dbt. */
function asFunction(found: Awaitable<RelationValue>): Awaitable<RelationValue> {
  const typed = (relation: RelationValue) => relation.with({ type: 'function' })
  return found instanceof Promise ? found.then(typed) : typed(found)
}
