/** A queue that gives out the item that goes before all others. */
export interface Heap<T> {
  push(item: T): void
  pop(): T | undefined
}

export function createHeap<T>(goesBefore: (left: T, right: T) => boolean): Heap<T> {
  const items: T[] = []
  /** True when both exist and the first has to stand above the second. */
  const isAbove = (left: number, right: number): boolean => {
    const [a, b] = [items[left], items[right]]
    return a !== undefined && b !== undefined && goesBefore(a, b)
  }
  const swap = (left: number, right: number): void => {
    const [a, b] = [items[left], items[right]]
    if (a === undefined || b === undefined) return
    items[left] = b
    items[right] = a
  }
  return {
    push(item) {
      items.push(item)
      for (let at = items.length - 1; at > 0;) {
        const parent = (at - 1) >> 1
        if (!isAbove(at, parent)) break
        swap(at, parent)
        at = parent
      }
    },
    pop() {
      const top = items[0]
      const last = items.pop()
      if (top === undefined || last === undefined || items.length === 0) return top
      items[0] = last
      for (let at = 0; ;) {
        const left = at * 2 + 1
        const child = isAbove(left + 1, left) ? left + 1 : left
        if (!isAbove(child, at)) return top
        swap(at, child)
        at = child
      }
    },
  }
}
