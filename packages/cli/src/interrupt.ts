/** Ctrl-C, for as long as something runs that can be stopped. */
export interface Interrupt {
  readonly signal: AbortSignal
  dispose(): void
}

/** As a caller's own signal has it. */
export function followSignal(given: AbortSignal, onFirst: () => void): Interrupt {
  given.addEventListener('abort', onFirst)
  return { signal: given, dispose: () => given.removeEventListener('abort', onFirst) }
}

/** The first Ctrl-C (or SIGTERM) asks the work to stop, so that it can clean up and write its results; the second ends the process. */
export function listenForInterrupt(onFirst: () => void): Interrupt {
  const controller = new AbortController()
  const listener = (): void => {
    if (controller.signal.aborted) process.exit(2)
    controller.abort()
    onFirst()
  }
  process.on('SIGINT', listener)
  process.on('SIGTERM', listener)
  return {
    signal: controller.signal,
    dispose() {
      process.off('SIGINT', listener)
      process.off('SIGTERM', listener)
    },
  }
}
