import type { JSX } from 'preact'
import { verdictOf, type Status, type TestCount, type Verdict } from '../../../data/index.ts'
import { Empty } from '../../parts/empty.tsx'
import { count } from '../../parts/format.ts'
import { Rows } from '../../parts/rows.tsx'
import { Section } from '../../parts/section.tsx'
import { VerdictMark } from '../../parts/status.tsx'

const COLUMNS: readonly (readonly [Verdict, string])[] = [
  ['bad', 'failed'],
  ['warn', 'warned'],
  ['good', 'passed'],
  ['none', 'not run'],
]

/** Tests by severity and last result. */
export function TestCounts({ list }: { readonly list: readonly TestCount[] }): JSX.Element {
  const filled = list.filter((it) => totalOf(it) > 0)
  return (
    <Section id="tests" title="Tests by severity">
      {filled.length === 0 ? (
        <Empty
          todo={
            <>
              Begin with <code>unique</code> and <code>not_null</code> on the keys.
            </>
          }
        >
          This project has no tests.
        </Empty>
      ) : (
        <Rows look="compact" heads={['Severity', ...COLUMNS.map(([, number]) => ({ number }))]}>
          {filled.map((it) => (
            <tr key={it.severity}>
              <th scope="row">{it.severity === 'warn' ? 'only warns' : 'error'}</th>
              {COLUMNS.map(([verdict]) => (
                <td class="number" key={verdict}>
                  <Number verdict={verdict} value={countOf(it, verdict)} />
                </td>
              ))}
            </tr>
          ))}
        </Rows>
      )}
    </Section>
  )
}

function Number({
  verdict,
  value,
}: {
  readonly verdict: Verdict
  readonly value: number
}): JSX.Element {
  return value === 0 ? (
    <span class="quiet">0</span>
  ) : (
    <VerdictMark verdict={verdict} word={count(value)} />
  )
}

function countOf({ counts, unknown }: TestCount, verdict: Verdict): number {
  const known = (Object.entries(counts) as [Status, number][])
    .filter(([status]) => verdictOf(status) === verdict)
    .reduce((sum, [, number]) => sum + number, 0)
  return verdict === 'none' ? known + unknown : known
}

const totalOf = (it: TestCount): number =>
  COLUMNS.reduce((sum, [verdict]) => sum + countOf(it, verdict), 0)
