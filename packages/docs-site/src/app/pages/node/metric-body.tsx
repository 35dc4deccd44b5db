import type { JSX } from 'preact'
import type { MetricPage, SavedQueryPage } from '../../../data/index.ts'
import { JsonView } from '../../parts/json-view.tsx'
import { Section } from '../../parts/section.tsx'
import { Settings, usualParts } from './common.tsx'
import { Fact } from './details.tsx'
import { Frame } from './frame.tsx'
import { Lineage } from './lineage.tsx'
import { Neighbours } from './neighbours.tsx'

/** Metrics and saved queries. */
export function MetricBody({ page }: { readonly page: MetricPage | SavedQueryPage }): JSX.Element {
  return (
    <Frame
      page={page}
      badges={page.kind === 'metric' ? [page.type] : []}
      facts={<Fact name="Called">{page.label}</Fact>}
      parts={usualParts(page, { id: 'definition', title: 'Definition' })}
    >
      <Section id="definition" title="Definition">
        <JsonView value={page.definition} />
      </Section>
      <Lineage id={page.id} name={page.name} />
      <Neighbours page={page} />
      <Settings page={page} />
    </Frame>
  )
}
