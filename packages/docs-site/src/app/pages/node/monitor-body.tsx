import type { JSX } from 'preact'
import type { MonitorPage, MonitorValue } from '../../../data/index.ts'
import { Empty } from '../../parts/empty.tsx'
import { JsonView } from '../../parts/json-view.tsx'
import { NodeLink } from '../../parts/node-link.tsx'
import { Section } from '../../parts/section.tsx'
import { Sparkline } from '../../parts/sparkline.tsx'
import { StatusMark } from '../../parts/status.tsx'
import { Time } from '../../parts/time.tsx'
import { Code } from './code.tsx'
import { Settings, usualParts } from './common.tsx'
import { Fact } from './details.tsx'
import { Figure, Figures } from './figures.tsx'
import { Frame } from './frame.tsx'
import { Lineage } from './lineage.tsx'
import { Neighbours } from './neighbours.tsx'
import { Rows } from '../../parts/rows.tsx'

/** A figure that is watched. */
export function MonitorBody({ page }: { readonly page: MonitorPage }): JSX.Element {
  return (
    <Frame
      page={page}
      figures={<LastValue values={page.values} />}
      facts={<Fact name="Watches">{page.on && <NodeLink link={page.on} />}</Fact>}
      parts={usualParts(
        page,
        { id: 'definition', title: 'Definition' },
        { id: 'values', title: 'Values' },
      )}
    >
      <Section id="definition" title="Definition">
        <JsonView value={page.definition} />
      </Section>
      <Section id="values" title="Values" count={page.values.length}>
        {page.values.length === 0 ? (
          <Empty
            todo={
              <>
                Run <code>btn monitor</code> or <code>btn build</code>, then make this site again.
              </>
            }
          >
            It has measured nothing yet, as far as is known.
          </Empty>
        ) : (
          <Values values={page.values} />
        )}
      </Section>
      {page.hasCode && <Code id={page.id} />}
      <Lineage id={page.id} name={page.name} />
      <Neighbours page={page} />
      <Settings page={page} />
    </Frame>
  )
}

function LastValue({ values }: { readonly values: readonly MonitorValue[] }): JSX.Element | null {
  const [last] = values
  if (last === undefined) return null
  const known = values.flatMap((it) => (it.value === undefined ? [] : [it.value])).toReversed()
  return (
    <Figures>
      <Figure name="Last value" note={<Time at={last.at} />}>
        {last.value === undefined ? '–' : String(last.value)}
      </Figure>
      <Figure
        name="Verdict"
        note={
          <Sparkline
            values={known}
            label={`The last ${known.length} values, ${known.join(', ')}`}
          />
        }
      >
        <StatusMark status={last.verdict} />
      </Figure>
    </Figures>
  )
}

function Values({ values }: { readonly values: readonly MonitorValue[] }): JSX.Element {
  return (
    <Rows heads={['When', { number: 'Value' }, { number: 'Usual' }, 'Expected', 'Verdict']}>
      {values.map((it, index) => (
        <tr key={index}>
          <td>
            <Time at={it.at} />
            {it.partition !== undefined && <span class="quiet"> for {it.partition}</span>}
          </td>
          <td class="number">{it.value}</td>
          <td class="number">{it.baseline}</td>
          <td>{it.expected}</td>
          <td>
            <StatusMark status={it.verdict} />
            {it.verdict !== 'pass' && it.message !== undefined && (
              <p class="message">{it.message}</p>
            )}
          </td>
        </tr>
      ))}
    </Rows>
  )
}
