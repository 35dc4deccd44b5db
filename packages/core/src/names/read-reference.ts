import { hasErrors } from '@btn/diagnostics'
import { parse, type Expression } from '@btn/jinja'

/** A `ref()` or `source()` that stands in YAML as text. */
export type Reference =
  | {
      readonly kind: 'ref'
      readonly name: string
      readonly package?: string
      readonly version?: string | number
    }
  | { readonly kind: 'source'; readonly source: string; readonly table: string }

/** All that a text of a properties file may refer to: the `input` of a unit test, the `depends_on` of an exposure. */
export type Mention =
  | Reference
  | { readonly kind: 'this' }
  | { readonly kind: 'metric'; readonly name: string; readonly package?: string }

/** Reads `ref('orders', v=2)` or `source('app', 'orders')`: names must be plain texts. Undefined for anything else. */
export function readReference(text: string): Reference | undefined {
  const found = readMention(text)
  return found?.kind === 'ref' || found?.kind === 'source' ? found : undefined
}

/**
 * Reads `ref('orders')`, `ref('shop', 'orders', v=2)`, `source('app', 'orders')`, `metric('revenue')` or `this`; undefined for anything else. With
 * `isOpen` (the flag `support_custom_ref_kwargs`) what else is given to `ref` is passed over: a `ref` of the project's takes it.
 */
export function readMention(text: string, isOpen = false): Mention | undefined {
  if (text.trim() === 'this') return { kind: 'this' }
  const { value, diagnostics } = parse({ path: '', text: `{{ ${text} }}` })
  const [node, ...others] = value.body
  if (hasErrors(diagnostics) || node?.kind !== 'output' || others.length > 0) return undefined
  return readCall(node.value, isOpen)
}

/** The same of an expression that has been parsed. */
export function readCall(call: Expression, isOpen: boolean): Mention | undefined {
  if (call.kind !== 'call' || call.callee.kind !== 'name') return undefined
  const texts = call.args.positional.map(textOf)
  const [first, second] = texts
  if (first === undefined || texts.length > 2 || texts.includes(undefined)) return undefined
  const { name } = call.callee
  if (name === 'source' && second !== undefined && call.args.named.length === 0)
    return { kind: 'source', source: first, table: second }
  if (name === 'metric' && call.args.named.length === 0)
    return {
      kind: 'metric',
      name: second ?? first,
      ...(second !== undefined && { package: first }),
    }
  if (name !== 'ref') return undefined
  const isVersion = ({ name: key }: { readonly name: string }): boolean =>
    key === 'v' || key === 'version'
  const [named, ...more] = call.args.named.filter(isVersion)
  const hasOthers = call.args.named.some((argument) => !isVersion(argument))
  if (more.length > 0 || (hasOthers && !isOpen)) return undefined
  const version = named && versionOf(named.value)
  if (named && version === undefined) return undefined
  return {
    kind: 'ref',
    name: second ?? first,
    ...(second !== undefined && { package: first }),
    ...(version !== undefined && { version }),
  }
}

function textOf(value: Expression): string | undefined {
  return value.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined
}

function versionOf(value: Expression): string | number | undefined {
  if (value.kind !== 'literal') return undefined
  return typeof value.value === 'string' || typeof value.value === 'number'
    ? value.value
    : undefined
}
