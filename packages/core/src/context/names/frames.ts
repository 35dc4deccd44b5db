import { hostFunction, raise, toText } from '@btn/jinja'
import type { NameBuilder } from '../context.ts'
import { lazyRecord } from '../values/record.ts'

/** `context_macro_stack`: dbt's own book-keeping. Where a template asks, nothing but the template is under way. */
export const macroStack: NameBuilder = () =>
  lazyRecord('MacroStack', ['depth', 'call_stack', 'push', 'pop'], (name) => {
    if (name === 'depth') return 0
    if (name === 'call_stack') return []
    if (name !== 'push' && name !== 'pop') return undefined
    return hostFunction(name, () => null)
  })

/** `adapter_macro('x')` went away long ago; as in dbt, it says so. */
export const adapterMacro: NameBuilder = () =>
  hostFunction('adapter_macro', (call) => {
    const name = toText(call.positional[0] ?? null)
    return raise(
      'CompilationError',
      `The "adapter_macro" macro has been deprecated: adapter_macro was called for: ${name}. ` +
        `Call adapter.dispatch('${name.slice(name.lastIndexOf('.') + 1)}') and what it gives.`,
    )
  })
