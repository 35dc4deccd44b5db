import type { JSX } from 'preact'
import { uses as useWords, type ColumnUse, type Use } from '../../../data/index.ts'
import { useShort } from '../../parts/short.tsx'
import { ColumnLink } from '../../parts/node-link.tsx'
import { Section } from '../../parts/section.tsx'
import { Fact } from './details.tsx'

const WORDS: Readonly<Record<Use, string>> = {
  filtered: 'Filtered by',
  joined: 'Joined by',
  grouped: 'Grouped by',
  ordered: 'Ordered by',
  distinct: 'Distinct by',
}

/** The columns that no value comes from, but that decide which rows there are. */
export function RowDeciders({ uses }: { readonly uses: readonly ColumnUse[] }): JSX.Element | null {
  if (uses.length === 0) return null
  return (
    <Section id="rows" title="Which rows there are">
      <dl class="facts wide">
        {useWords.map((use) => {
          const list = uses.filter((it) => it.use === use)
          return (
            <Fact key={use} name={WORDS[use]}>
              {list.length > 0 && <Places list={list} />}
            </Fact>
          )
        })}
      </dl>
    </Section>
  )
}

const AT_FIRST = 12

function Places({ list }: { readonly list: readonly ColumnUse[] }): JSX.Element {
  const { shown, more } = useShort(list, AT_FIRST)
  return (
    <>
      <ul class="plain">
        {shown.map((it) => (
          <li key={`${it.node.id}.${it.column}`}>
            <ColumnLink place={it} />
          </li>
        ))}
      </ul>
      {more}
    </>
  )
}
