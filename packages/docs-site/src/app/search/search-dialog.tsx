import type { JSX } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { linkTo, idOf } from '../../data/index.ts'
import { Await } from '../data/await.tsx'
import { useData, type Loaded } from '../data/use-data.ts'
import { loadData } from '../../load/load-data.ts'
import { Icon } from '../parts/icon.tsx'
import { go } from '../route/history.ts'
import { Dialog } from '../shell/dialog.tsx'
import { HitList } from './hit-list.tsx'
import { search, warmUp, type Hit, type Searched } from './search.ts'

const LIMIT = 40

interface SearchDialogProps {
  readonly onClose: () => void
}

/** Looks for something as one types. The field is there at once, also for those who type faster than the index comes. */
export function SearchDialog({ onClose }: SearchDialogProps): JSX.Element {
  const data = useSearched()
  const [query, setQuery] = useState(kept)
  const [active, setActive] = useState(0)
  const hits = useMemo(
    () => (data.kind === 'ready' ? search(data.value, query, LIMIT) : []),
    [data, query],
  )
  useEffect(() => {
    if (data.kind !== 'ready' || query !== '') return undefined
    const timer = setTimeout(() => warmUp(data.value))
    return () => clearTimeout(timer)
  }, [data])
  const open = (hit: Hit): void => {
    if (data.kind !== 'ready') return
    onClose()
    go(linkTo(idOf(data.value.table, hit.row)))
  }
  const write = (text: string): void => {
    kept = text
    setQuery(text)
    setActive(0)
  }
  return (
    <Dialog label="Search" class="dialog search" onClose={onClose}>
      <Field {...{ query, hits, active, write, open, onClose }} move={setActive} />
      <Await data={data} what="The index">
        {({ table, about }) => (
          <HitList {...{ table, about, hits, active, query }} onPick={onClose} />
        )}
      </Await>
      <p class="unseen" role="status">
        {query === '' || data.kind !== 'ready' ? '' : `${countOf(hits)} found`}
      </p>
    </Dialog>
  )
}

function countOf({ length }: readonly Hit[]): string {
  return length === LIMIT ? `${LIMIT} or more` : String(length)
}

/** Names, columns and tags first; descriptions and SQL when they have come. */
function useSearched(): Loaded<Searched> {
  const first = useData('search', async () => {
    const [table, names, about] = await Promise.all([
      loadData('names'),
      loadData('search/names'),
      loadData('search/about'),
    ])
    return { table, names, about }
  })
  const texts = useData('search/texts', () => loadData('search/texts'))
  return useMemo((): Loaded<Searched> => {
    if (first.kind !== 'ready') return first
    return {
      kind: 'ready',
      value: { ...first.value, ...(texts.kind === 'ready' && { texts: texts.value }) },
    }
  }, [first, texts])
}

interface FieldProps {
  readonly query: string
  readonly hits: readonly Hit[]
  readonly active: number
  readonly write: (query: string) => void
  readonly move: (active: number) => void
  readonly open: (hit: Hit) => void
  readonly onClose: () => void
}

function Field(props: FieldProps): JSX.Element {
  const { query, hits, active, write, onClose } = props
  const field = useRef<HTMLInputElement>(null)
  // Before anything is painted, so that the next key is the field's already.
  useLayoutEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  return (
    <div class="search-field">
      <Icon name="search" />
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label="Search"
        aria-expanded={hits.length > 0}
        aria-controls="hits"
        aria-autocomplete="list"
        aria-activedescendant={hits.length > 0 ? `hit-${active}` : undefined}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        placeholder="Names, columns, tags, descriptions, SQL"
        value={query}
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => obey(event, props)}
      />
      <button type="button" class="tool small" aria-label="Esc: close" onClick={onClose}>
        <kbd>Esc</kbd>
      </button>
    </div>
  )
}

function obey(event: KeyboardEvent, { hits, active, move, open }: FieldProps): void {
  const hit = hits[active]
  const step = STEPS[event.key]
  if (event.key === 'Enter') {
    event.preventDefault()
    if (hit !== undefined) open(hit)
  } else if (step !== undefined && hits.length > 0) {
    event.preventDefault()
    move((active + step + hits.length) % hits.length)
  }
}

/** What was looked for last is there when one comes back. */
let kept = ''

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
