import type { JSX } from 'preact'
import type { NodeTable } from '../../data/index.ts'
import { Await } from '../data/await.tsx'
import { linkAt, useNames } from '../data/site.ts'
import { NodeLink } from '../parts/node-link.tsx'
import { Section } from '../parts/section.tsx'
import { nearestRows } from '../search/nearest.ts'
import { useTitle } from '../shell/title.ts'

/** For an address that leads nowhere: what is near to it. */
export function Missing({ what }: { readonly what: string }): JSX.Element {
  useTitle('Not found')
  const names = useNames()
  const word = what.split(/[./]/).at(-1) ?? what
  return (
    <div class="page">
      <h1>Not found</h1>
      <p class="lead">
        This project has nothing under <code>{what}</code>. It may have been renamed or removed
        since the link was made.
      </p>
      <Await data={names} what="The names">
        {(table) => <Nearest table={table} word={word} />}
      </Await>
      <p>
        Search with <kbd>/</kbd>, or go to the <a href="#!/overview">overview</a>.
      </p>
    </div>
  )
}

function Nearest({ table, word }: { readonly table: NodeTable; readonly word: string }) {
  const rows = nearestRows(table, word, 8)
  if (rows.length === 0) return null
  return (
    <Section id="near" title="What comes near">
      <ul class="links">
        {rows.map((row) => (
          <li key={row}>
            <NodeLink link={linkAt(table, row)} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
