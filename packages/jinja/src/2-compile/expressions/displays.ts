import type { DictDisplay, ListDisplay, TupleDisplay } from '../../1-parse/ast.ts'
import { at, type Place } from '../emit.ts'
import { emitExpression, emitList } from './index.ts'

export function emitListDisplay(node: ListDisplay, place: Place): string {
  return emitList(node.items, place)
}

export function emitTupleDisplay(node: TupleDisplay, place: Place): string {
  return `new R.Tuple(${emitList(node.items, place)})`
}

export function emitDictDisplay(node: DictDisplay, place: Place): string {
  const entries = node.entries.map(
    ({ key, value }) => `[${emitExpression(key, place)},${emitExpression(value, place)}]`,
  )
  return `R.dict([${entries.join(',')}],${at(place, node.span)})`
}
