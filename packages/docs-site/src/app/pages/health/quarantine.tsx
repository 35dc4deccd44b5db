import type { JSX } from 'preact'
import type { QuarantineCount } from '../../../data/index.ts'
import { count } from '../../parts/format.ts'
import { NodeLink } from '../../parts/node-link.tsx'
import { Section } from '../../parts/section.tsx'
import { Rows } from '../../parts/rows.tsx'

/** Rows that were turned away and wait for somebody. */
export function Quarantine({ list }: { readonly list: readonly QuarantineCount[] }): JSX.Element {
  return (
    <Section id="quarantine" title="Rows in quarantine">
      <Rows look="compact" heads={['Source', { number: 'Rows' }]}>
        {list.map((it) => (
          <tr key={it.source.id}>
            <th scope="row">
              <NodeLink link={it.source} />
            </th>
            <td class="number">{count(it.rows)}</td>
          </tr>
        ))}
      </Rows>
    </Section>
  )
}
