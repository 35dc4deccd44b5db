import type { Invocation } from '../context/context.ts'
import { settingsText } from '../context/names/project-config.ts'
import type { MacroRegistry } from '../macros/registry.ts'
import type { CurrentValue } from './memo.ts'

/** What variables, macros and the like are now, to compare with what a kept result came from. */
export function currentValues(invocation: Invocation): CurrentValue {
  const flags = JSON.stringify(invocation.flags)
  const args = JSON.stringify(invocation.args)
  return (kind, name, packageName) => {
    switch (kind) {
      case 'var':
        return invocation.varText(name, packageName)
      case 'env':
        return invocation.environment[name] ?? null
      case 'macro':
        return macroHash(invocation.macros, name, packageName)
      case 'flags':
        return flags
      case 'args':
        return args
      case 'project':
        return settingsText(invocation, name)
      case 'target':
      case 'now':
        return null
    }
  }
}

/** The hash of what a name means now: `test:pkg.name`, `pkg.name` or `name`. */
function macroHash(macros: MacroRegistry, key: string, packageName: string): string | null {
  const isTest = key.startsWith('test:')
  const name = isTest ? key.slice('test:'.length) : key
  const dot = name.indexOf('.')
  const owner = dot > 0 ? name.slice(0, dot) : undefined
  const bare = name.slice(dot + 1)
  const wanted = isTest ? `test_${bare}` : bare
  const found =
    owner !== undefined
      ? macros.findIn(owner, wanted)
      : isTest
        ? macros.findAnywhere(wanted, packageName)
        : macros.find(wanted, packageName)
  return found?.hash ?? null
}
