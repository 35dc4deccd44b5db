import type { Metrics } from '../layout/metrics.ts'

/** Sizes at a zoom of one, in pixels. */
export const cardHeight = 44
export const columnHeight = 20
/** Below the last column. */
export const cardFoot = 6

export const metrics: Metrics = {
  nodeWidth: 236,
  nodeHeight: cardHeight,
  gap: 16,
  edgeGap: 12,
  columnGap: 76,
  slotGap: 44,
  laneRoom: 16,
  partGap: 56,
}

export function heightOf(columns: number): number {
  return columns === 0 ? cardHeight : cardHeight + columns * columnHeight + cardFoot
}

/** The corner of a card that folds and unfolds its columns. */
export const foldCorner = 26
