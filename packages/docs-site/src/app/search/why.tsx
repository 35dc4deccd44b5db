import type { ComponentChildren, JSX } from 'preact'
import { idOf, wordsOf, type NodeTable, type SearchAbout } from '../../data/index.ts'
import { highlight } from './highlight.tsx'
import { wordsMissing } from './lines.ts'
import { Passage, type FarField } from './passage.tsx'
import type { Hit } from './search.ts'

interface WhyProps {
  readonly hit: Hit
  readonly table: NodeTable
  readonly about: SearchAbout
  readonly query: string
}

/** Where the words stand, if not in the name: columns, tag, description, SQL; else what it is about. */
export function Why(props: WhyProps): JSX.Element {
  const reasons = reasonsFor(props)
  const { about, hit, query } = props
  if (reasons.length === 0) return <>{highlight(about.summary[hit.row] ?? '', query)}</>
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

function reasonsFor({ hit, table, about, query }: WhyProps): readonly ComponentChildren[] {
  const { row, fields } = hit
  const words = [...new Set(wordsOf(query))]
  const summary = about.summary[row] ?? ''
  const columns = fields.includes('column') ? columnsOf(about.columns[row] ?? '', words) : []
  const reasons: ComponentChildren[] = []
  if (columns.length > 0) reasons.push(<>column {highlight(columns.join(', '), query)}</>)
  if (fields.includes('tag')) return [...reasons, 'tag']
  const unnamed = wordsMissing(words, [table.name[row] ?? '', ...columns])
  const missing = wordsMissing(unnamed, [summary])
  if (missing.length < unnamed.length) reasons.push(highlight(summary, query))
  const [first, ...rest] = FAR.filter((it) => fields.includes(it))
  if (missing.length > 0 && first !== undefined)
    reasons.push(<Passage id={idOf(table, row)} fields={[first, ...rest]} words={missing} />)
  return reasons
}

const FAR: readonly FarField[] = ['description', 'code']

/** The columns of a hit that have one of the words. */
function columnsOf(columns: string, words: readonly string[]): readonly string[] {
  const found = columns.split(' ').filter((it) => wordsMissing(words, [it]).length < words.length)
  return found.slice(0, 6)
}
