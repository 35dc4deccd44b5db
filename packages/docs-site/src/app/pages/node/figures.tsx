import type { ComponentChildren, JSX } from 'preact'

interface FigureProps {
  readonly name: string
  readonly children: ComponentChildren
  readonly note?: ComponentChildren
}

/** One figure with its name above it. */
export function Figure({ name, children, note }: FigureProps): JSX.Element {
  return (
    <div class="figure">
      <dt>{name}</dt>
      <dd>
        <span class="figure-value">{children}</span>
        {note !== undefined && <span class="figure-note">{note}</span>}
      </dd>
    </div>
  )
}

export function Figures({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <dl class="figures">{children}</dl>
}
