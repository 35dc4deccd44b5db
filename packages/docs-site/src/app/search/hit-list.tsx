import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
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
import { highlight } from './highlight.tsx'
import { nearestRows } from './nearest.ts'
import type { Hit } from './search.ts'
import { Why } from './why.tsx'

interface HitListProps {
  readonly table: NodeTable
  readonly about: SearchAbout
  readonly hits: readonly Hit[]
  readonly active: number
  readonly query: string
  readonly onPick: () => void
}

/** The hits, with why they are such. */
export function HitList(props: HitListProps): JSX.Element {
  const { hits, active, query } = props
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    document.getElementById(`hit-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [active, hits])
  if (query.trim() === '')
    return (
      <p class="search-hint">Type a name, a column, a tag, or words of a description or of SQL.</p>
    )
  if (hits.length === 0) return <NoHits {...props} />
  return (
    <div id="hits" class="hits" role="listbox" aria-label="Hits" ref={list}>
      {hits.map((hit, index) => (
        <HitRow key={hit.row} {...props} hit={hit} index={index} />
      ))}
    </div>
  )
}

interface HitRowProps extends HitListProps {
  readonly hit: Hit
  readonly index: number
}

function HitRow({ table, about, hit, index, active, query, onPick }: HitRowProps): JSX.Element {
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
        <span class="hit-name">{highlight(table.name[hit.row] ?? '', query)}</span>
        <span class="hit-why">
          <Why {...{ hit, table, about, query }} />
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
