import { diagnostic, DiagnosticError, findNearest } from '@btn/diagnostics'
import { raise, toText, type CallArguments, type Value } from '@btn/jinja'
import type { Context } from './context.ts'
import { bind } from './macro-scope.ts'

interface DispatchCall {
  readonly name: string
  readonly namespace: Value
  readonly packages: Value | undefined
}

/**
 * `adapter.dispatch('x', 'namespace')`: the implementation of `x` for this database, in the packages that the project
 * lets override that namespace: `<adapter>__x`, then `default__x`, package by package.
 */
export function dispatch(context: Context, wanted: DispatchCall, call: CallArguments): Value {
  const { invocation } = context
  const where = { span: call.callSite }
  if (wanted.packages !== undefined && wanted.packages !== null) {
    raise(
      'CompilationError',
      `dispatch("${wanted.name}") takes no packages: name a macro_namespace instead`,
    )
  }
  if (wanted.name.includes('.')) {
    throw new DiagnosticError(diagnostic('dispatch-dotted-name', { name: wanted.name }, where))
  }
  const attempts: string[] = []
  for (const packageName of searchPackages(context, wanted.namespace)) {
    for (const prefix of [...invocation.dialect.macroPrefixes, 'default']) {
      const name = `${prefix}__${wanted.name}`
      attempts.push(packageName === undefined ? name : `${packageName}.${name}`)
      const macro =
        packageName === undefined
          ? invocation.macros.find(name, context.subject.packageName)
          : invocation.macros.findIn(packageName, name)
      context.onRead?.('macro', attempts.at(-1) ?? name, macro?.hash ?? null)
      if (macro) return bind(context, macro)
    }
  }
  const namespace = wanted.namespace === null ? undefined : toText(wanted.namespace)
  const nearest = findNearest(
    `default__${wanted.name}`,
    invocation.macros.names(context.subject.packageName),
  )
  throw new DiagnosticError(
    diagnostic('dispatch-not-found', { name: wanted.name, namespace, attempts, nearest }, where),
  )
}

function searchPackages(context: Context, namespace: Value): readonly (string | undefined)[] {
  const { invocation, subject } = context
  if (namespace === null) {
    // The query of a generic test sees by their bare names the macros of whatever package defined the test.
    return subject.kind === 'test' ? [undefined, ...invocation.packages.keys()] : [undefined]
  }
  if (typeof namespace !== 'string')
    return raise('CompilationError', 'macro_namespace must be text')
  const order = invocation.dispatchOrder.get(namespace)
  if (order) return order
  return invocation.macros.hasPackage(namespace) ? [invocation.rootPackage, namespace] : [undefined]
}
