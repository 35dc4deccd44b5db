import { resolve } from 'node:path'
import { diagnostic, type Outcome, type Span } from '@btn/diagnostics'
import type { Command, Manifest, Plan } from '@btn/core'
import type { Opened } from './open-project.ts'
import { line } from './terminal/entry.ts'
import {
  createDeferral,
  createPlan,
  findDefaultSelector,
  normalizeSelectors,
  readEarlierManifest,
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

export function toSelection(values: SelectionValues, { call, project }: Opened): Selection {
  const { select, exclude, selector, resourceType, excludeResourceType } = values
  return {
    select: select ?? [],
    exclude: exclude ?? [],
    ...(selector !== undefined && { selector }),
    indirectSelection: values.indirectSelection ?? project.flags.indirect_selection,
    ...(call.again && { only: call.again.only }),
    ...(resourceType && { resourceTypes: splitWords(resourceType) }),
    ...(excludeResourceType && { excludeResourceTypes: splitWords(excludeResourceType) }),
  }
}

/** As dbt, several may stand in one text: `--resource-type "model test"`. */
function splitWords(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.split(/\s+/).filter((word) => word !== ''))
}

/** `compile` and `show` print the nodes whose names stand in the selection, as dbt looks for them; others are only worked on. */
export function isNamed(name: string | undefined, select: readonly string[] = []): boolean {
  return name !== undefined && select.some((it) => it.includes(name))
}

/** The plan of a selection; undefined when the selection is wrong (told already). */
export function planOf(
  command: Command,
  selection: Selection,
  opened: Opened,
  compiled: Compiled,
): Plan | undefined {
  const plan = findPlan(command, selection, opened, compiled)
  // What was read is on record, whatever is wrong with what was asked of it.
  const { manifest } = compiled.linked
  if (!plan && command !== 'plan' && opened.project.flags.write_json)
    opened.report.keepManifest(manifest, () => normalizeSelectors(manifest.selectors))
  return plan
}

/** Who sees fewer nodes than the project has learns why. */
export function tellDefaultSelector(
  { output }: Pick<Opened, 'output'>,
  manifest: Manifest,
  selection: Selection,
): void {
  const name = findDefaultSelector(manifest, selection)
  if (name === undefined) return
  output.tell(line('DefaultSelector', 'Q023', `Using default selector ${name}`, { name }))
}

function findPlan(
  command: Command,
  selection: Selection,
  opened: Opened,
  { linked }: Compiled,
): Plan | undefined {
  tellDefaultSelector(opened, linked.manifest, selection)
  const state = readEarlier(opened)
  if (opened.tell(state.diagnostics)) return undefined
  const planned = createPlan(linked.manifest, selection, {
    command,
    state: state.value,
    findSelectorSpan: selectorSpans(opened),
    asksDatabase: (node) => linked.asksDatabase(node),
  })
  if (opened.tell(planned.diagnostics)) return undefined
  return withDeferral(planned.value, opened, linked.manifest)
}

/**
 * The plan with what `--defer` takes from an earlier run; undefined when that cannot be read (told already). Where
 * nothing is to be done, nothing is looked for.
 */
export function withDeferral(plan: Plan, opened: Opened, manifest: Manifest): Plan | undefined {
  const { defer, favor_state: favorsState } = opened.project.flags
  // A clone is made of an earlier run, whether references go there or not.
  if (plan.steps.length === 0 || !(defer || plan.command === 'clone')) return plan
  const earlier = readDeferred(opened)
  if (opened.tell(earlier.diagnostics) || !earlier.value) return undefined
  return {
    ...plan,
    deferral: createDeferral(manifest, earlier.value, { redirects: defer, favorsState }),
  }
}

/** The manifest that `--defer-state` names, or else `--state`. */
export function readDeferred({ project, host }: Opened): ReturnType<typeof readEarlierManifest> {
  const folder = project.flags.defer_state ?? project.flags.state
  if (folder === undefined)
    return { value: undefined, diagnostics: [diagnostic('state-required', {})] }
  const path = resolve(project.root, folder)
  const read = readEarlierManifest(host, path)
  // What --state names was looked at already.
  const isTold = project.flags.defer_state === undefined || path !== resolve(project.targetPath)
  const warnings = isTold ? [] : [diagnostic('state-is-target', { path: folder })]
  if (read.value || read.diagnostics.length > 0)
    return { value: read.value, diagnostics: [...warnings, ...read.diagnostics] }
  const diagnostics = [diagnostic('state-manifest-missing', { path: folder })]
  return { value: undefined, diagnostics }
}

/** Where selectors.yml says what, for its mistakes. */
export function selectorSpans({ project }: Opened): FindSpan {
  return (path) => project.selectors && project.sources.spanOf(project.selectors.placeOf(path))
}

type FindSpan = (path: readonly (string | number)[]) => Span | undefined

/** The artifacts of an earlier run that `--state` names, for `state:` and `result:` in a selection. */
export function readEarlier({ project, host }: Opened): Outcome<PreviousState | undefined> {
  const { state } = project.flags
  if (state === undefined) return { value: undefined, diagnostics: [] }
  const folder = resolve(project.root, state)
  const read = readState(host, {
    folder,
    targetFolder: project.targetPath,
    comparesWritten: project.flags.state_modified_compare_more_unrendered_values,
    seedLimitMib: project.flags.maximum_seed_size_mib,
  })
  if (folder !== resolve(project.targetPath)) return read
  const warning = diagnostic('state-is-target', { path: state })
  return { value: read.value, diagnostics: [warning, ...read.diagnostics] }
}
