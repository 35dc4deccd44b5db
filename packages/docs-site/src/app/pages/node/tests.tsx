import type { JSX } from 'preact'
import { linkTo, type TablePage, type TestInfo } from '../../../data/index.ts'
import { counted, duration } from '../../parts/format.ts'
import { Section } from '../../parts/section.tsx'
import { StatusMark, VerdictMark } from '../../parts/status.tsx'
import { Time } from '../../parts/time.tsx'
import { testWords } from './test-words.ts'
import { Rows } from '../../parts/rows.tsx'

/** Tests of the whole relation; those of columns stand with the columns. */
export function Tests({ page }: { readonly page: TablePage }): JSX.Element | null {
  const all = [...page.tests, ...page.unitTests]
  if (all.length === 0) return null
  const ofColumns = page.columns.reduce((sum, { tests }) => sum + tests.length, 0)
  return (
    <Section id="tests" title="Tests" count={all.length}>
      {ofColumns > 0 && (
        <p class="quiet">
          Of the whole {page.kind}; {counted(ofColumns, 'more stands', 'more stand')} with the
          columns.
        </p>
      )}
      <TestTable tests={all} />
    </Section>
  )
}

/** Tests with their last results. */
export function TestTable({ tests }: { readonly tests: readonly TestInfo[] }): JSX.Element {
  return (
    <Rows heads={['Test', 'Last result', 'When']}>
      {tests.map((it) => (
        <tr key={it.id}>
          <td>
            <a class="test-name" href={linkTo(it.id)}>
              {testWords(it)}
            </a>
            {it.severity === 'warn' && <span class="badge small">only warns</span>}
          </td>
          <td>
            <LastResult test={it} />
          </td>
          <td>
            {it.last?.at !== undefined && <Time at={it.last.at} />}
            {it.last?.seconds !== undefined && (
              <span class="quiet"> {duration(it.last.seconds)}</span>
            )}
          </td>
        </tr>
      ))}
    </Rows>
  )
}

function LastResult({ test: { last } }: { readonly test: TestInfo }): JSX.Element {
  if (last === undefined) return <VerdictMark verdict="none" word="not run" />
  const failures = last.failures ?? 0
  return (
    <>
      <StatusMark status={last.status} word={last.status === 'success' ? 'passed' : undefined} />
      {failures > 0 && <span class="quiet"> {counted(failures, 'row')}</span>}
    </>
  )
}
