import { span, type Span } from '@btn/diagnostics'
import type { Output, Text } from '../../1-parse/ast.ts'
import { constant, type Place } from '../emit.ts'
import { isConstant } from '../expressions/constant.ts'
import { emitExpression } from '../expressions/index.ts'

/** Line ends become `\n`; where they were something else, each line is a piece of its own, so that offsets stay true. */
export function emitText(node: Text, place: Place): string {
  if (!node.text.includes('\r')) return emitPiece(node.text, node.span, place)
  let end = node.span.start
  return node.text
    .split(/(?<=\r\n|\r(?!\n)|\n)/)
    .map((line) => {
      const start = end
      end += line.length
      const where = span(node.span.source, start, end)
      return emitPiece(line.replace(/\r\n?$/, '\n'), where, place)
    })
    .join('')
}

function emitPiece(text: string, where: Span, place: Place): string {
  return `${place.out}.addVerbatim(${constant(place, text)},${constant(place, where)});`
}

export function emitOutput(node: Output, place: Place): string {
  const value = emitExpression(node.value, place)
  const where = constant(place, node.value.span)
  if (place.unit.isNative) return emitNative(node, place, value, where)
  if (place.autoescape === 'false') return `$.write(${place.out},${value},${where});`
  return `$.writeEscaped(${place.out},${value},${place.autoescape},${where});`
}

function emitNative(node: Output, place: Place, value: string, where: string): string {
  if (isConstant(node.value)) return `$.writeConstant(${place.out},${value},${where});`
  const method = place.isNativeRoot ? 'writeNative' : 'writeText'
  return `$.${method}(${place.out},${value},${where});`
}
