import type { JSX } from 'preact'
import type { AlertState, Health, MonitorState } from '../../../data/index.ts'
import { NodeLink } from '../../parts/node-link.tsx'
import { Section } from '../../parts/section.tsx'
import { StatusMark } from '../../parts/status.tsx'
import { Time } from '../../parts/time.tsx'
import { Rows } from '../../parts/rows.tsx'

/** What monitors said last, and whom alerts went to. */
export function Monitors({ health }: { readonly health: Health }): JSX.Element {
  return (
    <Section id="monitors" title="Monitors and alerts">
      {health.monitors.length > 0 && <MonitorTable list={health.monitors} />}
      {health.alerts.length > 0 && <AlertTable list={health.alerts} />}
    </Section>
  )
}

function MonitorTable({ list }: { readonly list: readonly MonitorState[] }): JSX.Element {
  const says = (it: MonitorState): string => (it.verdict === 'pass' ? '' : (it.message ?? ''))
  const isSaid = list.some((it) => says(it) !== '')
  return (
    <Rows heads={['Monitor', 'Verdict', 'When', isSaid && 'Says']}>
      {list.map((it) => (
        <tr key={it.monitor.id}>
          <th scope="row">
            <NodeLink link={it.monitor} />
          </th>
          <td>
            <StatusMark status={it.verdict} />
          </td>
          <td>{it.at !== undefined && <Time at={it.at} />}</td>
          {isSaid && <td>{says(it)}</td>}
        </tr>
      ))}
    </Rows>
  )
}

function AlertTable({ list }: { readonly list: readonly AlertState[] }): JSX.Element {
  return (
    <Rows heads={['Alert', 'About', 'State', 'When', 'Says']}>
      {list.map((it, index) => (
        <tr key={index}>
          <th scope="row">{it.alert}</th>
          <td>{it.source}</td>
          <td>
            {it.state}
            {it.delivered === false && <span class="quiet"> (not delivered)</span>}
          </td>
          <td>
            <Time at={it.at} />
          </td>
          <td>{it.message}</td>
        </tr>
      ))}
    </Rows>
  )
}
