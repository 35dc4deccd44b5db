import type { JSX } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { linkTo, idOf } from '../../data/index.ts'
import { Await } from '../data/await.tsx'
import { useData, type Loaded } from '../data/use-data.ts'
import { loadData } from '../../load/load-data.ts'
import { Icon } from '../parts/icon.tsx'
import { go } from '../route/history.ts'
import { Dialog } from '../shell/dialog.tsx'
import { HitList } from './hit-list.tsx'
import { search, type Hit } from './search.ts'

const LIMIT = 40

interface SearchDialogProps {
  readonly onClose: () => void
}

/** Looks for something as one types. */
export function SearchDialog({ onClose }: SearchDialogProps): JSX.Element {
  const data = useSearched()
  return (
    <Dialog label="Search" class="dialog search" onClose={onClose}>
      <Await data={data} what="The index">
        {(it) => <Field data={it} onClose={onClose} />}
      </Await>
    </Dialog>
  )
}

/** Names, columns and tags first; descriptions and SQL when they have come. */
function useSearched() {
  const first = useData('search', async () => {
    const [table, names, about] = await Promise.all([
      loadData('names'),
      loadData('search/names'),
      loadData('search/about'),
    ])
    return { table, names, about }
  })
  const texts = useData('search/texts', () => loadData('search/texts'))
  return useMemo((): Loaded<SearchData> => {
    if (first.kind !== 'ready') return first
    return { kind: 'ready', value: { ...first.value, texts } }
  }, [first, texts])
}

interface SearchData {
  readonly table: Awaited<ReturnType<typeof loadData<'names'>>>
  readonly names: Awaited<ReturnType<typeof loadData<'search/names'>>>
  readonly about: Awaited<ReturnType<typeof loadData<'search/about'>>>
  readonly texts: Loaded<Awaited<ReturnType<typeof loadData<'search/texts'>>>>
}

function Field({
  data,
  onClose,
}: {
  readonly data: SearchData
  readonly onClose: () => void
}): JSX.Element {
  const field = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState(kept)
  const [active, setActive] = useState(0)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const { table, names, about, texts } = data
  const hits = useMemo(
    () =>
      search(
        { table, names, about, texts: texts.kind === 'ready' ? texts.value : undefined },
        query,
        LIMIT,
      ),
    [data, query],
  )
  const open = (hit: Hit | undefined): void => {
    if (hit === undefined) return
    onClose()
    go(linkTo(idOf(table, hit.row)))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key]
    if (event.key === 'Enter') {
      event.preventDefault()
      open(hits[active])
    } else if (step !== undefined && hits.length > 0) {
      event.preventDefault()
      setActive((active + step + hits.length) % hits.length)
    }
  }
  return (
    <>
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
          onInput={(event) => {
            kept = event.currentTarget.value
            setQuery(kept)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
        <button type="button" class="tool small" aria-label="Esc: close" onClick={onClose}>
          <kbd>Esc</kbd>
        </button>
      </div>
      <HitList
        table={table}
        about={about}
        hits={hits}
        active={active}
        query={query}
        onPick={onClose}
      />
      <p class="unseen" role="status">
        {query === '' ? '' : `${hits.length === LIMIT ? `${LIMIT} or more` : hits.length} found`}
      </p>
    </>
  )
}

/** What was looked for last is there when one comes back. */
let kept = ''

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
