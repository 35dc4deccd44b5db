import type { JSX } from 'preact'
import type { Health as HealthData } from '../../../data/index.ts'
import { loadData } from '../../../load/load-data.ts'
import { Await } from '../../data/await.tsx'
import { useSite } from '../../data/site.ts'
import { useData } from '../../data/use-data.ts'
import { Empty } from '../../parts/empty.tsx'
import { LinkList } from '../../parts/link-list.tsx'
import { Section } from '../../parts/section.tsx'
import { Time } from '../../parts/time.tsx'
import { useTitle } from '../../shell/title.ts'
import { CoverageTable } from './coverage.tsx'
import { Freshness } from './freshness.tsx'
import { HealthFigures } from './health-figures.tsx'
import { Monitors } from './monitors.tsx'
import { Problems } from './problems.tsx'
import { Quarantine } from './quarantine.tsx'
import { Slowest } from './slowest.tsx'
import { TestCounts } from './test-counts.tsx'

/** How the project is: what went wrong last, what is slow, what nobody describes, tests or uses. */
export function Health(): JSX.Element {
  useTitle('Health')
  const { lastRun } = useSite()
  const data = useData('health', () => loadData('health'))
  return (
    <div class="page">
      <h1>Health</h1>
      {lastRun !== undefined && (
        <p class="lead">
          As of the last {lastRun.command ?? 'run'}, <Time at={lastRun.at} />.
        </p>
      )}
      <Await data={data} what="The figures">
        {(it) => <Known health={it} />}
      </Await>
    </div>
  )
}

function Known({ health }: { readonly health: HealthData }): JSX.Element {
  const { has } = useSite()
  return (
    <>
      <HealthFigures health={health} />
      <Section id="problems" title="What failed or warned last" count={health.problems.length}>
        {has.results ? <Problems problems={health.problems} /> : <NoResults />}
      </Section>
      {health.monitors.length + health.alerts.length > 0 && <Monitors health={health} />}
      {health.freshness.length > 0 && <Freshness list={health.freshness} />}
      {health.quarantine.length > 0 && <Quarantine list={health.quarantine} />}
      {health.slowest.length > 0 && <Slowest list={health.slowest} />}
      <TestCounts list={health.tests} />
      <CoverageTable list={health.coverage} />
      <Left
        title="Without a description"
        id="undescribed"
        links={health.undescribed}
        done="Every model is described."
      />
      <Left
        title="Without a test"
        id="untested"
        links={health.untested}
        done="Every model and seed has a test."
      />
      <Left
        title="Used by nothing"
        id="unused"
        links={health.unused}
        done="Everything is used by something in the project."
        note="No other node, exposure or report of the project reads these. Whoever does outside can be named as an exposure."
      />
    </>
  )
}

function NoResults(): JSX.Element {
  return (
    <Empty
      todo={
        <>
          Run <code>btn build</code>, then <code>btn docs generate</code>.
        </>
      }
    >
      No results of a run are known.
    </Empty>
  )
}

interface LeftProps {
  readonly id: string
  readonly title: string
  readonly links: HealthData['unused']
  /** What is said where there is none. */
  readonly done: string
  readonly note?: string
}

/** What still lacks something. */
function Left({ id, title, links, done, note }: LeftProps): JSX.Element {
  return (
    <Section id={id} title={title} count={links.length}>
      {links.length === 0 ? (
        <p class="quiet">{done}</p>
      ) : (
        <>
          {note !== undefined && <p class="quiet">{note}</p>}
          <LinkList links={links} />
        </>
      )}
    </Section>
  )
}
