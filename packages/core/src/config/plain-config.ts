import type { Call, Expression, Output, Template } from '@btn/jinja'
import type { Json, JsonObject } from '../types/index.ts'

/**
 * dbt does not render models that hold nothing but text, comments and `ref`, `source` and `config` of plain values: it
 * reads those calls off the text, and notes the settings as values. Gives these, the last of each name; undefined for
 * templates that dbt renders.
 */
export function readPlainConfig(template: Template): JsonObject | undefined {
  const settings: Record<string, Json> = {}
  for (const statement of template.body) {
    if (statement.kind === 'text') continue
    if (statement.kind !== 'output' || !isPlainOutput(statement)) return undefined
    if (isCallOf(statement.value, 'config')) Object.assign(settings, valuesOf(statement.value))
  }
  return settings
}

function isPlainOutput({ value, span }: Output): boolean {
  const text = span.source.text.slice(span.start, span.end)
  const trimsSpace = /^\{\{[-+]|[-+]\}\}$/.test(text)
  return !trimsSpace && (isPlainValue(value) || isPlainNumber(value) || isPlainCall(value))
}

function isPlainCall(node: Expression): boolean {
  if (node.kind !== 'call' || node.callee.kind !== 'name') return false
  const { positional, named, spread, spreadNamed } = node.args
  if (spread || spreadNamed || !positional.every(isText)) return false
  switch (node.callee.name) {
    case 'ref':
      return isPlainRef(positional.length, named)
    case 'source':
      return positional.length + named.length === 2 && named.every(({ value }) => isText(value))
    case 'config':
      return positional.length === 0 && named.length > 0 && named.every(isPlainSetting)
    default:
      return false
  }
}

type Named = Call['args']['named']

function isPlainRef(positional: number, named: Named): boolean {
  const isVersion = ({ name, value }: Named[number]): boolean =>
    (name === 'v' || name === 'version') && (isText(value) || isPlainNumber(value))
  return (
    positional > 0 && positional + named.length <= 3 && positional < 3 && named.every(isVersion)
  )
}

const rendered: ReadonlySet<string> = new Set(['pre_hook', 'post_hook'])

function isPlainSetting({ name, value }: Named[number]): boolean {
  return !rendered.has(name) && isPlainValue(value)
}

function isCallOf(node: Expression, name: string): node is Call {
  return node.kind === 'call' && node.callee.kind === 'name' && node.callee.name === name
}

function textOf({ span }: Expression): string {
  return span.source.text.slice(span.start, span.end)
}

/** One text, not several that follow each other. */
function isText(node: Expression): boolean {
  if (node.kind !== 'literal' || node.type !== 'string') return false
  const written = textOf(node)
  const quote = written.charAt(0)
  return !written.replace(/\\./gs, '').slice(1, -1).includes(quote)
}

function isPlainNumber(node: Expression): boolean {
  if (node.kind === 'unary') return node.operator === '-' && isPlainNumber(node.operand)
  return node.kind === 'literal' && (node.type === 'integer' || node.type === 'float')
}

/** A setting's value: numbers, `none` and the lower-case words are none of them. */
function isPlainValue(node: Expression): boolean {
  if (node.kind === 'literal') return isText(node) || /^(True|False)$/.test(textOf(node))
  if (node.kind === 'list') return node.items.every(isPlainValue)
  if (node.kind !== 'dict') return false
  return node.entries.every(({ key, value }) => isText(key) && isPlainValue(value))
}

function valuesOf({ args }: Call): JsonObject {
  return Object.fromEntries(args.named.map(({ name, value }) => [name, toValue(value)]))
}

function toValue(node: Expression): Json {
  switch (node.kind) {
    case 'literal':
      return typeof node.value === 'boolean' ? node.value : String(node.value)
    case 'list':
      return node.items.map(toValue)
    case 'dict':
      return Object.fromEntries(
        node.entries.map(({ key, value }) => [String(toValue(key)), toValue(value)]),
      )
    default:
      throw new Error(`${node.kind} is no plain value`)
  }
}
