import type { JSX } from 'preact'
import { kinds, type Kind, type LastRun, type Status } from '../../data/index.ts'
import { loadData } from '../../load/load-data.ts'
import { Await } from '../data/await.tsx'
import { useSite } from '../data/site.ts'
import { useData } from '../data/use-data.ts'
import { count, duration } from '../parts/format.ts'
import { Icon, iconName } from '../parts/icon.tsx'
import { Prose } from '../parts/prose.tsx'
import { StatusMark } from '../parts/status.tsx'
import { Time } from '../parts/time.tsx'
import { KIND_WORDS, STATUS_WORDS } from '../parts/words.ts'
import { toHash } from '../route/route.ts'
import { useTitle } from '../shell/title.ts'
import { Missing } from './missing.tsx'
import { Products } from './products.tsx'

/** The front page: what the project says of itself, what it has, how it is. */
export function Overview({ package: name }: { readonly package: string | undefined }): JSX.Element {
  const { project } = useSite()
  return name === undefined || name === project ? (
    <ProjectOverview />
  ) : (
    <PackageOverview name={name} />
  )
}

function ProjectOverview(): JSX.Element {
  useTitle('')
  const site = useSite()
  return (
    <div class="page">
      <div class="overview">
        {!site.overview.startsWith('<h1') && <h1>{site.title}</h1>}
        <Prose html={site.overview} />
        <Counts counts={site.counts} />
        {site.lastRun !== undefined && <LastRunLine run={site.lastRun} />}
        <Products />
        <Packages names={site.packages} />
        <p class="made">
          {site.made.at !== undefined && (
            <>
              Described as of <Time at={site.made.at} />, by {site.made.by}
            </>
          )}
          {site.made.adapter !== undefined && `, on ${site.made.adapter}`}.
        </p>
      </div>
    </div>
  )
}

function Counts({ counts }: { readonly counts: Partial<Record<Kind, number>> }): JSX.Element {
  return (
    <ul class="counts" aria-label="What this project has">
      {kinds.map((kind) => {
        const number = counts[kind] ?? 0
        if (number === 0 || kind === 'operation') return null
        return (
          <li key={kind}>
            <a href={toHash({ kind: 'list', by: 'all', value: kind })}>
              <Icon name={iconName(kind)} class={`kind-${kind}`} />
              <span class="counts-number">{count(number)}</span>
              <span class="counts-word">{KIND_WORDS[kind][number === 1 ? 0 : 1]}</span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}

const ORDER: readonly Status[] = [
  'error',
  'fail',
  'partial success',
  'warn',
  'success',
  'pass',
  'skipped',
  'no-op',
]

function LastRunLine({ run }: { readonly run: LastRun }): JSX.Element {
  return (
    <p class="last-run">
      <span>
        Last {run.command ?? 'run'}: <Time at={run.at} />
        {run.seconds !== undefined && `, ${duration(run.seconds)}`}
      </span>
      {ORDER.map((status) => {
        const number = run.counts[status] ?? 0
        if (number === 0) return null
        return (
          <StatusMark
            key={status}
            status={status}
            word={`${count(number)} ${STATUS_WORDS[status]}`}
          />
        )
      })}
      <a href="#!/health">Health</a>
    </p>
  )
}

function Packages({ names }: { readonly names: readonly string[] }): JSX.Element | null {
  if (names.length === 0) return null
  return (
    <section>
      <h2>Packages</h2>
      <ul class="links">
        {names.map((name) => (
          <li key={name}>
            <a class="node-link" href={toHash({ kind: 'overview', package: name })}>
              <Icon name="package" />
              <span class="node-name">{name}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function PackageOverview({ name }: { readonly name: string }): JSX.Element {
  useTitle(name)
  const { has, packages } = useSite()
  const overviews = useData('overviews', () =>
    has.overviews ? loadData('overviews') : Promise.resolve(undefined),
  )
  if (!packages.includes(name)) return <Missing what={name} />
  return (
    <div class="page">
      <p class="crumbs">Package</p>
      <h1>{name}</h1>
      <Await data={overviews} what="The overview">
        {(all) => {
          const html = all?.[name]
          return html === undefined ? null : <Prose html={html} />
        }}
      </Await>
      <p>
        <a href={toHash({ kind: 'list', by: 'package', value: name })}>All that comes with it</a>
      </p>
    </div>
  )
}
