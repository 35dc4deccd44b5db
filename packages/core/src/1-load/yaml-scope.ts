import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import { fromJs, hostFunction, readArguments, scopeOf, toText, type Value } from '@btn/jinja'
import type { JsonObject } from '../types/index.ts'
import * as data from '../context/names/data.ts'
import { modulesValue } from '../context/names/modules.ts'
import { toTimestamp } from '../context/values/sql-value.ts'
import { toValue, type SettingsScope } from '../yaml/index.ts'
import { DBT_VERSION } from '../dbt-version.ts'
import { isSecretName, type Environment } from './environment.ts'
import { missingVar } from './missing-var.ts'

export interface YamlScopeOptions {
  readonly environment: Environment
  /** `--vars`: all that `var()` knows in the settings. */
  readonly vars: JsonObject
  readonly target?: JsonObject | undefined
  /** When the command began. */
  readonly now: Date
  /** Connections and packages.yml may read secrets. */
  readonly allowsSecrets?: boolean
  /** False where a variable without a value is none of the command's business. */
  readonly needsVars?: boolean
}

/** What templates in the settings see. */
export function createYamlScope(options: YamlScopeOptions): SettingsScope {
  const names: Record<string, Value> = {
    dbt_version: DBT_VERSION,
    diff_of_two_dicts: data.diffOfTwoDicts(),
    env_var: envVar(options),
    fromjson: data.fromjson(),
    fromyaml: data.fromyaml(),
    local_md5: data.localMd5(),
    log: silent('log', ['msg', 'info?']),
    modules: modulesValue,
    print: silent('print', ['msg']),
    run_started_at: toTimestamp(options.now),
    set: data.set(),
    set_strict: data.setStrict(),
    thread_id: 'MainThread',
    tojson: data.tojson(),
    toyaml: data.toyaml(),
    var: variable(options.vars, options.needsVars ?? true),
    zip: data.zip(),
    zip_strict: data.zipStrict(),
  }
  if (options.target) names['target'] = fromJs(options.target)
  return options.allowsSecrets
    ? { ...scopeOf(names), reveal: (text) => reveal(text, options.environment) }
    : scopeOf(names)
}

/** Templates handle a secret's name only, so that no filter makes a text of it that nobody recognizes as one. */
function placeholder(name: string): string {
  return `$$$SECRET(${name})$$$`
}

function reveal(text: string, environment: Environment): string {
  return text.replace(
    /\$\$\$SECRET\((.+?)\)\$\$\$/g,
    (all, name: string) => environment.find(name) ?? all,
  )
}

/** Nobody hears what settings have to say. */
function silent(name: string, parameters: readonly string[]): Value {
  return hostFunction(name, (args) => {
    readArguments(args, name, parameters)
    return ''
  })
}

function envVar({ environment, allowsSecrets = false }: YamlScopeOptions): Value {
  return hostFunction('env_var', (args) => {
    const [first, otherwise] = readArguments(args, 'env_var', ['var', 'default?'])
    const name = toText(first ?? null)
    const where = { span: args.callSite }
    if (isSecretName(name) && !allowsSecrets) {
      throw new DiagnosticError(diagnostic('secret-outside-profile', { name }, where))
    }
    const found = environment.find(name)
    if (found !== undefined && isSecretName(name)) return placeholder(name)
    const value = found ?? otherwise
    if (value !== undefined && value !== null) return value
    throw new DiagnosticError(diagnostic('env-var-missing', { name }, where))
  })
}

function variable(vars: JsonObject, isNeeded: boolean): Value {
  return hostFunction(
    'var',
    (args) => {
      const [first, otherwise] = readArguments(args, 'var', ['var_name', 'default?'])
      const name = toText(first ?? null)
      const value = Object.hasOwn(vars, name) ? vars[name] : undefined
      if (value !== undefined) return toValue(value)
      if (otherwise !== undefined) return otherwise
      if (!isNeeded) return null
      throw new DiagnosticError(missingVar({ name, vars, span: args.callSite }))
    },
    {
      attributes: {
        has_var: hostFunction('has_var', (args) => {
          const [name] = readArguments(args, 'has_var', ['var_name'])
          return Object.hasOwn(vars, toText(name ?? null))
        }),
      },
    },
  )
}
