import type { Command, Plan } from '@btn/core'
import type { Opened } from './open-project.ts'
import { createPlan, type Compiled, type Selection } from './project.ts'

/** The options of `selectionOptions` and `resourceTypeOptions`, as a command has them. */
export interface SelectionValues {
  readonly select?: readonly string[]
  readonly exclude?: readonly string[]
  readonly selector?: string
  readonly indirectSelection?: 'eager' | 'cautious' | 'buildable' | 'empty'
  readonly resourceType?: readonly string[]
  readonly excludeResourceType?: readonly string[]
}

export function toSelection(values: SelectionValues, { project }: Opened): Selection {
  const { select, exclude, selector, resourceType, excludeResourceType } = values
  return {
    select: select ?? [],
    exclude: exclude ?? [],
    ...(selector !== undefined && { selector }),
    indirectSelection: values.indirectSelection ?? project.flags.indirect_selection,
    ...(resourceType && { resourceTypes: resourceType }),
    ...(excludeResourceType && { excludeResourceTypes: excludeResourceType }),
  }
}

/** The plan of a selection; undefined when the selection is wrong (told already). */
export function planOf(
  command: Command,
  selection: Selection,
  opened: Opened,
  { linked }: Compiled,
): Plan | undefined {
  const planned = createPlan(linked.manifest, selection, {
    command,
    asksDatabase: (node) => linked.asksDatabase(node),
  })
  return opened.tell(planned.diagnostics) ? undefined : planned.value
}
