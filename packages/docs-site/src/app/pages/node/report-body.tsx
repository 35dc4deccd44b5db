import type { JSX } from 'preact'
import type { ReportPage } from '../../../data/index.ts'
import { Code } from './code.tsx'
import { Settings, usualParts } from './common.tsx'
import { Fact } from './details.tsx'
import { Frame } from './frame.tsx'
import { Lineage } from './lineage.tsx'
import { Neighbours } from './neighbours.tsx'
import { RunFigures } from './run-figures.tsx'
import { Runs } from './runs.tsx'

/** A report that is written after the tables. */
export function ReportBody({ page }: { readonly page: ReportPage }): JSX.Element {
  return (
    <Frame
      page={page}
      badges={[page.format]}
      figures={<RunFigures runs={page.runs} done="written" />}
      facts={
        <Fact name="Written to">
          {page.output !== '' && <code class="path">{page.output}</code>}
        </Fact>
      }
      parts={usualParts(page)}
    >
      {page.hasCode && <Code id={page.id} title="Template" />}
      <Lineage id={page.id} name={page.name} />
      <Neighbours page={page} />
      <Runs runs={page.runs} />
      <Settings page={page} />
    </Frame>
  )
}
