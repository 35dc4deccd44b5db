import { visit, type Expression, type Template } from '@btn/jinja'
import type { Json, JsonObject } from '../types/index.ts'
import { literalText, toTreeText } from './tree-text.ts'

/**
 * The named arguments of the first `config(…)` call as text: what `state:modified` compares, whatever they render to.
 * The text is not the user's own but what dbt 1.12 writes again from the parsed call, so that either can be compared
 * with the other's manifest.
 */
export function readConfigCall(template: Template): JsonObject {
  let written: Record<string, Json> | undefined
  visit(template, (node) => {
    if (written) return 'skip'
    if (node.kind !== 'call' || node.callee.kind !== 'name' || node.callee.name !== 'config') return
    written = {}
    for (const { name, value } of node.args.named) written[name] = toSetting(value)
  })
  return written ?? {}
}

/** Text is itself, without quotation marks; anything else is written as source. */
function toSetting(value: Expression): string {
  if (value.kind === 'literal' && typeof value.value === 'string') return value.value
  return toSourceText(value)
}

const all = (items: readonly Expression[]): string => items.map(toSourceText).join(', ')

function toSourceText(node: Expression): string {
  switch (node.kind) {
    case 'literal':
      return literalText(node)
    case 'name':
      return node.name
    case 'list':
      return `[${all(node.items)}]`
    case 'tuple':
      return node.items.length === 1 ? `(${all(node.items)},)` : `(${all(node.items)})`
    case 'dict':
      return `{${node.entries.map(({ key, value }) => `${toSourceText(key)}: ${toSourceText(value)}`).join(', ')}}`
    case 'concat':
      return node.parts.map(toSourceText).join(' ~ ')
    case 'logical':
      return `${toSourceText(node.left)} ${node.operator} ${toSourceText(node.right)}`
    case 'attribute':
      return `${toSourceText(node.object)}.${node.name}`
    case 'item':
      return `${toSourceText(node.object)}[${toSourceText(node.key)}]`
    case 'call':
      return `${toSourceText(node.callee)}(${argumentTexts(node.args).join(', ')})`
    case 'compare':
      return [toSourceText(node.first), ...node.rest.map(operandText)].join(' ')
    case 'unary':
      return unaryText(node)
    case 'test':
      // dbt writes `not` back, but not the test.
      return node.isNegated ? `not ${toTreeText({ ...node, isNegated: false })}` : toTreeText(node)
    default:
      return toTreeText(node)
  }
}

type OfKind<K extends Expression['kind']> = Extract<Expression, { kind: K }>

function unaryText(node: OfKind<'unary'>): string {
  if (node.operator === '+') return toTreeText(node)
  return `${node.operator === 'not' ? 'not ' : '-'}${toSourceText(node.operand)}`
}

function operandText({ operator, operand }: OfKind<'compare'>['rest'][number]): string {
  return `${operator} ${toSourceText(operand)}`
}

function argumentTexts({ positional, named, spread, spreadNamed }: OfKind<'call'>['args']) {
  return [
    ...positional.map(toSourceText),
    ...named.map(({ name, value }) => `${name}=${toSourceText(value)}`),
    ...(spread ? [`*${toSourceText(spread)}`] : []),
    ...(spreadNamed ? [`**${toSourceText(spreadNamed)}`] : []),
  ]
}
