import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Coverage, Share } from '../../../data/index.ts'
import { useSite } from '../../data/site.ts'
import { count, percent } from '../../parts/format.ts'
import { Section } from '../../parts/section.tsx'
import { toHash } from '../../route/route.ts'

const AT_FIRST = 20

/** How much is described and tested, folder by folder. */
export function CoverageTable({
  list,
}: {
  readonly list: readonly Coverage[]
}): JSX.Element | null {
  const { project } = useSite()
  const [all, setAll] = useState(false)
  if (list.length === 0) return null
  const shown = all ? list : list.slice(0, AT_FIRST)
  return (
    <Section id="coverage" title="Coverage of descriptions and tests">
      <div class="scroll-x">
        <table class="rows coverage">
          <thead>
            <tr>
              <th scope="col">Folder</th>
              <th scope="col">Described</th>
              <th scope="col">Columns described</th>
              <th scope="col">Tested</th>
              <th scope="col">Columns tested</th>
            </tr>
          </thead>
          <tbody>
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
          </tbody>
        </table>
      </div>
      {shown.length < list.length && (
        <button type="button" class="more" onClick={() => setAll(true)}>
          Show all {count(list.length)} folders
        </button>
      )}
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
