import type { ColumnWay } from '../scene/columns.ts'
import type { Lit } from '../scene/lit.ts'
import type { Scene } from '../scene/scene.ts'
import type { Theme } from './theme.ts'

/** Everything that decides how a scene looks, besides where it is seen from. */
export interface Look {
  readonly scene: Scene
  readonly theme: Theme
  /** By node. */
  readonly colourOf: (node: number) => string
  readonly lit: Lit | undefined
  readonly way: ColumnWay | undefined
  /** Nodes whose columns can be unfolded. */
  readonly hasColumns: (node: number) => boolean
  /** Nodes that the search found. */
  readonly marked: ReadonlySet<number>
}

/** A part of the plane on a canvas: `x` and `y` of its corner, pixels of the page for each unit, size in pixels. */
export interface View {
  readonly x: number
  readonly y: number
  readonly scale: number
  readonly width: number
  readonly height: number
}

/** From which zoom on names, and the second line, are written. */
export const nameScale = 0.26
export const detailScale = 0.6

export const nameFont = (sans: string): string => `600 13px ${sans}`
export const bigNameFont = (sans: string): string => `600 20px ${sans}`
export const detailFont = (sans: string): string => `400 11px ${sans}`
export const columnFont = (sans: string): string => `400 12px ${sans}`
