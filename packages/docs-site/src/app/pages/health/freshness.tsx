import type { JSX } from 'preact'
import type { SourceFreshness } from '../../../data/index.ts'
import { age } from '../../parts/format.ts'
import { NodeLink } from '../../parts/node-link.tsx'
import { Section } from '../../parts/section.tsx'
import { StatusMark } from '../../parts/status.tsx'
import { Time } from '../../parts/time.tsx'
import { Rows } from '../../parts/rows.tsx'

export const FRESHNESS_WORDS = { pass: 'fresh', warn: 'getting stale', error: 'stale' } as const

/** Sources and how old their newest rows were when somebody looked. */
export function Freshness({ list }: { readonly list: readonly SourceFreshness[] }): JSX.Element {
  return (
    <Section id="freshness" title="Freshness of sources" count={list.length}>
      <Rows heads={['Source', 'State', 'Newest row', 'Looked at']}>
        {list.map(({ source, freshness: it }) => (
          <tr key={source.id}>
            <th scope="row">
              <NodeLink link={source} />
            </th>
            <td>
              <StatusMark status={it.status} word={FRESHNESS_WORDS[it.status]} />
            </td>
            <td>
              {it.newestAt !== undefined && <Time at={it.newestAt} />}
              {it.ageSeconds !== undefined && <span class="quiet">, {age(it.ageSeconds)} old</span>}
            </td>
            <td>{it.checkedAt !== undefined && <Time at={it.checkedAt} />}</td>
          </tr>
        ))}
      </Rows>
    </Section>
  )
}
