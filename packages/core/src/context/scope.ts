import {
  jinjaGlobals,
  startRendering,
  type RenderOptions,
  type Rendering,
  type Scope,
  type Value,
} from '@btn/jinja'
import type { Context, Invocation, ParseMode, RunMode, Subject } from './context.ts'
import { bind, packageNamespace } from './macro-scope.ts'
import { names } from './names/index.ts'

/** Names that dbt does not know: a macro of that name is there for dbt's sake. */
const firm: ReadonlySet<string> = new Set(['btn_audit'])

interface ContextOptions {
  readonly invocation: Invocation
  readonly subject: Subject
  readonly mode: ParseMode | RunMode
  readonly onRead?: Context['onRead']
  /** False for texts in YAML, which see no macros. */
  readonly hasMacros?: boolean
  /** Names of the context that this rendering does not have. */
  readonly hidden?: ReadonlySet<string>
  /** Names that only this rendering has. */
  readonly extras?: ReadonlyMap<string, Value>
  /** How it is rendered, where that is not as the mode has it. */
  readonly rendering?: RenderOptions
}

/** Everything that a template of one node sees; each name is made when it is first looked up. */
export function createContext(options: ContextOptions): Context {
  const { invocation, subject, mode } = options
  const undefinedMode = mode.kind === 'parse' ? 'tolerant' : 'lenient'
  const rendering: Rendering = startRendering({ undefinedMode, ...options.rendering })
  const known = new Map<string, Value | undefined>()
  const scope: Scope = {
    lookup(name) {
      if (known.has(name)) return known.get(name)
      const value = find(name)
      known.set(name, value)
      return value
    },
    names: () => [
      ...invocation.macros.names(subject.packageName),
      ...Object.keys(names),
      ...[...known].flatMap(([name, value]) => (value === undefined ? [] : [name])),
    ],
  }
  const context: Context = {
    invocation,
    subject,
    mode,
    rendering,
    scope,
    onRead: options.onRead,
    forget: (name) => known.delete(name),
    define: (name, value) => known.set(name, value),
  }

  /** Macros come first: a project may define its own `ref` and reach the original as `builtins.ref`. */
  function find(name: string): Value | undefined {
    const extra = options.extras?.get(name)
    if (extra !== undefined) return extra
    if (firm.has(name)) return names[name]?.(context)
    if (options.hasMacros ?? true) {
      const macro = invocation.macros.find(name, subject.packageName)
      context.onRead?.('macro', name, macro?.hash ?? null)
      if (macro) return bind(context, macro)
    }
    if (options.hidden?.has(name)) return undefined
    if (Object.hasOwn(names, name)) return names[name]?.(context)
    if (invocation.macros.hasPackage(name)) return packageNamespace(context, name)
    return jinjaGlobals.get(name)
  }
  return context
}
