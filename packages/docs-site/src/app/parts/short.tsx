import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { count } from './format.ts'
import { usePrinting } from './printing.ts'

interface Short<T> {
  readonly shown: readonly T[]
  /** Shows the rest; null where there is none. */
  readonly more: JSX.Element | null
}

/** The beginning of a list, with a button for the rest; on paper all of it. */
export function useShort<T>(list: readonly T[], atFirst: number): Short<T> {
  const [isWhole, setWhole] = useState(false)
  const isPrinting = usePrinting()
  if (isWhole || isPrinting || list.length <= atFirst) return { shown: list, more: null }
  const more = (
    <button type="button" class="more" onClick={() => setWhole(true)}>
      Show all {count(list.length)}
    </button>
  )
  return { shown: list.slice(0, atFirst), more }
}
