import type { JSX } from 'preact'
import { Icon } from '../parts/icon.tsx'

/** What is left to show where not even the first data file can be read. */
export function FirstTrouble({ message }: { readonly message: string }): JSX.Element {
  return (
    <main class="page">
      <h1>This site is not whole</h1>
      <div class="trouble" role="alert">
        <Icon name="warn" />
        <p>
          {message}. Copy the whole folder, <code>data/</code> included, or make it again with{' '}
          <code>btn docs generate</code>.
        </p>
      </div>
    </main>
  )
}
