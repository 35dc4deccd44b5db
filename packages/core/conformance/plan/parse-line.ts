import type { Selection } from '../../src/4-plan/index.ts'
import type { IndirectSelection } from '../../src/4-plan/select/spec.ts'

export interface Line {
  /** What stands before the first option. */
  readonly words: readonly string[]
  readonly selection: Selection
  readonly usesState: boolean
}

/** A recorded command line, as the options of a selection. */
export function parseLine(line: string): Line {
  const values = new Map<string, string[]>()
  let option = ''
  for (const [, quoted, plain] of line.matchAll(/"([^"]*)"|(\S+)/g)) {
    if (plain?.startsWith('--')) option = plain
    else values.set(option, [...(values.get(option) ?? []), quoted ?? plain ?? ''])
  }
  const one = (name: string): string | undefined => values.get(name)?.[0]
  const selector = one('--selector')
  const indirect = one('--indirect-selection') as IndirectSelection | undefined
  const selection = {
    select: values.get('--select') ?? [],
    exclude: values.get('--exclude') ?? [],
    resourceTypes: values.get('--resource-type') ?? [],
    excludeResourceTypes: values.get('--exclude-resource-type') ?? [],
    ...(selector !== undefined && { selector }),
    ...(indirect !== undefined && { indirectSelection: indirect }),
  }
  return { words: values.get('') ?? [], selection, usesState: values.has('--state') }
}
