import { toPythonJson, type Json, type JsonObject } from '@btn/core'
import type { AnyCommand } from '../commands/command.ts'
import { globalOptions } from '../options/global.ts'
import { toFlagName, type OptionSpec, type OptionTable, type OptionValue } from '../options/spec.ts'

/** Arguments that say where things are now, and who looks: the command line that tries again has its own. */
const OF_THIS_CALL: ReadonlySet<string> = new Set([
  'logPath',
  'profilesDir',
  'projectDir',
  'deferState',
  'targetPath',
  'useColors',
  'useColorsFile',
  'warnError',
])

/** dbt's names of arguments that are called otherwise here. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  resourceType: 'resource_types',
  excludeResourceType: 'exclude_resource_types',
}

type Options = Readonly<Record<string, OptionValue>>

/** The options of an earlier command, read from the arguments that its `run_results.json` tells. */
export function toOptions(command: AnyCommand, args: JsonObject): Options {
  const table: OptionTable = { ...globalOptions, ...command.options }
  const found: Record<string, OptionValue> = {}
  for (const [key, spec] of Object.entries(table)) {
    if (OF_THIS_CALL.has(key) || spec.support) continue
    const name = toFlagName(key).replaceAll('-', '_')
    const value = toValue(spec, args[name] ?? args[OTHER_NAMES[key] ?? name])
    if (value !== undefined) found[key] = value
  }
  return found
}

/** What may be said anew: everything that says where things are, the variables and the threads. */
export function newOptions(options: object): Options {
  const isKept = (key: string): boolean =>
    OF_THIS_CALL.has(key) || key === 'vars' || key === 'threads'
  return Object.fromEntries(Object.entries(options).filter(([key]) => isKept(key)))
}

function toValue(spec: OptionSpec, value: Json | undefined): OptionValue | undefined {
  if (value === undefined || value === null) return undefined
  switch (spec.kind) {
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined
    case 'number':
      return typeof value === 'number' ? value : undefined
    case 'list':
      return Array.isArray(value) && value.length > 0 ? value.map(String) : undefined
    default:
      return toText(value)
  }
}

/** Mappings were given as YAML, of which JSON is a part; an empty one says nothing. */
function toText(value: Json): string | undefined {
  if (typeof value !== 'object' || value === null) return String(value)
  const isSilent = Object.values(value).every((it) => Array.isArray(it) && it.length === 0)
  return isSilent ? undefined : toPythonJson(value)
}
