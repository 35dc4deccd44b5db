import type { JSX } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import {
  idOf,
  kindAt,
  linkTo,
  packageAt,
  type NodeTable,
  type SearchAbout,
} from '../../data/index.ts'
import { useSite } from '../data/site.ts'
import { Icon, iconName } from '../parts/icon.tsx'
import { KIND_WORDS } from '../parts/words.ts'
import { askedOf, type Asked } from './asked.ts'
import { highlight } from './highlight.tsx'
import { nearestRows } from './nearest.ts'
import type { Hit } from './search.ts'
import { useStill } from './use-still.ts'
import { Why } from './why.tsx'

interface HitListProps {
  readonly table: NodeTable
  readonly about: SearchAbout
  readonly hits: readonly Hit[]
  readonly active: number
  readonly query: string
  readonly onPick: () => void
}

/** As many as are in sight. */
const AT_ONCE = 16

/** The hits, with why they are such: those in sight at once, the others when nobody types. */
export function HitList(props: HitListProps): JSX.Element {
  const { hits, active, query } = props
  const asked = useMemo(() => askedOf(query), [query])
  const isStill = useStill(hits)
  const shown = isStill ? hits : hits.slice(0, AT_ONCE)
  useEffect(() => {
    document.getElementById(`hit-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [active, shown.length])
  if (query.trim() === '')
    return (
      <p class="search-hint">Type a name, a column, a tag, or words of a description or of SQL.</p>
    )
  if (hits.length === 0) return <NoHits {...props} />
  return (
    <div id="hits" class="hits" role="listbox" aria-label="Hits">
      {shown.map((hit, index) => (
        <HitRow key={hit.row} {...props} {...{ asked, isStill, hit, index }} />
      ))}
    </div>
  )
}

interface HitRowProps extends HitListProps {
  readonly asked: Asked
  readonly isStill: boolean
  readonly hit: Hit
  readonly index: number
}

function HitRow(props: HitRowProps): JSX.Element {
  const { table, about, hit, index, active, asked, isStill, onPick } = props
  const { project } = useSite()
  const kind = kindAt(table, hit.row)
  const owner = packageAt(table, hit.row)
  return (
    <a
      id={`hit-${index}`}
      class="hit"
      role="option"
      tabIndex={-1}
      aria-selected={index === active}
      href={linkTo(idOf(table, hit.row))}
      onClick={onPick}
    >
      <Icon name={iconName(kind)} class={`kind-${kind}`} />
      <span class="hit-words">
        <span class="hit-name">{highlight(table.name[hit.row] ?? '', asked.marks)}</span>
        <span class="hit-why">
          <Why {...{ hit, table, about, asked, isStill }} />
        </span>
      </span>
      <span class="hit-kind">
        {KIND_WORDS[kind][0]}
        {owner !== project && ` · ${owner}`}
      </span>
    </a>
  )
}

/** Nothing has the words: perhaps a letter is wrong. */
function NoHits({ table, query, onPick }: HitListProps): JSX.Element {
  const near = nearestRows(table, query.trim(), 5)
  return (
    <div class="search-hint">
      <p>Nothing has all of «{query.trim()}».</p>
      {near.length > 0 && (
        <ul class="links">
          {near.map((row) => (
            <li key={row}>
              <a href={linkTo(idOf(table, row))} onClick={onPick}>
                {table.name[row]}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
