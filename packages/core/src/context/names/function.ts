import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import { hostFunction, readArguments, toText } from '@btn/jinja'
import type { NameBuilder } from '../context.ts'
import { callersOf, placeOf, relationOf, subjectRelation } from '../relations.ts'

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
      return relationOf(context, found).with({ type: 'function' })
    const params = { name, isDisabled: found === 'disabled' }
    throw new DiagnosticError(diagnostic('function-not-found', params, { span: args.callSite }))
  })
