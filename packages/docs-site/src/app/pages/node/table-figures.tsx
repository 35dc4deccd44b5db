import type { ComponentChildren, JSX } from 'preact'
import { verdictOf, type TablePage, type TestInfo, type Verdict } from '../../../data/index.ts'
import { age, bytes, count, counted } from '../../parts/format.ts'
import { StatusMark, VerdictMark } from '../../parts/status.tsx'
import { Figure, Figures } from './figures.tsx'
import { LastRun } from './run-figures.tsx'

/** Rows, size, last run, tests, freshness of a relation: as far as somebody looked. */
export function TableFigures({ page }: { readonly page: TablePage }): JSX.Element | null {
  const figures = [
    sizeFigure(page),
    runFigure(page),
    testsFigure(page),
    freshnessFigure(page),
    quarantineFigure(page),
  ].filter((it) => it !== undefined)
  return figures.length === 0 ? null : <Figures>{figures}</Figures>
}

function sizeFigure({ stats }: TablePage): ComponentChildren {
  if (stats?.rows === undefined && stats?.bytes === undefined) return undefined
  const size = stats.bytes === undefined ? undefined : bytes(stats.bytes)
  const place = stats.files === undefined ? 'stored' : `in ${counted(stats.files, 'file')}`
  if (stats.rows === undefined)
    return (
      <Figure name="Size" note={place}>
        {size}
      </Figure>
    )
  return (
    <Figure name="Rows" note={size && `${size} ${place}`}>
      {count(stats.rows)}
    </Figure>
  )
}

/** What a run does to what is not built. */
const DONE: Readonly<Record<TablePage['kind'], string>> = {
  model: 'built',
  seed: 'loaded',
  snapshot: 'built',
  source: 'loaded',
}

const runFigure = ({ runs, kind }: TablePage): ComponentChildren =>
  runs.length === 0 ? undefined : <LastRun runs={runs} done={DONE[kind]} />

/** All tests of a relation and its columns. */
export function testsOf(page: TablePage): readonly TestInfo[] {
  return [...page.tests, ...page.columns.flatMap((it) => it.tests), ...page.unitTests]
}

function testsFigure(page: TablePage): ComponentChildren {
  const tests = testsOf(page)
  if (tests.length === 0) return undefined
  const counts: Record<Verdict, number> = { good: 0, warn: 0, bad: 0, none: 0 }
  for (const it of tests) counts[verdictOf(it.last?.status)]++
  const notes = [
    counts.bad > 0 && counts.good > 0 && `${count(counts.good)} passed`,
    counts.none > 0 && counts.none < tests.length && `${count(counts.none)} not run`,
  ].filter((it) => it !== false)
  return (
    <Figure name="Tests" note={notes.length > 0 ? notes.join(', ') : undefined}>
      {summary(counts, tests.length)}
    </Figure>
  )
}

function summary(counts: Readonly<Record<Verdict, number>>, all: number): JSX.Element {
  if (counts.bad > 0) return <VerdictMark verdict="bad" word={`${count(counts.bad)} failed`} />
  if (counts.warn > 0) return <VerdictMark verdict="warn" word={`${count(counts.warn)} warned`} />
  if (counts.good > 0) return <VerdictMark verdict="good" word={`${count(counts.good)} passed`} />
  return <VerdictMark verdict="none" word={`${count(all)} not run`} />
}

function freshnessFigure({ source }: TablePage): ComponentChildren {
  const freshness = source?.freshness
  if (freshness === undefined) return undefined
  const words = { pass: 'fresh', warn: 'getting stale', error: 'stale' }
  const old =
    freshness.ageSeconds === undefined ? undefined : `newest row ${age(freshness.ageSeconds)} old`
  return (
    <Figure name="Freshness" note={old}>
      <StatusMark status={freshness.status} word={words[freshness.status]} />
    </Figure>
  )
}

function quarantineFigure({ load }: TablePage): ComponentChildren {
  if (load?.quarantine === undefined) return undefined
  const { rows } = load.quarantine
  return (
    <Figure name="Quarantine">
      <VerdictMark
        verdict={rows === 0 ? 'good' : 'warn'}
        word={rows === 0 ? 'empty' : `${count(rows)} ${rows === 1 ? 'row' : 'rows'}`}
      />
    </Figure>
  )
}
