/** Sizes of a drawing, in its own units: pixels at a zoom of one. */
export interface Metrics {
  readonly nodeWidth: number
  /** Of a node that shows nothing but its name. */
  readonly nodeHeight: number
  readonly gap: number
  readonly edgeGap: number
  /** Between two columns of nodes, at least. */
  readonly columnGap: number
  /** Between nodes that stand side by side in a wrapped layer. */
  readonly slotGap: number
  /** For the edges between the shelves of a wrapped layer. */
  readonly laneRoom: number
  /** Between parts that nothing connects. */
  readonly partGap: number
}
