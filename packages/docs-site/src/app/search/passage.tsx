import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { loadCode, loadPage } from '../../load/load-data.ts'
import { useSite } from '../data/site.ts'
import { useData } from '../data/use-data.ts'
import { useSeen } from '../parts/use-seen.ts'
import { highlight, marksOf } from './highlight.tsx'
import { findLine } from './lines.ts'

/** Texts that are not at hand while one types. */
export type FarField = 'description' | 'code'

interface PassageProps {
  readonly id: string
  readonly fields: readonly [FarField, ...FarField[]]
  readonly words: readonly string[]
  readonly isWanted: boolean
}

const TELLING = { code: 'in its SQL', description: 'in its description' } as const
const LOADING = { code: textOfCode, description: textOfPage } as const

/** The line of a hit's description or SQL that has the words. The files of these are read when it is wanted and in sight. */
export function Passage({ id, fields, words, isWanted }: PassageProps): JSX.Element {
  const { chunks } = useSite()
  const element = useRef<HTMLSpanElement>(null)
  const isRead = useSeen(element) && isWanted
  const texts = useData(isRead ? `${fields.join()} ${id}` : '', () =>
    Promise.all(isRead ? fields.map((it) => LOADING[it](id, chunks.pages)) : []),
  )
  const lines = texts.kind === 'ready' ? texts.value.map((it) => findLine(it, words)) : []
  const at = lines.findIndex((it) => it !== undefined)
  const shown = highlight(lines[at] ?? TELLING[fields[0]], marksOf(words))
  return <span ref={element}>{fields[at] === 'code' ? <code>{shown}</code> : shown}</span>
}

async function textOfCode(id: string, chunks: number): Promise<string> {
  const code = await loadCode(id, chunks)
  return code?.raw?.text ?? ''
}

/** Its own description, and those of its columns with their names. */
async function textOfPage(id: string, chunks: number): Promise<string> {
  const page = await loadPage(id, chunks)
  if (page === undefined) return ''
  const columns = 'uses' in page ? page.columns : []
  const ofColumns = columns.map((it) => `${it.name}: ${toText(it.description)}`)
  return [toText(page.description), ...ofColumns].join('\n')
}

/** What a piece of HTML says: it is read and never shown. */
function toText(html = ''): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent
}
