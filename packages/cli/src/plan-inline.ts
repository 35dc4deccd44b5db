import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import type { Plan } from '@btn/core'
import type { Opened } from './open-project.ts'
import type { Compiled } from './project.ts'
import { withDeferral, type SelectionValues } from './select-nodes.ts'

export interface InlineValues {
  readonly inline?: string
}

/** The plan of an `--inline` query: that one step. Undefined when `--defer` has nothing to defer to (told already). */
export function planInline(
  command: 'compile' | 'show',
  opened: Opened,
  { linked }: Compiled,
): Plan | undefined {
  const node = linked.inline
  if (node === undefined) throw new Error('the inline query is not part of the project')
  const step = {
    kind: 'compile-node',
    node,
    after: [],
    rendering: { when: 'at-plan' },
  } as const
  const plan: Plan = { command, selected: [node], onRunStart: [], steps: [step], onRunEnd: [] }
  return withDeferral(plan, opened, linked.manifest)
}

/** The query of the command line leaves nothing to select. */
export function findInlineConflict({
  inline,
  select,
  selector,
}: SelectionValues & InlineValues): Diagnostic | undefined {
  const other = select ? '--select' : selector !== undefined ? '--selector' : undefined
  if (inline === undefined || other === undefined) return undefined
  return diagnostic('options-conflict', { first: other, second: '--inline' })
}
