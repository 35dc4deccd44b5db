import type { Plan } from '@btn/core'
import type { Compiled } from './project.ts'

export interface InlineValues {
  readonly inline?: string
}

/** The plan of an `--inline` query: that one step. */
export function planInline(command: 'compile' | 'show', { linked }: Compiled): Plan {
  const node = linked.inline
  if (node === undefined) throw new Error('the inline query is not part of the project')
  const step = {
    kind: 'compile-node',
    node,
    after: [],
    priority: 0,
    rendering: { when: 'at-plan' },
  } as const
  return { command, selected: [node], onRunStart: [], steps: [step], onRunEnd: [] }
}
