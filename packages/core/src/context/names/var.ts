import { DiagnosticError } from '@btn/diagnostics'
import {
  compileTemplate,
  hostFunction,
  parse,
  readArguments,
  render,
  toText,
  type Value,
} from '@btn/jinja'
import { missingVar } from '../../1-load/missing-var.ts'
import type { Context, NameBuilder } from '../context.ts'

/** `var('name', default)` and `var.has_var('name')` */
export const variable: NameBuilder = (context) =>
  hostFunction(
    'var',
    (args) => {
      const [first, otherwise] = readArguments(args, 'var', ['name', 'default?'])
      const name = toText(first ?? null)
      const value = find(context, name)
      if (value !== undefined) return renderVariable(context, name, value)
      if (otherwise !== undefined) return otherwise
      // As dbt: a model that is never run may name a variable that nobody sets.
      if (isTolerant(context)) return null
      const vars = context.invocation.varsOf(context.subject.packageName)
      const reader = context.subject.name || undefined
      throw new DiagnosticError(
        missingVar({ name, vars, span: args.callSite, ...(reader && { reader }) }),
      )
    },
    {
      attributes: {
        has_var: hostFunction('has_var', (args) => {
          const [name] = readArguments(args, 'has_var', ['name'])
          return find(context, toText(name ?? null)) !== undefined
        }),
      },
    },
  )

function isTolerant({ mode, subject, invocation }: Context): boolean {
  if (invocation.flags.strict) return false
  return mode.kind === 'parse' && !mode.isNaming && subject.id !== ''
}

function find(context: Context, name: string): Value | undefined {
  const { invocation, subject } = context
  context.onRead?.('var', name, invocation.varText(name, subject.packageName))
  return invocation.findVar(name, subject.packageName)
}

/** A template in a variable's text is rendered where the variable is used. */
function renderVariable(context: Context, name: string, value: Value): Value | Promise<Value> {
  if (typeof value !== 'string' || !value.includes('{{')) return value
  const { value: template, diagnostics } = parse({ path: `vars.${name}`, text: value })
  if (diagnostics.length > 0) throw new DiagnosticError(diagnostics)
  return render(compileTemplate(template), context.scope, context.rendering)
}
