/** Values that repeat, each kept once: columns of numbers name them by index. */
export class IndexOf<T> {
  readonly values: T[] = []
  readonly #known = new Map<unknown, number>()
  readonly #keyOf: (value: T) => unknown

  /** `keyOf` tells values apart; needed where they are objects. */
  constructor(keyOf: (value: T) => unknown = (value) => value) {
    this.#keyOf = keyOf
  }

  /** -1 for nothing. */
  of(value: T | undefined): number {
    if (value === undefined) return -1
    const key = this.#keyOf(value)
    const known = this.#known.get(key)
    if (known !== undefined) return known
    this.#known.set(key, this.values.length)
    return this.values.push(value) - 1
  }
}
