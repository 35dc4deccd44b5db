import type { Span } from '@btn/diagnostics'
import type { Value } from './values/value.ts'

/** One macro call that is going on: a list linked from the innermost call outwards. */
export interface CallFrame {
  readonly name: string
  /** What `bindMacro` was given as `id`. */
  readonly id: string | undefined
  readonly callSite: Span
  readonly parent: CallFrame | undefined
  readonly depth: number
}

/**
 * How undefined names behave. `lenient` is Jinja's default, which dbt uses while it executes: an undefined prints as nothing
 * and is false, its attributes, calls and arithmetic are errors. `tolerant` is dbt at parse time: attributes, items and calls
 * of an undefined are undefined again. Macros that are bound (`bindMacro`) are lenient in either case, as dbt's are.
 * `strict` is `lenient`, but printing one is an error, too.
 */
export type UndefinedMode = 'lenient' | 'tolerant' | 'strict'

export interface RenderOptions {
  readonly undefinedMode?: UndefinedMode
  /** How many macro calls may be nested; 400 when not given. */
  readonly recursionLimit?: number
  /** What becomes of a value that an escaping template writes; HTML when not given. */
  readonly escape?: ((value: Value) => string) | undefined
  /** Told when the value of an undefined name is written into the output (where Jinja prints nothing). */
  readonly onUndefinedOutput?: (name: string, span: Span) => void
}

/** What belongs to one rendering: every macro called on the way shares it. */
export interface Rendering {
  readonly undefinedMode: UndefinedMode
  readonly recursionLimit: number
  readonly escape: ((value: Value) => string) | undefined
  readonly onUndefinedOutput: ((name: string, span: Span) => void) | undefined
  /** True while a value for YAML is being rendered: `as_native` & co. have a meaning then. */
  readonly isNative: boolean
}

/** The same rendering where undefined names behave otherwise. */
export function withMode(rendering: Rendering, undefinedMode: UndefinedMode): Rendering {
  return rendering.undefinedMode === undefinedMode ? rendering : { ...rendering, undefinedMode }
}

/** Options with what was left out filled in; one rendering's may be handed to another. */
export function startRendering(options: RenderOptions | Rendering = {}): Rendering {
  return {
    isNative: 'isNative' in options && options.isNative,
    undefinedMode: options.undefinedMode ?? 'lenient',
    recursionLimit: options.recursionLimit ?? 400,
    escape: options.escape,
    onUndefinedOutput: options.onUndefinedOutput,
  }
}
