import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Icon } from '../parts/icon.tsx'
import type { Loaded } from './use-data.ts'

interface AwaitProps<T> {
  readonly data: Loaded<T>
  /** What is awaited, as in «The columns». */
  readonly what: string
  readonly children: (value: T) => ComponentChildren
}

/** Shows what has come; until then that it is awaited, and where it does not come, why. */
export function Await<T>({ data, what, children }: AwaitProps<T>): JSX.Element {
  if (data.kind === 'ready') return <>{children(data.value)}</>
  if (data.kind === 'loading') return <Patience what={what} />
  return (
    <div class="trouble" role="alert">
      <Icon name="warn" />
      <div>
        <p>
          <strong>{what} cannot be shown:</strong> {data.message}.
        </p>
        <p>
          The folder of this site is not whole. Copy all of it, <code>data/</code> included, or make
          it again with <code>btn docs generate</code>.
        </p>
        <button type="button" class="button" onClick={data.retry}>
          Try again
        </button>
      </div>
    </div>
  )
}

/** Waiting is said only when it lasts, so that quick pages do not flicker. */
function Patience({ what }: { readonly what: string }): JSX.Element {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <p class="patience" role="status">
      {isLong ? `${what}: reading …` : ''}
    </p>
  )
}
