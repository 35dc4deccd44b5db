import type { JSX } from 'preact'
import type { SlowNode } from '../../../data/index.ts'
import { duration } from '../../parts/format.ts'
import { NodeLink } from '../../parts/node-link.tsx'
import { Section } from '../../parts/section.tsx'
import { Sparkline } from '../../parts/sparkline.tsx'
import { Rows } from '../../parts/rows.tsx'
import { useShort } from '../../parts/short.tsx'

const AT_FIRST = 10

/** The nodes that took longest, with bars. */
export function Slowest({ list }: { readonly list: readonly SlowNode[] }): JSX.Element {
  const { shown, more } = useShort(list, AT_FIRST)
  const most = Math.max(...list.map((it) => it.seconds), Number.MIN_VALUE)
  const hasTrend = list.some((it) => it.trend.length > 1)
  return (
    <Section id="slowest" title="Slowest">
      <Rows
        look="bars"
        heads={['Node', { number: 'Took' }, { unseen: 'As a bar' }, hasTrend && 'Earlier']}
      >
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
      </Rows>
      {more}
    </Section>
  )
}
