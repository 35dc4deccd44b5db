import type { ComponentChildren, JSX } from 'preact'
import { verdictOf, type ColumnInfo, type TestInfo, type Verdict } from '../../../data/index.ts'
import { counted } from '../../parts/format.ts'
import { Icon } from '../../parts/icon.tsx'
import { ColumnLink } from '../../parts/node-link.tsx'
import { Prose } from '../../parts/prose.tsx'
import { VERDICT_ICONS } from '../../parts/words.ts'
import { ColumnMore, hasMore } from './column-more.tsx'
import { breakable } from './details.tsx'
import { testWords } from './test-words.ts'

interface ColumnRowProps {
  readonly column: ColumnInfo
  /** Of no column of the table is the type known where this is false. */
  readonly hasTypes: boolean
  readonly isKey: boolean
  readonly isOpen: boolean
  /** The address names it. */
  readonly isNamed: boolean
  readonly onToggle: () => void
}

/** A column, and below it what unfolds. */
export function ColumnRow(props: ColumnRowProps): JSX.Element {
  const { column, hasTypes, isOpen, isNamed } = props
  return (
    <>
      <tr
        class={`column${isNamed ? ' named' : ''}${isOpen ? ' open' : ''}`}
        id={`at-columns/${column.name}`}
        tabIndex={-1}
      >
        <th scope="row">
          <Name {...props} />
        </th>
        {hasTypes && (
          <td class="column-type">
            {column.type !== undefined && <code>{column.type.toLowerCase()}</code>}
          </td>
        )}
        <td class="column-words">
          <Description column={column} />
        </td>
        <td class="column-tests">
          <TestChips tests={column.tests} />
        </td>
      </tr>
      {hasMore(column) && (
        <tr class={`column-more${isOpen ? '' : ' folded'}`}>
          <td colSpan={hasTypes ? 4 : 3}>
            <ColumnMore column={column} />
          </td>
        </tr>
      )}
    </>
  )
}

/** Longer names break. */
const LONG = 26

function ColumnName({ name }: { readonly name: string }): JSX.Element {
  return name.length > LONG ? <code class="long">{breakable(name)}</code> : <code>{name}</code>
}

function Name({ column, isKey, isOpen, onToggle }: ColumnRowProps): JSX.Element {
  const words = (
    <>
      <ColumnName name={column.name} />
      {isKey && <Mark title="Primary key">key</Mark>}
      {column.pii !== undefined && <Mark title="Personal data">{column.pii.class}</Mark>}
      {column.isInDatabase === false && (
        <Mark title="Described, but the database has it not">not built</Mark>
      )}
    </>
  )
  if (!hasMore(column)) return <span class="column-fold">{words}</span>
  return (
    <button type="button" class="column-fold" aria-expanded={isOpen} onClick={onToggle}>
      <Icon name="chevron" />
      {words}
    </button>
  )
}

function Mark({
  title,
  children,
}: {
  readonly title: string
  readonly children: ComponentChildren
}) {
  return (
    <span class="badge small" title={title}>
      {children}
    </span>
  )
}

function Description({ column }: { readonly column: ColumnInfo }): JSX.Element | null {
  if (column.description === undefined) return null
  return (
    <>
      <Prose html={column.description} />
      {column.inheritedFrom !== undefined && (
        <p class="inherited">
          inherited from <ColumnLink place={column.inheritedFrom} />
        </p>
      )}
    </>
  )
}

const WORDS: Readonly<Record<Verdict, string>> = {
  good: 'passed',
  warn: 'warned',
  bad: 'failed',
  none: 'not run',
}

/** Tests as words with their last results; many of them as a number. */
function TestChips({ tests }: { readonly tests: readonly TestInfo[] }): JSX.Element | null {
  if (tests.length === 0) return null
  return (
    <ul class="chips">
      {tests.slice(0, 4).map((it) => {
        const verdict = verdictOf(it.last?.status)
        return (
          <li class={`chip ${verdict}`} key={it.id} title={`${testWords(it)}: ${WORDS[verdict]}`}>
            <Icon name={VERDICT_ICONS[verdict]} />
            {it.name}
            <span class="unseen"> {WORDS[verdict]}</span>
          </li>
        )
      })}
      {tests.length > 4 && <li class="chip">{counted(tests.length - 4, 'more', 'more')}</li>}
    </ul>
  )
}
