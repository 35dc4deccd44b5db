import type { JSX } from 'preact'
import type { Coverage, Share } from '../../../data/index.ts'
import { useSite } from '../../data/site.ts'
import { count, percent } from '../../parts/format.ts'
import { Section } from '../../parts/section.tsx'
import { toHash } from '../../route/route.ts'
import { Rows } from '../../parts/rows.tsx'
import { useShort } from '../../parts/short.tsx'

const AT_FIRST = 20

/** How much is described and tested, folder by folder. */
export function CoverageTable({
  list,
}: {
  readonly list: readonly Coverage[]
}): JSX.Element | null {
  const { project } = useSite()
  const { shown, more } = useShort(list, AT_FIRST)
  if (list.length === 0) return null
  return (
    <Section id="coverage" title="Coverage of descriptions and tests">
      <Rows
        look="coverage"
        heads={['Folder', 'Described', 'Columns described', 'Tested', 'Columns tested']}
      >
        {shown.map((it) => (
          <tr key={`${it.package}/${it.folder}`}>
            <th scope="row">
              <a
                href={toHash({
                  kind: 'list',
                  by: 'folder',
                  value: `${it.package}/${it.folder}`,
                })}
              >
                {it.package === project ? it.folder : `${it.package}: ${it.folder}`}
              </a>
            </th>
            <Cell share={it.nodes} />
            <Cell
              share={it.columns}
              note={it.inherited > 0 ? `${count(it.inherited)} inherited` : undefined}
            />
            <Cell share={it.testedNodes} />
            <Cell share={it.testedColumns} />
          </tr>
        ))}
      </Rows>
      {more}
    </Section>
  )
}

function Cell({
  share,
  note,
}: {
  readonly share: Share
  readonly note?: string | undefined
}): JSX.Element {
  const words = `${count(share.have)} of ${count(share.all)}${note === undefined ? '' : `, ${note}`}`
  return (
    <td>
      <span class="share">
        <span class="share-bar" aria-hidden="true">
          <span style={{ width: share.all === 0 ? '0' : `${(100 * share.have) / share.all}%` }} />
        </span>
        {percent(share.have, share.all)}
      </span>
      <span class="quiet share-words">{words}</span>
    </td>
  )
}
