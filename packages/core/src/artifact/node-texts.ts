import type { Piece } from '../host.ts'
import type { DescribedNode, Node } from '../types/index.ts'
import { toColumnsJson } from './column-json.ts'
import { COLUMNS_HOLE, RAW_CODE_HOLE } from './holes.ts'
import { writeNode } from './kinds.ts'
import { nothingMade, type Made } from './made.ts'

/** The two large texts of a node, as JSON; they rarely change, and making them costs more than all the rest. */
export interface LargeTexts {
  readonly columns: Piece
  readonly rawCode: Piece
}

/** Nodes that have the two texts. */
type TextNode = Exclude<Node, DescribedNode | { readonly kind: 'source' | 'unit_test' | 'report' }>

/** The JSON of a node, cut around its large texts: `rest[0] + columns + rest[1] + rawCode + rest[2]`. */
export interface NodeTexts extends LargeTexts {
  readonly rest: readonly [string, string, string]
}

/** As `JSON.stringify(toNodeJson(node, made))`; with `large`, those texts are not made again. */
export function toNodeTexts(
  node: TextNode,
  made: Made = nothingMade,
  large: LargeTexts = makeLargeTexts(node),
): NodeTexts {
  const text = JSON.stringify(writeNode(node, { ...made, hasHoles: true }))
  const columnsAt = text.indexOf(COLUMNS_HOLE)
  const rawCodeAt = text.indexOf(RAW_CODE_HOLE, columnsAt)
  const afterColumns = columnsAt + COLUMNS_HOLE.length
  const rest = [
    text.slice(0, columnsAt),
    text.slice(afterColumns, rawCodeAt),
    text.slice(rawCodeAt + RAW_CODE_HOLE.length),
  ] as const
  return { rest, columns: large.columns, rawCode: large.rawCode }
}

function makeLargeTexts(node: TextNode): LargeTexts {
  return {
    columns: JSON.stringify(toColumnsJson(node.columns)),
    rawCode: node.kind === 'seed' ? '""' : JSON.stringify(node.rawCode),
  }
}
