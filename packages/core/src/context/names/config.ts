import { diagnostic, DiagnosticError, isError, type Span } from '@btn/diagnostics'
import {
  callValue,
  hostFunction,
  raise,
  readArguments,
  toJs,
  toText,
  type CallArguments,
  type HostObject,
  type Value,
} from '@btn/jinja'
import { knownKeyNear } from '../../config/known-keys.ts'
import { joinCalls } from '../../config/merge.ts'
import type { Json, JsonObject } from '../../types/index.ts'
import { isObject } from '../../types/json.ts'
import { argumentSpan, checkConfig, toValue } from '../../yaml/index.ts'
import type { Context, NameBuilder } from '../context.ts'
import { tellWarning } from '../tell-warning.ts'
import { momentAt } from '../python/moment.ts'
import { toJson } from '../values/to-json.ts'

/** `config(materialized='table')`, and `config.get('x')` and its relatives once the settings are final. */
export const config: NameBuilder = (context) => {
  const members = new Map<string, Value>()
  for (const [name, make] of Object.entries(methods)) members.set(name, make(context))
  const object: HostObject = {
    typeName: 'Config',
    call: (args) => declare(context, readSettings(args), args.callSite),
    getAttribute: (name) => members.get(name),
    attributeNames: () => members.keys(),
    toText: () => '',
  }
  return object
}

function declare(context: Context, settings: JsonObject, callSite: Span): Value {
  const { mode } = context
  if (mode.kind !== 'parse') return ''
  const wrong = checkConfig(settings, callSite).filter(isError)
  if (wrong.length > 0) throw new DiagnosticError(wrong)
  warnOfMisspelt(context, settings, callSite)
  mode.capture.config = joinCalls(mode.capture.config, settings)
  return ''
}

function warnOfMisspelt(context: Context, settings: JsonObject, callSite: Span): void {
  for (const key of Object.keys(settings)) {
    const nearest = knownKeyNear(key)
    if (nearest === undefined) continue
    const where = { span: argumentSpan(callSite, [key]) }
    tellWarning(context, diagnostic('config-key-unknown', { key, nearest }, where))
  }
}

function readSettings(args: CallArguments): JsonObject {
  const [only] = args.positional
  if (args.positional.length === 1 && args.named.size === 0 && only !== undefined) {
    return toJsonObject(toJs(only))
  }
  if (args.positional.length > 0 || args.named.size === 0) {
    raise('TypeError', 'config() takes settings as name=value, or one dict')
  }
  const settings: Record<string, Json> = {}
  for (const [name, value] of args.named) settings[name] = toJson(toJs(value))
  return settings
}

function toJsonObject(value: unknown): JsonObject {
  const json = toJson(value)
  return isObject(json)
    ? json
    : raise('TypeError', 'config() takes settings as name=value, or one dict')
}

function settingsOf(context: Context): JsonObject {
  return context.mode.kind === 'run' ? context.mode.node.config : {}
}

/**
 * dbt's own keys are attributes that exist even when they are null; `get` then gives null, not the default. A list or a dict is
 * the same each time it is asked for.
 */
function findSetting(context: Context, name: string): Value | undefined {
  if (context.mode.kind !== 'run') return undefined
  const { node, linked } = context.mode
  const key = name === 'pre_hook' || name === 'post_hook' ? name.replace('_', '-') : name
  const moment = batchMoment(context, name)
  if (moment) return moment
  const found = name === 'snapshot_table_column_names' ? snapshotColumns(context) : node.config[key]
  return found === undefined ? undefined : linked.settings.find(node, key, found)
}

/** Where macros written for dbt 1.9 look for the batch that is built. */
function batchMoment({ mode }: Context, name: string): Value | undefined {
  if (mode.kind !== 'run' || !mode.batch) return undefined
  const { start, end } = mode.batch.interval
  if (name === '__dbt_internal_microbatch_event_time_start') return momentAt(start)
  return name === '__dbt_internal_microbatch_event_time_end' ? momentAt(end) : undefined
}

/** The columns that a snapshot adds to its query, each by the name that the user gave it. */
function snapshotColumns(context: Context): Json | undefined {
  const chosen = settingsOf(context)['snapshot_meta_column_names']
  if (!isObject(chosen)) return undefined
  return Object.fromEntries(Object.entries(chosen).map(([name, own]) => [name, own || name]))
}

function findMeta(context: Context, name: string): Value | undefined {
  const meta = settingsOf(context)['meta']
  const found = isObject(meta) ? meta[name] : undefined
  return found === undefined ? undefined : toValue(found)
}

type FindSetting = (context: Context, key: string) => Value | undefined

function getter(name: string, find: FindSetting) {
  return (context: Context): Value =>
    hostFunction(name, (args) => {
      const [key, otherwise, validator] = readArguments(args, name, [
        'name',
        'default?',
        'validator?',
      ])
      if (context.mode.kind === 'parse') return ''
      const found = find(context, toText(key ?? null))
      const value = found === undefined ? (otherwise ?? null) : found
      return validate(value, validator, args)
    })
}

function requirer(name: string, find: FindSetting) {
  return (context: Context): Value =>
    hostFunction(name, (args) => {
      const [key, validator] = readArguments(args, name, ['name', 'validator?'])
      if (context.mode.kind === 'parse') return ''
      const found = find(context, toText(key ?? null))
      if (found === undefined) throw missingConfig(context, toText(key ?? null), args.callSite)
      return validate(found, validator, args)
    })
}

function validate(
  value: Value,
  validator: Value | undefined,
  args: CallArguments,
): Value | Promise<Value> {
  if (validator === undefined || validator === null) return value
  const checked = callValue(validator, {
    positional: [value],
    callSite: args.callSite,
    frame: args.frame,
    rendering: args.rendering,
  })
  return checked instanceof Promise ? checked.then(() => value) : value
}

function missingConfig(context: Context, name: string, callSite: Span): DiagnosticError {
  return new DiagnosticError(
    diagnostic('config-missing', { node: context.subject.id, name }, { span: callSite }),
  )
}

function persistDocs(part: 'relation' | 'columns') {
  return (context: Context): Value =>
    hostFunction(`persist_${part}_docs`, () => {
      const persist = settingsOf(context)['persist_docs']
      return isObject(persist) && persist[part] === true
    })
}

const methods: Readonly<Record<string, (context: Context) => Value>> = {
  get: getter('get', findSetting),
  meta_get: getter('meta_get', findMeta),
  require: requirer('require', findSetting),
  meta_require: requirer('meta_require', findMeta),
  persist_relation_docs: persistDocs('relation'),
  persist_column_docs: persistDocs('columns'),
  set: (context) =>
    hostFunction('set', (args) => {
      const [name, value] = readArguments(args, 'set', ['name', 'value'])
      const settings = { [toText(name ?? null)]: toJson(toJs(value ?? null)) }
      return declare(context, settings, args.callSite)
    }),
}
