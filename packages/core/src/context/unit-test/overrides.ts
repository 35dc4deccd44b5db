import { hostFunction, type Value } from '@btn/jinja'
import { toValue } from '../../yaml/index.ts'
import { toPythonText } from '../../names/python-text.ts'
import type { Json, JsonObject, UnitTestOverrides } from '../../types/index.ts'
import type { Context, Invocation } from '../context.ts'
import { packageNamespace } from '../macro-scope.ts'

/** The invocation as a unit test sees it: with the variables and the environment that it makes up. */
export function overrideInvocation(
  invocation: Invocation,
  overrides: UnitTestOverrides | undefined,
): Invocation {
  if (!overrides) return invocation
  const { vars, envVars } = overrides
  const environment: Record<string, string | undefined> = { ...invocation.environment }
  for (const [name, value] of Object.entries(envVars)) environment[name] = toPythonText(value)
  return {
    ...invocation,
    environment,
    findVar: (name, packageName) =>
      Object.hasOwn(vars, name)
        ? toValue(vars[name] ?? null)
        : invocation.findVar(name, packageName),
  }
}

/**
 * Replaces macros, and other names of the context, by values: a macro gives its value whatever it is called with. `dbt.now` and `now`
 * mean the same macro, so each stands for both; a name without a package wins.
 */
export function overrideMacros(
  context: Context,
  extras: Map<string, Value>,
  macros: JsonObject,
): void {
  const byPackage = new Map<string, Map<string, Value>>()
  const inPackage = (owner: string): Map<string, Value> => {
    const known = byPackage.get(owner) ?? new Map<string, Value>()
    byPackage.set(owner, known)
    return known
  }
  const { macros: registry } = context.invocation
  const all = Object.entries(macros).map(([key, value]) => ({ ...splitName(key), value }))
  for (const { owner, name, value } of all) {
    if (owner === undefined || !registry.findIn(owner, name)) continue
    inPackage(owner).set(name, returning(name, value))
    if (owner === 'dbt') extras.set(name, returning(name, value))
  }
  for (const { owner, name, value } of all) {
    if (owner !== undefined || context.scope.lookup(name) === undefined) continue
    const isMacro = registry.find(name, context.subject.packageName) !== undefined
    extras.set(name, isMacro ? returning(name, value) : toValue(value))
    if (registry.findIn('dbt', name)) inPackage('dbt').set(name, returning(name, value))
  }
  for (const [owner, values] of byPackage) extras.set(owner, overridden(context, owner, values))
  for (const name of extras.keys()) context.forget(name)
}

function splitName(key: string): { readonly owner?: string; readonly name: string } {
  const dot = key.indexOf('.')
  return dot < 0 ? { name: key } : { owner: key.slice(0, dot), name: key.slice(dot + 1) }
}

function returning(name: string, value: Json): Value {
  return hostFunction(name, () => toValue(value))
}

function overridden(context: Context, owner: string, values: ReadonlyMap<string, Value>): Value {
  const namespace = packageNamespace(context, owner)
  const find = (name: string): Value | undefined =>
    values.get(name) ?? namespace.getAttribute?.(name)
  return {
    ...namespace,
    getAttribute: find,
    getItem: (key) => (typeof key === 'string' ? find(key) : undefined),
  }
}
