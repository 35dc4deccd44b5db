export interface Rect {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export function isTouching(a: Rect, b: Rect): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom
}

export function isInside(a: Rect, b: Rect): boolean {
  return a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom
}

const cell = 512

/** Finds boxes by place: a grid of square cells, each with the boxes that touch it. */
export class SpatialIndex {
  readonly #boxes: readonly Rect[]
  readonly #cells = new Map<number, number[]>()
  readonly #seen: Uint32Array
  #asked = 0

  constructor(boxes: readonly Rect[]) {
    this.#boxes = boxes
    this.#seen = new Uint32Array(boxes.length)
    boxes.forEach((box, at) => {
      for (const key of cellsOf(box)) {
        const list = this.#cells.get(key)
        if (list) list.push(at)
        else this.#cells.set(key, [at])
      }
    })
  }

  /** The boxes that touch an area, in their order. */
  search(area: Rect): readonly number[] {
    const found: number[] = []
    const asked = ++this.#asked
    for (const list of this.#cellsIn(area)) {
      for (const at of list) {
        if (this.#seen[at] === asked || !isTouching(this.#boxes[at]!, area)) continue
        this.#seen[at] = asked
        found.push(at)
      }
    }
    return found.sort((a, b) => a - b)
  }

  /** An area with more cells than there are is not walked cell by cell. */
  #cellsIn(area: Rect): Iterable<readonly number[]> {
    const columns = (area.right - area.left) / cell + 1
    const rows = (area.bottom - area.top) / cell + 1
    if (!(columns * rows < this.#cells.size * 2)) return this.#cells.values()
    return cellsOf(area).map((key) => this.#cells.get(key) ?? [])
  }
}

function cellsOf({ left, top, right, bottom }: Rect): readonly number[] {
  const keys: number[] = []
  for (let x = Math.floor(left / cell); x <= Math.floor(right / cell); x++) {
    for (let y = Math.floor(top / cell); y <= Math.floor(bottom / cell); y++)
      keys.push(x * 1_000_003 + y)
  }
  return keys
}
