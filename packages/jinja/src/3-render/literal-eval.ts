import { parseExpression } from '../1-parse/parse.ts'
import type { Expression, Literal } from '../1-parse/ast.ts'
import { negate } from './operators/arithmetic.ts'
import { Dict } from './values/dict.ts'
import { Float } from './values/float.ts'
import { Tuple } from './values/tuple.ts'
import type { Value } from './values/value.ts'

/** Python's `ast.literal_eval`: the value that a text of literals stands for; undefined when it is anything else. */
export function evaluateLiteral(text: string): Value | undefined {
  if (/^[ \t]/.test(text) && text.trim() === '') return undefined
  const bare = text.replace(/^[ \t]+/, '')
  if (/\r|\n/.test(bare) && !/[[({]/.test(bare)) return undefined
  const { value } = parseExpression({ path: '', text: bare.includes(',') ? `(${bare})` : bare })
  return value === undefined ? undefined : valueOf(value)
}

function valueOf(node: Expression): Value | undefined {
  switch (node.kind) {
    case 'literal':
      return literalOf(node)
    case 'list':
      return itemsOf(node.items)
    case 'tuple': {
      const items = itemsOf(node.items)
      return items && new Tuple(items)
    }
    case 'dict':
      return dictOf(node.entries)
    case 'unary':
      return signedOf(node)
    default:
      return undefined
  }
}

/** Python has only the words with capitals, and no leading zeros. */
function literalOf(node: Literal): Value | undefined {
  const { source, start, end } = node.span
  const written = source.text.slice(start, end)
  if (node.type === 'boolean' || node.type === 'none') {
    if (!/^[TFN]/.test(written)) return undefined
  }
  if (node.type === 'float') return new Float(Number(node.value))
  return node.value
}

function itemsOf(nodes: readonly Expression[]): Value[] | undefined {
  const items: Value[] = []
  for (const node of nodes) {
    const value = valueOf(node)
    if (value === undefined) return undefined
    items.push(value)
  }
  return items
}

function dictOf(
  entries: readonly { readonly key: Expression; readonly value: Expression }[],
): Value | undefined {
  const dict = new Dict()
  for (const { key, value } of entries) {
    const name = valueOf(key)
    const item = valueOf(value)
    if (name === undefined || item === undefined) return undefined
    if (Array.isArray(name) || name instanceof Dict) return undefined
    dict.set(name, item)
  }
  return dict
}

function signedOf(node: Extract<Expression, { kind: 'unary' }>): Value | undefined {
  if (node.operator === 'not') return undefined
  const value = valueOf(node.operand)
  const isNumber = typeof value === 'number' || typeof value === 'bigint' || value instanceof Float
  if (!isNumber) return undefined
  return node.operator === '-' ? negate(value) : value
}
