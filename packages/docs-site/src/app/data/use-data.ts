import { useEffect, useState } from 'preact/hooks'

/** How far a piece of data has come. */
export type Loaded<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'failed'; readonly message: string; readonly retry: () => void }

const LOADING = { kind: 'loading' } as const

/**
 * What `load` gives, asked for when `key` changes. Values that came before are kept by who loads them, so a page that was seen
 * is there at once.
 */
export function useData<T>(key: string, load: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ readonly key: string; readonly loaded: Loaded<T> }>({
    key,
    loaded: LOADING,
  })
  const [round, setRound] = useState(0)
  useEffect(() => {
    let isWanted = true
    const say = (loaded: Loaded<T>): void => {
      if (isWanted) setState({ key, loaded })
    }
    load().then(
      (value) => say({ kind: 'ready', value }),
      (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error)
        say({ kind: 'failed', message, retry: () => setRound(round + 1) })
      },
    )
    return () => {
      isWanted = false
    }
  }, [key, round])
  return state.key === key ? state.loaded : LOADING
}
