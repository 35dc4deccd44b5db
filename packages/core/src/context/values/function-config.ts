import { hostFunction, raise, readArguments, toText, type Value } from '@btn/jinja'
import { record } from './record.ts'

const text = (dict: Value | undefined, key: string): Value => {
  const value =
    typeof dict === 'object' && dict !== null && 'getItem' in dict ? dict.getItem?.(key) : undefined
  return value ?? null
}

/** `this.get_function_config(model)`: what decides which macro makes the function. */
export const functionConfig = hostFunction('get_function_config', (args) => {
  const [model] = readArguments(args, 'get_function_config', ['model'])
  if (text(model, 'resource_type') !== 'function') return null
  const config = text(model, 'config')
  const language = text(model, 'language')
  const fields = {
    language,
    type: text(config, 'type'),
    runtime_version: text(config, 'runtime_version'),
    entry_point: text(config, 'entry_point'),
  }
  for (const key of ['entry_point', 'runtime_version'] as const) {
    if (language === 'python' && fields[key] === null)
      raise('RuntimeError', `An \`${key}\` is required for python functions`)
  }
  return record('FunctionConfig', fields)
})

/** `this.get_function_macro_name(config)`: `scalar_function_sql`. */
export const functionMacroName = hostFunction('get_function_macro_name', (args) => {
  const [config] = readArguments(args, 'get_function_macro_name', ['config'])
  const member = (name: string): string =>
    typeof config === 'object' && config !== null && 'getAttribute' in config
      ? toText(config.getAttribute?.(name) ?? null)
      : ''
  return `${member('type')}_function_${member('language')}`
})
