import type { ComponentChildren, JSX } from 'preact'

interface EmptyProps {
  readonly children: ComponentChildren
  /** What fills the gap. */
  readonly todo?: ComponentChildren
}

/** Says that there is nothing, and what to do about it. */
export function Empty({ children, todo }: EmptyProps): JSX.Element {
  return (
    <div class="empty">
      <p>{children}</p>
      {todo !== undefined && <p class="empty-todo">{todo}</p>}
    </div>
  )
}
