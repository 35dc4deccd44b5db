import type { Dialect } from '@btn/adapter'
import type { Value } from '@btn/jinja'
import type { Project } from '../1-load/index.ts'
import { createSeverityFilter } from '../1-load/warnings.ts'
import type { MacroRegistry } from '../macros/registry.ts'
import type { Json, JsonObject } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { toValue } from '../yaml/index.ts'
import type { Invocation } from './context.ts'
import { ducklakesOf } from './ducklakes.ts'

export interface InvocationOptions {
  readonly adapter: { readonly type: string; readonly dialect: Dialect }
  readonly macros: MacroRegistry
  /** Of btn: part of what caches depend on. */
  readonly version: string
  readonly id: string
  readonly startedAt: Date
  /** dbt's word for the command: `flags.WHICH`. */
  readonly which: string
  /** The command line, for `invocation_args_dict` and `run_results.json`. */
  readonly args: JsonObject
}

/** Everything about one command that templates can see, whatever node they belong to. */
export function createInvocation(project: Project, options: InvocationOptions): Invocation {
  const vars = variables(project)
  const { rootPackage } = project
  return {
    rootPackage: project.name,
    packages: project.packages,
    adapterType: options.adapter.type,
    dialect: options.adapter.dialect,
    typeRules: options.adapter.dialect.types,
    macros: options.macros,
    dispatchOrder: new Map(
      rootPackage.dispatch.map((rule) => [rule.macroNamespace, rule.searchOrder]),
    ),
    target: project.target?.context ?? {},
    ducklakes: ducklakesOf(project.target?.credentials ?? {}),
    flags: flagsForTemplates(project, options.which),
    args: options.args,
    judge: createSeverityFilter(project.flags),
    quoting: {
      database: rootPackage.quoting.database ?? true,
      schema: rootPackage.quoting.schema ?? true,
      identifier: rootPackage.quoting.identifier ?? true,
    },
    id: options.id,
    startedAt: options.startedAt,
    sample: project.windows.sample,
    environment: project.environment,
    varsOf: vars.of,
    findVar: vars.find,
    varText: (name, packageName) => {
      const value = vars.findJson(name, packageName)
      return value === undefined ? null : JSON.stringify(value)
    },
  }
}

function flagsForTemplates(project: Project, which: string): JsonObject {
  const flags: Record<string, Json> = {}
  for (const [name, value] of Object.entries(project.flags))
    flags[name.toUpperCase()] = toJson(value)
  return { ...flags, WHICH: which }
}

function toJson(value: unknown): Json {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as Json)
}

/** Variables as a package sees them, strongest first: command line, root project, the package itself. */
function variables(project: Project) {
  const merged = new Map<string, JsonObject>()
  const of = (packageName: string): JsonObject => {
    const known = merged.get(packageName)
    if (known) return known
    const own = project.packages.get(packageName)
    const made = {
      ...(own && !own.isRoot ? varsFor(own.vars.value, packageName) : {}),
      ...varsFor(project.rootPackage.vars.value, packageName),
      ...project.cliVars,
    }
    merged.set(packageName, made)
    return made
  }
  const findJson = (name: string, packageName: string): Json | undefined => {
    const all = of(packageName)
    return Object.hasOwn(all, name) ? all[name] : undefined
  }
  const values = new Map<string, Value>()
  const find = (name: string, packageName: string): Value | undefined => {
    const key = `${packageName}.${name}`
    const known = values.get(key)
    if (known !== undefined) return known
    const json = findJson(name, packageName)
    if (json === undefined) return undefined
    const value = toValue(json)
    // A list or dict may be changed by a template: each asks for its own.
    if (typeof json !== 'object') values.set(key, value)
    return value
  }
  return { of, find, findJson }
}

/** `vars:` of a project for one package: what is meant for all, then what is meant for it. */
function varsFor(vars: JsonObject, packageName: string): JsonObject {
  const own = vars[packageName]
  return { ...vars, ...(isObject(own) ? own : {}) }
}
