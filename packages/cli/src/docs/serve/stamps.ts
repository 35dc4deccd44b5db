import { statSync } from 'node:fs'
import { join } from 'node:path'

/** Artifacts that the making of the site reads and also writes. */
const files = ['run_results.json', 'sources.json', 'manifest.json', 'catalog.json']

/** Tells what others write into the target folder from what the making of the site has written there itself. */
export class Stamps {
  readonly #folder: string
  #known = new Map<string, number>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** To be called when the site was made. */
  take(): void {
    this.#known = new Map(
      files.map((file) => join(this.#folder, file)).map((it) => [it, stampOf(it)]),
    )
  }

  has(path: string): boolean {
    return files.some((file) => path === join(this.#folder, file))
  }

  isNew(path: string): boolean {
    return stampOf(path) !== this.#known.get(path)
  }
}

/** -1 where there is no such file. */
function stampOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? -1
}
