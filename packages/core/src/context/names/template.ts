import { diagnostic, DiagnosticError, type Source } from '@btn/diagnostics'
import {
  callValue,
  compileTemplate,
  hostFunction,
  parse,
  raise,
  readArguments,
  render,
  toText,
  type Value,
} from '@btn/jinja'
import type { NameBuilder } from '../context.ts'
import { lazyRecord, record } from '../values/record.ts'

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

/** `validation.any[type, …]`: a check for `config.get` and `config.require`. */
export const validation: NameBuilder = () => {
  const any = {
    typeName: 'ValidationAny',
    getItem: (allowed: Value): Value => {
      const list = Array.isArray(allowed) ? allowed : [...iterate(allowed)]
      return hostFunction('validate', (args) => {
        const [value] = readArguments(args, 'validate', ['value'])
        if (list.some((item) => allows(item, value ?? null))) return null
        return raise(
          'ValidationError',
          `expected "${toText(value ?? null)}" to be one of ${list.map(toText).join(', ')}`,
        )
      })
    },
  }
  return record('Validation', { any })
}

function iterate(value: Value): Iterable<Value> {
  const isTuple = typeof value === 'object' && value !== null && 'iterate' in value
  return (isTuple ? value.iterate?.() : undefined) ?? [value]
}

const typeChecks: Readonly<Record<string, (value: Value) => boolean>> = {
  basestring: (value) => typeof value === 'string',
  string: (value) => typeof value === 'string',
  str: (value) => typeof value === 'string',
  list: Array.isArray,
  boolean: (value) => typeof value === 'boolean',
  int: (value) => typeof value === 'number',
}

function allows(allowed: Value, value: Value): boolean {
  const name = toText(allowed)
  const check = Object.hasOwn(typeChecks, name) ? typeChecks[name] : undefined
  return check ? check(value) : name === toText(value)
}

/** `builtins`: the context's own functions, whatever macros of the same name a project defines. */
export function builtins(names: () => Readonly<Record<string, NameBuilder>>): NameBuilder {
  return (context) => {
    const made = new Map<string, Value>()
    return lazyRecord(
      'dict',
      ['ref', 'source', 'config', 'metric', 'function', 'var', 'env_var'],
      (name) => {
        const known = made.get(name)
        if (known !== undefined) return known
        const table = names()
        const value = Object.hasOwn(table, name) ? table[name]?.(context) : undefined
        if (value !== undefined) made.set(name, value)
        return value
      },
    )
  }
}

/** `context`: all names as one dict. */
export function wholeContext(names: () => Readonly<Record<string, NameBuilder>>): NameBuilder {
  return (context) =>
    lazyRecord(
      'dict',
      [...Object.keys(names()), ...context.invocation.macros.names(context.subject.packageName)],
      (name) => (name === 'context' ? undefined : context.scope.lookup(name)),
    )
}

/** `debug()` would stop in a debugger: there is none, so it says so. */
export const debug: NameBuilder = () =>
  hostFunction('debug', () =>
    raise(
      'CompilationError',
      'debug() opens a Python debugger, which btn does not have: use log()',
    ),
  )

/** `metric()` and `function()`, whose resources btn does not know yet. */
export function notYet(name: string): NameBuilder {
  return () => hostFunction(name, () => raise('CompilationError', `${name}() is not supported yet`))
}
