import type { JSX } from 'preact'
import { useTitle } from '../shell/title.ts'

/** The whole project as a graph. */
export function GraphPage({ select }: { readonly select: string }): JSX.Element {
  useTitle('Graph')
  return (
    <div class="page wide">
      <h1>Graph</h1>
      <p>{select}</p>
    </div>
  )
}
