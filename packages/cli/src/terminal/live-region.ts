import { createLogUpdate } from 'log-update'

/** Lines at the bottom of the terminal that change in place, while others scroll by above them. */
export interface LiveRegion {
  show(text: string): void
  writeAbove(text: string): void
  close(): void
}

export function createLiveRegion(stream: NodeJS.WritableStream): LiveRegion {
  const update = createLogUpdate(stream)
  let current = ''
  return {
    show(text) {
      current = text
      update(text)
    },
    writeAbove(text) {
      update.clear()
      stream.write(text)
      if (current) update(current)
    },
    close() {
      current = ''
      update.clear()
      update.done()
    },
  }
}
