import { span } from '@btn/diagnostics'
import type { Output, Text } from '../../1-parse/ast.ts'
import { constant, fresh, type Place } from '../emit.ts'
import { isConstant } from '../expressions/constant.ts'
import { emitStatementValue } from './return.ts'

/** Line ends become `\n`; where they were something else, each line is a piece of its own, so that offsets stay true. */
export function emitText(node: Text, place: Place): string {
  if (!node.text.includes('\r')) {
    return `${place.out}.addVerbatim(${constant(place, node.text)},${constant(place, node.span)});`
  }
  const lines = constant(place, splitLines(node))
  const line = fresh(place, 'n')
  return `for(const ${line} of ${lines})${place.out}.addVerbatim(${line}.text,${line}.span);`
}

function splitLines({ text, span: whole }: Text): Pick<Text, 'text' | 'span'>[] {
  let end = whole.start
  return text.split(/(?<=\r\n|\r(?!\n)|\n)/).map((line) => {
    const start = end
    end += line.length
    return { text: line.replace(/\r\n?$/, '\n'), span: span(whole.source, start, end) }
  })
}

export function emitOutput(node: Output, place: Place): string {
  const { before, value } = emitStatementValue(node.value, place)
  const where = constant(place, node.value.span)
  return before + emitWrite(node, place, value, where)
}

function emitWrite(node: Output, place: Place, value: string, where: string): string {
  if (place.unit.isNative) return emitNative(node, place, value, where)
  if (place.autoescape === 'false') return `$.write(${place.out},${value},${where});`
  return `$.writeEscaped(${place.out},${value},${place.autoescape},${where});`
}

function emitNative(node: Output, place: Place, value: string, where: string): string {
  if (isConstant(node.value)) return `$.writeConstant(${place.out},${value},${where});`
  const method = place.isNativeRoot ? 'writeNative' : 'writeText'
  return `$.${method}(${place.out},${value},${where});`
}
