import type { ComponentChildren, JSX } from 'preact'
import { useContext } from 'preact/hooks'
import { PageId } from './page-id.ts'
import { toHash } from '../route/route.ts'

interface SectionProps {
  readonly id: string
  readonly title: string
  /** How many things it holds. */
  readonly count?: number
  readonly tools?: ComponentChildren
  readonly children: ComponentChildren
}

/** A part of a page with a heading that has an address. */
export function Section({ id, title, count, tools, children }: SectionProps): JSX.Element {
  const page = useContext(PageId)
  const heading =
    page === undefined ? (
      title
    ) : (
      <a class="heading-link" href={toHash({ kind: 'node', id: page, section: id })}>
        {title}
      </a>
    )
  return (
    <section class="section" aria-labelledby={`at-${id}`}>
      <div class="section-head">
        <h2 id={`at-${id}`} tabIndex={-1}>
          {heading}
        </h2>
        {count !== undefined && <span class="section-count">{count}</span>}
        {tools}
      </div>
      {children}
    </section>
  )
}
