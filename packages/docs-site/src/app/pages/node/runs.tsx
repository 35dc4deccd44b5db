import type { JSX } from 'preact'
import type { RunInfo } from '../../../data/index.ts'
import { count, duration } from '../../parts/format.ts'
import { Section } from '../../parts/section.tsx'
import { StatusMark } from '../../parts/status.tsx'
import { Time } from '../../parts/time.tsx'
import { Rows } from '../../parts/rows.tsx'

/** Earlier runs; the message of the last one where it went wrong. */
export function Runs({ runs }: { readonly runs: readonly RunInfo[] }): JSX.Element | null {
  const isWorthIt = runs.length > 1 || runs.some((it) => isWrong(it))
  if (!isWorthIt) return null
  return (
    <Section id="runs" title="Runs" count={runs.length}>
      <Rows heads={['When', 'Result', { number: 'Took' }, { number: 'Rows' }]}>
        {runs.map((it, index) => (
          <tr key={index}>
            <td>
              {it.at !== undefined && <Time at={it.at} />}
              {it.partition !== undefined && <span class="quiet"> for {it.partition}</span>}
            </td>
            <td>
              <StatusMark status={it.status} />
              {isWrong(it) && it.message !== undefined && <pre class="message">{it.message}</pre>}
            </td>
            <td class="number">{it.seconds !== undefined && duration(it.seconds)}</td>
            <td class="number">{rowsOf(it)}</td>
          </tr>
        ))}
      </Rows>
    </Section>
  )
}

const isWrong = ({ status }: RunInfo): boolean => status !== 'success' && status !== 'pass'

function rowsOf({ rows, failures }: RunInfo): string {
  if (rows !== undefined) return count(rows)
  return failures === undefined || failures === 0 ? '' : `${count(failures)} failed`
}
