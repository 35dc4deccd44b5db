import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { SlowNode } from '../../../data/index.ts'
import { duration } from '../../parts/format.ts'
import { NodeLink } from '../../parts/node-link.tsx'
import { Section } from '../../parts/section.tsx'
import { Sparkline } from '../../parts/sparkline.tsx'

const AT_FIRST = 10

/** The nodes that took longest, with bars. */
export function Slowest({ list }: { readonly list: readonly SlowNode[] }): JSX.Element {
  const [all, setAll] = useState(false)
  const most = Math.max(...list.map((it) => it.seconds), Number.MIN_VALUE)
  const hasTrend = list.some((it) => it.trend.length > 1)
  const shown = all ? list : list.slice(0, AT_FIRST)
  return (
    <Section id="slowest" title="Slowest">
      <table class="rows bars">
        <thead>
          <tr>
            <th scope="col">Node</th>
            <th scope="col" class="number">
              Took
            </th>
            <th scope="col">
              <span class="unseen">As a bar</span>
            </th>
            {hasTrend && <th scope="col">Earlier</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((it) => (
            <tr key={it.node.id}>
              <th scope="row">
                <NodeLink link={it.node} />
              </th>
              <td class="number">{duration(it.seconds)}</td>
              <td class="bar-cell">
                <span class="bar" style={{ width: `${(100 * it.seconds) / most}%` }} />
              </td>
              {hasTrend && (
                <td>
                  <Sparkline
                    values={it.trend}
                    label={`Durations: ${it.trend.map(duration).join(', ')}`}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < list.length && (
        <button type="button" class="more" onClick={() => setAll(true)}>
          Show all {list.length}
        </button>
      )}
    </Section>
  )
}
