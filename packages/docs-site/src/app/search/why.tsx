import type { ComponentChildren, JSX } from 'preact'
import { idOf, type NodeTable, type SearchAbout } from '../../data/index.ts'
import type { Asked } from './asked.ts'
import { highlight } from './highlight.tsx'
import { wordsMissing } from './lines.ts'
import { Passage, type FarField } from './passage.tsx'
import type { Hit } from './search.ts'

interface WhyProps {
  readonly hit: Hit
  readonly table: NodeTable
  readonly about: SearchAbout
  readonly asked: Asked
  /** Whether nobody types just now: only then are files read. */
  readonly isStill: boolean
}

/** Where the words stand, if not in the name: columns, tag, description, SQL; else what it is about. */
export function Why(props: WhyProps): JSX.Element {
  const reasons = reasonsFor(props)
  const { about, hit, asked } = props
  if (reasons.length === 0) return <>{highlight(about.summary[hit.row] ?? '', asked.marks)}</>
  return (
    <>
      {reasons.map((it, index) => (
        <span key={index}>
          {index > 0 && ' · '}
          {it}
        </span>
      ))}
    </>
  )
}

function reasonsFor(props: WhyProps): readonly ComponentChildren[] {
  const { table, about, isStill } = props
  const { row, fields } = props.hit
  const { words, marks } = props.asked
  const summary = about.summary[row] ?? ''
  const columns = fields.includes('column') ? columnsOf(about.columns[row] ?? '', words) : []
  const reasons: ComponentChildren[] = []
  if (columns.length > 0) reasons.push(<>column {highlight(columns.join(', '), marks)}</>)
  if (fields.includes('tag')) return [...reasons, 'tag']
  const unnamed = wordsMissing(words, [table.name[row] ?? '', ...columns])
  const missing = wordsMissing(unnamed, [summary])
  if (missing.length < unnamed.length) reasons.push(highlight(summary, marks))
  const [first, ...rest] = FAR.filter((it) => fields.includes(it))
  if (missing.length > 0 && first !== undefined)
    reasons.push(
      <Passage
        id={idOf(table, row)}
        fields={[first, ...rest]}
        words={missing}
        isWanted={isStill}
      />,
    )
  return reasons
}

const FAR: readonly FarField[] = ['description', 'code']

/** The columns of a hit that have one of the words. */
function columnsOf(columns: string, words: readonly string[]): readonly string[] {
  const found = columns.split(' ').filter((it) => wordsMissing(words, [it]).length < words.length)
  return found.slice(0, 6)
}
