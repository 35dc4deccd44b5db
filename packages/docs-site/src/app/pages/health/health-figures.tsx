import type { JSX } from 'preact'
import { verdictOf, type Health, type Share } from '../../../data/index.ts'
import { useSite } from '../../data/site.ts'
import { count, percent } from '../../parts/format.ts'
import { VerdictMark } from '../../parts/status.tsx'
import { Figure, Figures } from '../node/figures.tsx'

/** The whole in five figures. */
export function HealthFigures({ health }: { readonly health: Health }): JSX.Element {
  const { has } = useSite()
  const bad = health.problems.filter((it) => verdictOf(it.status) === 'bad').length
  const warned = health.problems.length - bad
  const stale = health.freshness.filter((it) => it.freshness.status !== 'pass').length
  const described = sum(health.coverage.map((it) => it.nodes))
  const tested = sum(health.coverage.map((it) => it.testedNodes))
  return (
    <Figures>
      <Figure name="Problems" note={warned > 0 && bad > 0 ? `${count(warned)} warned` : undefined}>
        {!has.results ? (
          <VerdictMark verdict="none" word="not known" />
        ) : bad > 0 ? (
          <VerdictMark verdict="bad" word={`${count(bad)} failed`} />
        ) : warned > 0 ? (
          <VerdictMark verdict="warn" word={`${count(warned)} warned`} />
        ) : (
          <VerdictMark verdict="good" word="none" />
        )}
      </Figure>
      {health.freshness.length > 0 && (
        <Figure name="Sources" note={`of ${count(health.freshness.length)} looked at`}>
          {stale > 0 ? (
            <VerdictMark verdict="warn" word={`${count(stale)} stale`} />
          ) : (
            <VerdictMark verdict="good" word="fresh" />
          )}
        </Figure>
      )}
      <Figure name="Described" note={`${count(described.have)} of ${count(described.all)}`}>
        {percent(described.have, described.all)}
      </Figure>
      <Figure name="Tested" note={`${count(tested.have)} of ${count(tested.all)}`}>
        {percent(tested.have, tested.all)}
      </Figure>
      <Figure name="Used by nothing">{count(health.unused.length)}</Figure>
    </Figures>
  )
}

function sum(shares: readonly Share[]): Share {
  return shares.reduce((all, it) => ({ have: all.have + it.have, all: all.all + it.all }), {
    have: 0,
    all: 0,
  })
}
