import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import { hostFunction, readArguments, toText } from '@btn/jinja'
import type { NameBuilder } from '../context.ts'

const SECRET_PREFIXES = ['DBT_ENV_SECRET', 'BTN_ENV_SECRET']

/** `env_var('NAME', 'default')`; secrets may only be used in profiles and packages. */
export const envVar: NameBuilder = (context) =>
  hostFunction('env_var', (args) => {
    const [first, otherwise] = readArguments(args, 'env_var', ['name', 'default?'])
    const name = toText(first ?? null)
    const where = { span: args.callSite }
    if (SECRET_PREFIXES.some((prefix) => name.startsWith(prefix))) {
      throw new DiagnosticError(diagnostic('secret-outside-profile', { name }, where))
    }
    const value = context.invocation.environment[name]
    context.onRead?.('env', name, value ?? null)
    if (value !== undefined) return value
    if (otherwise !== undefined && otherwise !== null) return otherwise
    throw new DiagnosticError(diagnostic('env-var-missing', { name }, where))
  })
