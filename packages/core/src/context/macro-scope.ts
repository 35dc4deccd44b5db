import { bindMacro, type HostObject, type Scope, type Value } from '@btn/jinja'
import type { MacroDefinition } from '../macros/macro.ts'
import type { MacroId } from '../types/index.ts'
import type { Context } from './context.ts'

/** A macro as this context's templates call it. */
export function bind(context: Context, macro: MacroDefinition): HostObject {
  const { mode } = context
  const scope = seesOwnPackage(context, macro) ? ownScope(context, macro) : context.scope
  return bindMacro(macro.compiled, scope, {
    name: macro.name,
    id: macro.id,
    // dbt counts only what the template itself calls.
    onCall: ({ frame }) => frame === undefined && noteCall(mode, macro.id),
  })
}

function noteCall(mode: Context['mode'], macro: MacroId): void {
  if (mode.kind === 'parse') return void mode.capture.macros.add(macro)
  mode.called.add(macro)
  // Hooks are rendered when the node's own text is compiled; of batches dbt notes nothing.
  if (mode.compiled === undefined && mode.batch === undefined)
    mode.linked.noteCall(mode.node, macro)
}

/**
 * While dbt reads a test, a macro of a package reaches the others of its package without their package's name. Nowhere
 * else: there, a bare name means the package of the node, the project, or dbt.
 */
function seesOwnPackage({ mode, subject, invocation }: Context, { packageName }: MacroDefinition) {
  if (mode.kind !== 'parse' || mode.isTest !== true) return false
  return packageName !== subject.packageName && !invocation.macros.isInternal(packageName)
}

function ownScope(context: Context, { packageName }: MacroDefinition): Scope {
  const { scope, invocation, onRead } = context
  return {
    ...scope,
    lookup(name) {
      const own = invocation.macros.findIn(packageName, name)
      onRead?.('macro', `${packageName}.${name}`, own?.hash ?? null)
      return own ? bind(context, own) : scope.lookup(name)
    },
  }
}

/** `package.macro`: the macros of one package as an object. As in dbt, each look gives another object, so that none equals another. */
export function packageNamespace(context: Context, packageName: string): HostObject {
  const { macros } = context.invocation
  const find = (name: string): Value | undefined => {
    const macro = macros.findIn(packageName, name)
    context.onRead?.('macro', `${packageName}.${name}`, macro?.hash ?? null)
    return macro && bind(context, macro)
  }
  return {
    typeName: 'MacroNamespace',
    getAttribute: find,
    getItem: (key) => (typeof key === 'string' ? find(key) : undefined),
    attributeNames: () => macros.namesIn(packageName),
  }
}
