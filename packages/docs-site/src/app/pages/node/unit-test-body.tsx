import type { JSX } from 'preact'
import type { Json, UnitTestPage, UnitTestRows } from '../../../data/index.ts'
import { NodeLink } from '../../parts/node-link.tsx'
import { Section } from '../../parts/section.tsx'
import { Settings } from './common.tsx'
import { Fact } from './details.tsx'
import { Frame } from './frame.tsx'
import { RunFigures } from './run-figures.tsx'
import { Runs } from './runs.tsx'

/** Rows that go in, and the rows that must come out. */
export function UnitTestBody({ page }: { readonly page: UnitTestPage }): JSX.Element {
  return (
    <Frame
      page={page}
      figures={<RunFigures runs={page.runs} done="passed" />}
      facts={<Fact name="Of">{page.of && <NodeLink link={page.of} />}</Fact>}
      parts={[
        { id: 'given', title: 'Given' },
        { id: 'expected', title: 'Expected' },
      ]}
    >
      <Section id="given" title="Given">
        {page.given.map((it, index) => (
          <div class="given" key={index}>
            <h3>
              <code>{it.input}</code>
            </h3>
            <Rows rows={it} />
          </div>
        ))}
      </Section>
      <Section id="expected" title="Expected">
        <Rows rows={page.expect} />
      </Section>
      <Runs runs={page.runs} />
      <Settings page={page} />
    </Frame>
  )
}

function Rows({ rows }: { readonly rows: UnitTestRows }): JSX.Element {
  const fixture =
    rows.fixture === undefined ? null : <p class="quiet">from the fixture {rows.fixture}</p>
  if (rows.columns === undefined || rows.rows === undefined) {
    return (
      <>
        {fixture}
        {rows.text !== undefined && <pre class="json-text">{rows.text}</pre>}
      </>
    )
  }
  return (
    <>
      {fixture}
      <div class="scroll-x">
        <table class="rows compact">
          <thead>
            <tr>
              {rows.columns.map((it) => (
                <th scope="col" key={it}>
                  <code>{it}</code>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.rows.map((row, index) => (
              <tr key={index}>
                {row.map((value, at) => (
                  <td key={at}>{words(value)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.rows.length === 0 && <p class="quiet">no rows</p>}
    </>
  )
}

function words(value: Json): JSX.Element | string {
  if (value === null) return <span class="quiet">null</span>
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
