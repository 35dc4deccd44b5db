import type { JSX } from 'preact'
import type { ExposurePage } from '../../../data/index.ts'
import { Icon } from '../../parts/icon.tsx'
import { Settings, usualParts } from './common.tsx'
import { Fact } from './details.tsx'
import { Frame } from './frame.tsx'
import { Lineage } from './lineage.tsx'
import { Neighbours } from './neighbours.tsx'

/** Who reads the tables outside of the project. */
export function ExposureBody({ page }: { readonly page: ExposurePage }): JSX.Element {
  return (
    <Frame
      page={page}
      badges={[page.type, ...(page.maturity === undefined ? [] : [`${page.maturity} maturity`])]}
      facts={<Fact name="Called">{page.label}</Fact>}
      parts={usualParts(page)}
    >
      {page.url !== undefined && (
        <p>
          <a class="button" href={page.url} rel="noreferrer noopener">
            <Icon name="away" /> Open the {page.type}
          </a>
        </p>
      )}
      <Lineage id={page.id} name={page.name} />
      <Neighbours page={page} />
      <Settings page={page} />
    </Frame>
  )
}
