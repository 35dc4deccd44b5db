import { parse, type Arguments, type Expression } from '@btn/jinja'

/** A `ref()` or `source()` that stands in YAML as text. */
export type Reference =
  | {
      readonly kind: 'ref'
      readonly name: string
      readonly package?: string
      readonly version?: string | number
    }
  | { readonly kind: 'source'; readonly source: string; readonly table: string }

/** Reads `ref('orders', v=2)` or `source('app', 'orders')`: names must be plain texts. Undefined for anything else. */
export function readReference(text: string): Reference | undefined {
  const { value, diagnostics } = parse({ path: '', text: `{{ ${text} }}` })
  const [output, ...others] = value.body
  if (diagnostics.length > 0 || output?.kind !== 'output' || others.length > 0) return undefined
  const call = output.value
  if (call.kind !== 'call' || call.callee.kind !== 'name') return undefined
  const names = readNames(call.args)
  if (names === undefined) return undefined
  const [first = '', second] = names
  if (call.callee.name === 'source') {
    return second === undefined ? undefined : { kind: 'source', source: first, table: second }
  }
  if (call.callee.name !== 'ref') return undefined
  const version = readVersion(call.args)
  return {
    kind: 'ref',
    name: second ?? first,
    ...(second !== undefined && { package: first }),
    ...(version !== undefined && { version }),
  }
}

function readNames({ positional }: Arguments): readonly string[] | undefined {
  const names = positional.map(textOf)
  const isComplete = names.every((name) => name !== undefined)
  return isComplete && names.length > 0 && names.length < 3 ? names : undefined
}

function textOf(value: Expression): string | undefined {
  return value.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined
}

function readVersion({ named }: Arguments): string | number | undefined {
  const given = named.find(({ name }) => name === 'v' || name === 'version')?.value
  if (given?.kind !== 'literal' || given.value === null) return undefined
  const { value } = given
  return typeof value === 'number' ? value : String(value)
}
