import type { ComponentChildren, JSX } from 'preact'

/** The heading of a column: its words, above figures or not; or words for those only who hear the page. */
export type Head = string | { readonly number: string } | { readonly unseen: string }

interface RowsProps {
  /** `false` leaves a column out. */
  readonly heads: readonly (Head | false)[]
  /** How it looks, besides what all such tables have in common: `bars`, `list`, `coverage`. */
  readonly look?: string | undefined
  /** Its rows. */
  readonly children: ComponentChildren
}

/** A table with headings, which moves sideways where the screen is too narrow. */
export function Rows({ heads, look, children }: RowsProps): JSX.Element {
  return (
    <div class="scroll-x">
      <table class={look === undefined ? 'rows' : `rows ${look}`}>
        <thead>
          <tr>
            {heads.map((head, index) => head !== false && <Heading key={index} head={head} />)}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

function Heading({ head }: { readonly head: Head }): JSX.Element {
  if (typeof head === 'string') return <th scope="col">{head}</th>
  if ('number' in head) {
    return (
      <th scope="col" class="number">
        {head.number}
      </th>
    )
  }
  return (
    <th scope="col">
      <span class="unseen">{head.unseen}</span>
    </th>
  )
}
