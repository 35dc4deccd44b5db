import type { JSX } from 'preact'
import type {
  ColumnPlace,
  PersonalClass,
  PersonalColumn,
  PersonalData as Data,
  PersonalLeak,
} from '../../data/index.ts'
import { loadData } from '../../load/load-data.ts'
import { Await } from '../data/await.tsx'
import { useSite } from '../data/site.ts'
import { useData } from '../data/use-data.ts'
import { Empty } from '../parts/empty.tsx'
import { count } from '../parts/format.ts'
import { ColumnLink, NodeLink } from '../parts/node-link.tsx'
import { Section } from '../parts/section.tsx'
import { useTitle } from '../shell/title.ts'
import { POLICIES } from './node/column-more.tsx'
import { Rows } from '../parts/rows.tsx'

/** Where personal data enters and where it goes, by class. */
export function PersonalData(): JSX.Element {
  useTitle('Personal data')
  const { has } = useSite()
  return (
    <div class="page">
      <h1>Personal data</h1>
      <p class="lead">
        Columns that say of themselves that they hold personal data, and all columns that are made
        of these. A class follows the lineage of columns.
      </p>
      {has.pii ? <Known /> : <Nothing />}
    </div>
  )
}

function Nothing(): JSX.Element {
  return (
    <Empty
      todo={
        <>
          Say so of the columns where it enters: <code>{'pii: {class: email, policy: hash}'}</code>{' '}
          under <code>config:</code> of a source's column. The class then follows it through the
          project.
        </>
      }
    >
      No column of this project says that it holds personal data.
    </Empty>
  )
}

function Known(): JSX.Element {
  const data = useData('pii', () => loadData('pii'))
  return (
    <Await data={data} what="The map">
      {(it) => <Classes data={it} />}
    </Await>
  )
}

function Classes({ data }: { readonly data: Data }): JSX.Element {
  return (
    <>
      <Rows
        look="compact"
        heads={['Class', { number: 'Enters in' }, { number: 'Reaches' }, { number: 'As it is' }]}
      >
        {data.classes.map((it) => (
          <tr key={it.class}>
            <th scope="row">{it.class}</th>
            <td class="number">
              {count(it.columns.filter((one) => one.from.length === 0).length)}
            </td>
            <td class="number">{count(it.columns.filter((one) => one.from.length > 0).length)}</td>
            <td class="number">{count(it.columns.filter(isRaw).length)}</td>
          </tr>
        ))}
      </Rows>
      {data.leaks.length > 0 && <Leaks list={data.leaks} />}
      {data.classes.map((it) => (
        <Section key={it.class} id={`class-${it.class}`} title={it.class} count={it.columns.length}>
          <ClassMap of={it} />
        </Section>
      ))}
    </>
  )
}

const EXITS: Readonly<Record<string, string>> = {
  public: 'a public model',
  external: 'a model that is written to a file',
  report: 'a report',
  exposure: 'an exposure',
}

/** What gets out although nobody let it: who publishes that has a mistake to mend. */
function Leaks({ list }: { readonly list: readonly PersonalLeak[] }): JSX.Element {
  return (
    <Section id="leaks" title="Gets out" count={list.length}>
      <p class="quiet">
        Personal data as it is reaches what others can read. Protect it with a policy where it
        enters, leave it out, or say with <code>release:</code> why it may be read.
      </p>
      <Rows heads={['Class', 'Through', 'On this way']}>
        {list.map((it) => (
          <tr key={`${it.by.id}.${keyOf(it.way[0] ?? { node: it.by, column: '' })}.${it.class}`}>
            <th scope="row">{it.class}</th>
            <td>
              <NodeLink link={it.by} /> <span class="quiet">{EXITS[it.exit] ?? it.exit}</span>
            </td>
            <td>
              <ul class="plain">
                {it.way.map((place, index) => (
                  <li key={keyOf(place)}>
                    {index > 0 && <span class="quiet">from </span>}
                    <ColumnLink place={place} />
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </Rows>
    </Section>
  )
}

const isRaw = ({ policy, state }: PersonalColumn): boolean =>
  state === undefined ? policy === undefined || policy === 'none' : state !== 'protected'

const keyOf = (it: ColumnPlace): string => `${it.node.id}\n${it.column}`

interface ClassMapProps {
  readonly of: PersonalClass
}

/** The way of a class as a tree: what enters at the root, what is made of it below. A column that comes from several is shown below the first. */
function ClassMap({ of }: ClassMapProps): JSX.Element {
  const known = new Set(of.columns.map(keyOf))
  const below = new Map<string, PersonalColumn[]>()
  const roots: PersonalColumn[] = []
  for (const it of of.columns) {
    const parent = it.from.find((from) => known.has(keyOf(from)))
    if (parent === undefined) roots.push(it)
    else below.set(keyOf(parent), [...(below.get(keyOf(parent)) ?? []), it])
  }
  return (
    <ul class="ways-of-data">
      {roots.map((it) => (
        <Way key={keyOf(it)} column={it} below={below} />
      ))}
    </ul>
  )
}

interface WayProps {
  readonly column: PersonalColumn
  readonly below: ReadonlyMap<string, readonly PersonalColumn[]>
}

function Way({ column, below }: WayProps): JSX.Element {
  const next = below.get(keyOf(column)) ?? []
  const words = isRaw(column) ? 'as it is' : (POLICIES[column.policy ?? ''] ?? column.policy)
  return (
    <li>
      <ColumnLink place={column} />{' '}
      <span class={`badge small ${isRaw(column) ? 'raw' : ''}`}>{words}</span>
      {column.release !== undefined && <span class="quiet"> released: {column.release}</span>}
      {column.isDeclared && column.from.length > 0 && <span class="quiet"> said here, too</span>}
      {column.from.length > 1 && (
        <span class="quiet">
          {' '}
          also from{' '}
          {column.from.slice(1).map((it) => (
            <ColumnLink key={keyOf(it)} place={it} />
          ))}
        </span>
      )}
      {next.length > 0 && (
        <ul>
          {next.map((it) => (
            <Way key={keyOf(it)} column={it} below={below} />
          ))}
        </ul>
      )}
    </li>
  )
}
