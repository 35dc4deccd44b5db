import type { JSX } from 'preact'
import type { TestPage } from '../../../data/index.ts'
import { toHash } from '../../route/route.ts'
import { JsonView } from '../../parts/json-view.tsx'
import { NodeLink } from '../../parts/node-link.tsx'
import { Section } from '../../parts/section.tsx'
import { Code } from './code.tsx'
import { Settings, usualParts } from './common.tsx'
import { Fact } from './details.tsx'
import { Frame } from './frame.tsx'
import { Lineage } from './lineage.tsx'
import { Neighbours } from './neighbours.tsx'
import { RunFigures } from './run-figures.tsx'
import { Runs } from './runs.tsx'

/** A data test. */
export function TestBody({ page }: { readonly page: TestPage }): JSX.Element {
  const { test, of } = page
  return (
    <Frame
      page={page}
      badges={[
        test.name === page.name ? 'singular' : test.name,
        ...(test.severity === 'warn' ? ['only warns'] : []),
      ]}
      figures={<RunFigures runs={page.runs} done="passed" />}
      facts={
        <>
          <Fact name="Of">{of && <NodeLink link={of} />}</Fact>
          {of && test.column !== undefined && (
            <Fact name="Column">
              <a href={toHash({ kind: 'node', id: of.id, section: `columns/${test.column}` })}>
                <code>{test.column}</code>
              </a>
            </Fact>
          )}
        </>
      }
      parts={usualParts(page)}
      todo="Nobody has described this test yet."
    >
      {test.args !== undefined && Object.keys(test.args).length > 0 && (
        <Section id="arguments" title="Arguments">
          <JsonView value={test.args} />
        </Section>
      )}
      {page.hasCode && <Code id={page.id} />}
      <Lineage id={page.id} name={page.name} />
      <Neighbours page={page} />
      <Runs runs={page.runs} />
      <Settings page={page} />
    </Frame>
  )
}
