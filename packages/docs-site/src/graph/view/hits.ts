import { searchNodes } from './search.ts'
import type { Scene } from '../scene/scene.ts'

/** What the search found in a scene, and which of it is looked at. */
export class Hits {
  #text = ''
  #nodes: readonly number[] = []
  #at = -1

  get nodes(): ReadonlySet<number> {
    return new Set(this.#nodes)
  }

  get count(): number {
    return this.#nodes.length
  }

  /** Place of the one that is looked at; -1 before the first step. */
  get at(): number {
    return this.#at
  }

  search(scene: Scene, text = this.#text): void {
    this.#text = text
    this.#nodes = searchNodes(scene, text)
    this.#at = -1
  }

  /** The next one or the one before, round and round. */
  step(step: 1 | -1): number | undefined {
    const count = this.#nodes.length
    if (count === 0) return undefined
    this.#at = this.#at === -1 && step === -1 ? count - 1 : (this.#at + step + count) % count
    return this.#nodes[this.#at]
  }
}
