import { resolve } from 'node:path'
import type { Outcome, Span } from '@btn/diagnostics'
import type { Command, Plan } from '@btn/core'
import type { Opened } from './open-project.ts'
import {
  createPlan,
  readState,
  type Compiled,
  type PreviousState,
  type Selection,
} from './project.ts'

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
  const state = readEarlier(opened)
  if (opened.tell(state.diagnostics)) return undefined
  const planned = createPlan(linked.manifest, selection, {
    command,
    state: state.value,
    findSelectorSpan: selectorSpans(opened),
    asksDatabase: (node) => linked.asksDatabase(node),
  })
  return opened.tell(planned.diagnostics) ? undefined : planned.value
}

/** Where selectors.yml says what, for its mistakes. */
export function selectorSpans({ project }: Opened): FindSpan {
  return (path) => project.selectors && project.sources.spanOf(project.selectors.placeOf(path))
}

type FindSpan = (path: readonly (string | number)[]) => Span | undefined

/** The artifacts of an earlier run that `--state` names, for `state:` and `result:` in a selection. */
export function readEarlier({ project, host, call }: Opened): Outcome<PreviousState | undefined> {
  const { state } = project.flags
  if (state === undefined) return { value: undefined, diagnostics: [] }
  return readState(host, resolve(call.session.workingDirectory, state), project.targetPath)
}
