import { diagnostic, DiagnosticError, type Source } from '@btn/diagnostics'
import {
  callValue,
  compileTemplate,
  Dict,
  fromJs,
  hostFunction,
  isEqual,
  jinjaGlobals,
  parse,
  raise,
  readArguments,
  render,
  toText,
  type HostObject,
  type Value,
} from '@btn/jinja'
import type { Context, NameBuilder } from '../context.ts'
import { lazyRecord, record } from '../values/record.ts'
import { projectConfig } from './project-config.ts'

/** `render(text)`: renders text in the context of the node. */
export const renderText: NameBuilder = (context) =>
  hostFunction('render', (args) => {
    const [text] = readArguments(args, 'render', ['string'])
    const source: Source = {
      path: `${args.callSite.source.path} (rendered text)`,
      text: toText(text ?? null),
    }
    const { value: template, diagnostics } = parse(source)
    if (diagnostics.length > 0) throw new DiagnosticError(diagnostics)
    return render(compileTemplate(template), context.scope, context.rendering)
  })

/** `write(text)`: what `target/run/` shows of the node. */
export const write: NameBuilder = (context) =>
  hostFunction('write', (args) => {
    const [payload] = readArguments(args, 'write', ['payload'])
    if (context.mode.kind === 'run') context.mode.session.writeRun(toText(payload ?? null))
    return ''
  })

/** `try_or_compiler_error(message, function, …)` */
export const tryOrCompilerError: NameBuilder = () =>
  hostFunction('try_or_compiler_error', (args) => {
    const [message, callee, ...positional] = args.positional
    if (callee === undefined)
      raise('TypeError', 'try_or_compiler_error() takes a message and a function')
    const fail = (cause: unknown): never => {
      const raised = diagnostic(
        'raised-by-template',
        { kind: 'Compilation Error', message: toText(message ?? null) },
        { span: args.callSite },
      )
      throw new DiagnosticError(raised, { cause })
    }
    try {
      const value = callValue(callee, { ...args, positional })
      return value instanceof Promise ? value.catch(fail) : value
    } catch (error) {
      return fail(error)
    }
  })

/**
 * `validation.any('a', 'b')`: a check for `config.get` and `config.require`. `validation.any[…]`, which is written more often, lets
 * everything pass, in dbt too.
 */
export const validation: NameBuilder = () => {
  const passes = hostFunction('validate', () => null)
  const any: HostObject = {
    typeName: 'function',
    getItem: () => passes,
    call: ({ positional: allowed }) =>
      hostFunction('validate', (args) => {
        const [value] = readArguments(args, 'validate', ['value'])
        if (allowed.some((item) => isEqual(item, value ?? null))) return null
        return raise(
          'ValidationError',
          `Expected value "${toText(value ?? null)}" to be one of ${allowed.map(toText).join(',')}`,
        )
      }),
  }
  return record('Validation', { any })
}

/** `builtins`: the context's own names, whatever macros of the same name a project defines. */
/** What hangs on `builtins.ref` and `builtins.source` besides the call. */
const RESOLVERS: readonly string[] = ['ref', 'source', 'metric', 'function']

export function builtins(names: () => Readonly<Record<string, NameBuilder>>): NameBuilder {
  return (context) => {
    const made = new Map<string, Value>()
    const make = (name: string): Value | undefined => {
      const table = names()
      const value = Object.hasOwn(table, name) ? table[name]?.(context) : jinjaGlobals.get(name)
      return value !== undefined && RESOLVERS.includes(name) ? resolver(context, value) : value
    }
    return lazyRecord('dict', Object.keys(names()), (name) => {
      if (name === 'builtins' || name === 'context') return undefined
      const known = made.get(name)
      if (known !== undefined) return known
      const value = make(name)
      if (value !== undefined) made.set(name, value)
      return value
    })
  }
}

/** A function that knows what dbt's resolvers know: `builtins.ref.config.project_name`, `.current_project`, `.model`. */
function resolver(context: Context, callee: Value): Value {
  if (typeof callee !== 'object' || callee === null || Array.isArray(callee)) return callee
  const { invocation, subject } = context
  const known: Readonly<Record<string, () => Value>> = {
    Relation: () => context.scope.lookup('api') ?? null,
    config: () => projectConfig(context),
    current_project: () => invocation.rootPackage,
    model: () => fromJs(subject.toJson()),
  }
  return Object.assign(Object.create(callee), {
    getAttribute: (name: string) => (Object.hasOwn(known, name) ? known[name]?.() : undefined),
  })
}

/** `context`: all names as one dict. What a template adds to it is there for all that runs after, as in dbt. */
export function wholeContext(names: () => Readonly<Record<string, NameBuilder>>): NameBuilder {
  return (context) => {
    const table = lazyRecord(
      'dict',
      [
        ...Object.keys(names()),
        ...context.invocation.macros.names(context.subject.packageName),
        ...context.invocation.macros.packageNames(),
      ],
      (name) => (name === 'context' ? undefined : context.scope.lookup(name)),
    )
    const update = hostFunction('update', (args) => {
      const [other] = args.positional
      const added = other instanceof Dict ? [...other.entries()] : []
      for (const [name, value] of [...added, ...args.named]) context.define(toText(name), value)
      return null
    })
    const { getAttribute } = table
    const changed: HostObject = {
      ...table,
      getAttribute: (name) => (name === 'update' ? update : getAttribute?.(name)),
    }
    return changed
  }
}

/** `debug()` would stop in a debugger: there is none, so it says so. */
export const debug: NameBuilder = () =>
  hostFunction('debug', () =>
    raise(
      'CompilationError',
      'debug() opens a Python debugger, which btn does not have: use log()',
    ),
  )
