import type { JSX } from 'preact'
import type { LoadInfo, LoadRun, QuarantineInfo } from '../../../data/index.ts'
import { Empty } from '../../parts/empty.tsx'
import { count, duration } from '../../parts/format.ts'
import { Section } from '../../parts/section.tsx'
import { StatusMark } from '../../parts/status.tsx'
import { Time } from '../../parts/time.tsx'
import { Fact } from './details.tsx'
import { Rows } from '../../parts/rows.tsx'

/** How a source is filled: what is asked of its rows, what came, what was turned away. */
export function Loads({ load }: { readonly load: LoadInfo }): JSX.Element {
  return (
    <Section id="loads" title="Loads">
      <dl class="facts wide">
        <Fact name="From">
          {load.from.map((it) => (
            <code class="path block" key={it}>
              {it}
            </code>
          ))}
        </Fact>
        <Fact name="Format">{load.format}</Fact>
        <Fact name="Strategy">{load.strategy}</Fact>
        <Fact name="Key">
          {load.key !== undefined && load.key.length > 0 && <code>{load.key.join(', ')}</code>}
        </Fact>
      </dl>
      {load.contract !== undefined && load.contract.length > 0 && <Rules load={load} />}
      {load.quarantine !== undefined && <Quarantine quarantine={load.quarantine} />}
      <h3>History</h3>
      {load.loads.length === 0 ? (
        <Empty
          todo={
            <>
              Run <code>btn load</code> or <code>btn build</code>, then make this site again.
            </>
          }
        >
          Nothing was loaded yet, as far as is known.
        </Empty>
      ) : (
        <LoadTable loads={load.loads} />
      )}
    </Section>
  )
}

function Rules({ load }: { readonly load: LoadInfo }): JSX.Element {
  return (
    <>
      <h3>What is asked of each row</h3>
      <ul class="rules">
        {load.contract?.map((it) => (
          <li key={it.name}>
            {it.column !== undefined && <code>{it.column}</code>} {it.says}
            {it.severity === 'warn' && <span class="badge small">only warns</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

function Quarantine({ quarantine }: { readonly quarantine: QuarantineInfo }): JSX.Element | null {
  if (quarantine.rows === 0) return null
  const most = Math.max(...quarantine.reasons.map((it) => it.rows), 1)
  return (
    <>
      <h3>In quarantine: {count(quarantine.rows)} rows</h3>
      <Rows look="bars" heads={['Reason', { number: 'Rows' }, { unseen: 'As a bar' }]}>
        {quarantine.reasons.map((it) => (
          <tr key={it.reason}>
            <td>{it.reason}</td>
            <td class="number">{count(it.rows)}</td>
            <td class="bar-cell">
              <span class="bar" style={{ width: `${(100 * it.rows) / most}%` }} />
            </td>
          </tr>
        ))}
      </Rows>
    </>
  )
}

function LoadTable({ loads }: { readonly loads: readonly LoadRun[] }): JSX.Element {
  return (
    <Rows
      heads={[
        'When',
        'Result',
        'File',
        { number: 'Read' },
        { number: 'Loaded' },
        { number: 'Turned away' },
        { number: 'Took' },
      ]}
    >
      {loads.map((it, index) => (
        <tr key={index}>
          <td>
            <Time at={it.at} />
          </td>
          <td>
            <StatusMark status={it.status} word={it.status === 'success' ? 'loaded' : undefined} />
          </td>
          <td>
            {it.file !== undefined && <code class="path">{it.file}</code>}
            {it.partition !== undefined && ` ${it.partition}`}
            {it.message !== undefined && <p class="message">{it.message}</p>}
          </td>
          <td class="number">{it.read !== undefined && count(it.read)}</td>
          <td class="number">{it.loaded !== undefined && count(it.loaded)}</td>
          <td class="number">{it.rejected !== undefined && count(it.rejected)}</td>
          <td class="number">{it.seconds !== undefined && duration(it.seconds)}</td>
        </tr>
      ))}
    </Rows>
  )
}
