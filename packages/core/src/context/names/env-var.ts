import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import { hostFunction, readArguments, toText } from '@btn/jinja'
import { isSecretName } from '../../1-load/environment.ts'
import type { NameBuilder } from '../context.ts'

/** `env_var('NAME', 'default')`; secrets may only be used in profiles and packages. */
export const envVar: NameBuilder = (context) =>
  hostFunction('env_var', (args) => {
    const [first, otherwise] = readArguments(args, 'env_var', ['name', 'default?'])
    const name = toText(first ?? null)
    const where = { span: args.callSite }
    if (isSecretName(name)) {
      throw new DiagnosticError(diagnostic('secret-outside-profile', { name }, where))
    }
    const value = context.invocation.environment[name]
    context.onRead?.('env', name, value ?? null)
    if (value !== undefined) return value
    if (otherwise !== undefined && otherwise !== null) return otherwise
    throw new DiagnosticError(diagnostic('env-var-missing', { name }, where))
  })
