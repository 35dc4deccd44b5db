import type { JSX } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import {
  kindAt,
  kinds,
  packageAt,
  statusAt,
  type NodeTable,
  type SearchAbout,
} from '../../data/index.ts'
import { loadData } from '../../load/load-data.ts'
import { Await } from '../data/await.tsx'
import { linkAt } from '../data/site.ts'
import { useData } from '../data/use-data.ts'
import { Empty } from '../parts/empty.tsx'
import { count, counted } from '../parts/format.ts'
import { NodeLink } from '../parts/node-link.tsx'
import { usePrinting } from '../parts/printing.ts'
import { useSeen } from '../parts/use-seen.ts'
import { StatusMark } from '../parts/status.tsx'
import { capital, KIND_WORDS } from '../parts/words.ts'
import type { ListKind } from '../route/route.ts'
import { useTitle } from '../shell/title.ts'
import { kindsAmong, listRows, NEEDS_GRAPH } from './list-rows.ts'
import { Rows } from '../parts/rows.tsx'

interface ListProps {
  readonly by: ListKind
  readonly value: string
}

const HEADINGS: Readonly<Record<ListKind, string>> = {
  all: '',
  tag: 'Tag',
  owner: 'Owner',
  package: 'Package',
  schema: 'Schema',
  folder: 'Folder',
  source_list: 'Source',
}

/** Everything of a kind, or with a tag, owner, package, schema, folder or source in common. */
export function ListPage({ by, value }: ListProps): JSX.Element {
  const title = by === 'all' ? nameOfKind(value) : value
  useTitle(by === 'all' ? title : `${HEADINGS[by]} ${value}`)
  const data = useData(`list by ${by}`, async () => {
    const [names, about, graph] = await Promise.all([
      loadData('names'),
      loadData('search/about'),
      NEEDS_GRAPH.has(by) ? loadData('graph') : undefined,
    ])
    return { names, about, graph }
  })
  return (
    <div class="page">
      {by !== 'all' && <p class="crumbs">{HEADINGS[by]}</p>}
      <h1>{title}</h1>
      <Await data={data} what="The list">
        {({ names, about, graph }) => (
          <Filtered table={names} about={about} rows={listRows(names, graph, { by, value })} />
        )}
      </Await>
    </div>
  )
}

function nameOfKind(value: string): string {
  const kind = kinds.find((it) => it === value)
  return kind === undefined ? value : capital(KIND_WORDS[kind][1])
}

interface RowsProps {
  readonly table: NodeTable
  readonly about: SearchAbout
  readonly rows: readonly number[]
}

/** The list with a field that narrows it. */
function Filtered({ table, about, rows }: RowsProps): JSX.Element {
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const shown = useMemo(
    () =>
      rows.filter((row) =>
        `${table.name[row]} ${about.summary[row] ?? ''}`.toLowerCase().includes(wanted),
      ),
    [rows, wanted],
  )
  if (rows.length === 0) {
    return (
      <Empty
        todo={
          <>
            Search with <kbd>/</kbd>, or see the <a href="#!/overview">overview</a>.
          </>
        }
      >
        There is nothing like that in this project.
      </Empty>
    )
  }
  return (
    <>
      <div class="list-tools">
        <input
          type="search"
          class="field"
          placeholder="Filter"
          aria-label="Filter by name or description"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <span role="status">
          {wanted === ''
            ? counted(rows.length, 'entry', 'entries')
            : `${count(shown.length)} of ${count(rows.length)}`}
        </span>
      </div>
      {shown.length === 0 ? (
        <Empty>No name or description has «{text}».</Empty>
      ) : (
        <List table={table} about={about} rows={shown} />
      )}
    </>
  )
}

const STEP = 200

/** Long lists grow as one scrolls; on paper they are whole. */
function List({ table, about, rows }: RowsProps): JSX.Element {
  const [limit, setLimit] = useState(STEP)
  const shown = usePrinting() ? rows : rows.slice(0, limit)
  const hasSeveral = kindsAmong(table, rows).length > 1
  const hasResults = rows.some((row) => statusAt(table, row) !== undefined)
  const hasWords = rows.some((row) => about.summary[row])
  const packages = new Set(rows.map((row) => packageAt(table, row)))
  return (
    <>
      <Rows
        look="list"
        heads={[
          'Name',
          hasSeveral && 'Kind',
          hasWords && 'Description',
          packages.size > 1 && 'Package',
          hasResults && 'Last result',
        ]}
      >
        {shown.map((row) => {
          const status = statusAt(table, row)
          return (
            <tr key={row}>
              <th scope="row">
                <NodeLink link={linkAt(table, row)} />
              </th>
              {hasSeveral && <td>{KIND_WORDS[kindAt(table, row)][0]}</td>}
              {hasWords && <td class="list-words">{about.summary[row]}</td>}
              {packages.size > 1 && <td>{packageAt(table, row)}</td>}
              {hasResults && <td>{status !== undefined && <StatusMark status={status} />}</td>}
            </tr>
          )
        })}
      </Rows>
      {shown.length < rows.length && (
        <More key={limit} onSeen={() => setLimit(limit + STEP)} left={rows.length - limit} />
      )}
    </>
  )
}

interface MoreProps {
  readonly onSeen: () => void
  readonly left: number
}

function More({ onSeen, left }: MoreProps): JSX.Element {
  const button = useRef<HTMLButtonElement>(null)
  const isSeen = useSeen(button)
  useEffect(() => {
    if (isSeen) onSeen()
  }, [isSeen])
  return (
    <button type="button" class="more" ref={button} onClick={onSeen}>
      {count(left)} more
    </button>
  )
}
