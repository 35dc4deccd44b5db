/** Lets a number of holders in at once; the others wait in line. */
export interface Gate {
  enter(): Promise<void>
  leave(): void
}

export function createGate(places: number): Gate {
  let free = places
  const waiting: (() => void)[] = []
  return {
    enter() {
      if (free > 0) {
        free--
        return Promise.resolve()
      }
      return new Promise((resolve) => waiting.push(resolve))
    },
    leave() {
      const next = waiting.shift()
      if (next) next()
      else free++
    },
  }
}

const DEFAULT_POOL = 4

/**
 * How many statements may run at once: each holds a thread of Node's pool, and one thread must stay free for files
 * (six heavy queries on four threads made a read of a file wait two seconds).
 */
export function countPlaces(poolSize: string | undefined): number {
  const threads = Number.parseInt(poolSize ?? '', 10)
  return Math.max(1, (Number.isNaN(threads) ? DEFAULT_POOL : threads) - 1)
}
