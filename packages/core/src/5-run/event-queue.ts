/** Carries items from code that makes them to an async loop that reads them. */
export interface EventQueue<T> extends AsyncIterable<T> {
  push(item: T): void
  /** The loop ends when it has read what is there. */
  close(): void
}

export function createEventQueue<T>(): EventQueue<T> {
  let items: T[] = []
  let isClosed = false
  let wake: (() => void) | undefined
  const alert = (): void => {
    wake?.()
    wake = undefined
  }
  return {
    push(item) {
      items.push(item)
      alert()
    },
    close() {
      isClosed = true
      alert()
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        const batch = items
        items = []
        yield* batch
        if (items.length > 0) continue
        if (isClosed) return
        await new Promise<void>((resolve) => (wake = resolve))
      }
    },
  }
}
