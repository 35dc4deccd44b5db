import {
  diagnostic,
  findNearest,
  hasErrors,
  wholeSpan,
  type Diagnostic,
  type Outcome,
} from '@btn/diagnostics'
import { hasLimit } from '../../config/freshness.ts'
import type { Command, Manifest, Node, NodeId } from '../../types/index.ts'
import { evaluate } from './evaluate.ts'
import { methods } from './methods/all.ts'
import { stateMethod } from './methods/state.ts'
import { parseArguments } from './parse-arguments.ts'
import type { FindSpan } from './parse-definition.ts'
import { readSelectors, selectorEntries, type Selectors } from './read-selectors.ts'
import { findResourceTypes } from './resource-types.ts'
import type { IndirectSelection, Selection, Spec } from './spec.ts'
import type { PreviousState } from '../../state/previous-state.ts'

export interface SelectOptions {
  readonly command: Command
  /** What `--state` gave; see `readState`. */
  readonly state?: PreviousState | undefined
  /** Places in selectors.yml, by path into it. */
  readonly findSelectorSpan?: FindSpan | undefined
}

/**
 * The nodes that a command works on, sorted by id. Without `--select`, `--exclude` and `--selector`: the default
 * selector, if there is one, else everything. Warns where a criterion, or the whole, matches nothing.
 */
export function selectNodes(
  manifest: Manifest,
  selection: Selection,
  options: SelectOptions,
): Outcome<readonly NodeId[]> {
  if (selection.only) return takeOnly(manifest, selection.only)
  const faults: Diagnostic[] = []
  const report = (fault: Diagnostic): void => void faults.push(fault)
  const types = findResourceTypes(options.command, selection, report)
  const isWanted = (id: NodeId): boolean => {
    const node = manifest.nodes.get(id)
    if (node === undefined || !types.has(node.kind)) return false
    if (options.command === 'freshness') return node.kind === 'source' && hasLimit(node.freshness)
    if (node.kind === 'source' && loads.has(options.command)) return node.load !== undefined
    return keepsEmpty(options) || !isEmpty(node)
  }
  // Who looks at a model does not want to look at its tests, too.
  const indirect = options.command === 'show' ? 'empty' : (selection.indirectSelection ?? 'eager')
  const selectors = findSelectors(manifest, indirect, options, report)
  const name = selection.selector ?? findDefaultSelector(manifest, selection)
  const spec = selection.isEmpty
    ? undefined
    : findSpec(selection, indirect, { ...selectors, name }, report)
  if (!spec || hasErrors(faults)) return { value: [], diagnostics: faults }
  const { state } = options
  const allMethods = new Map([...methods, ['state', stateMethod(manifest, state)]])
  const found = evaluate(spec, {
    manifest,
    state,
    methods: allMethods,
    selectors: selectors.byName,
    isWanted,
    report,
  })
  const value = [...found].filter(isWanted).sort()
  // dbt has an event of its own for `ls`.
  const isNothing = options.command === 'list' ? 'nothing-selected' : 'nothing-to-do'
  if (value.length === 0 && !hasErrors(faults)) report(diagnostic(isNothing, {}))
  return { value: hasErrors(faults) ? [] : value, diagnostics: dedupe(faults) }
}

/** Commands that build sources, where there are files for them. */
const loads: ReadonlySet<Command> = new Set(['build', 'load', 'plan'])

/** Without a word when nothing is asked for: then there is nothing to try again. */
function takeOnly(manifest: Manifest, only: ReadonlySet<NodeId>): Outcome<readonly NodeId[]> {
  const missing = [...only].filter((id) => !manifest.nodes.has(id))
  const diagnostics = missing.map((id) => diagnostic('retried-node-missing', { id }))
  return { value: missing.length > 0 ? [] : [...only].sort(), diagnostics }
}

function findSelectors(
  manifest: Manifest,
  indirect: IndirectSelection,
  options: SelectOptions,
  report: (fault: Diagnostic) => void,
): Selectors {
  const findSpan = options.findSelectorSpan ?? (() => undefined)
  return readSelectors(manifest.selectors, indirect, findSpan, report)
}

function saysNodes({ select, exclude }: Selection): boolean {
  return select.length > 0 || exclude.length > 0
}

/** The selector of selectors.yml that applies when nothing is said. */
export function findDefaultSelector(
  { selectors }: Pick<Manifest, 'selectors'>,
  selection: Selection,
): string | undefined {
  if (selection.selector !== undefined || saysNodes(selection) || selection.only) return undefined
  return selectorEntries(selectors).find(({ json }) => json['default'] === true)?.name
}

function findSpec(
  selection: Selection,
  indirect: IndirectSelection,
  { name, ...selectors }: Selectors & { readonly name: string | undefined },
  report: (fault: Diagnostic) => void,
): Spec | undefined {
  const { select, exclude, selector } = selection
  if (selector !== undefined && saysNodes(selection))
    report(diagnostic('selector-ignores-select', {}))
  if (name === undefined) {
    const parsed = parseArguments(select, exclude, indirect)
    parsed.diagnostics.forEach(report)
    return parsed.value
  }
  const spec = selectors.byName.get(name)
  if (!spec && !selectors.names.has(name)) {
    const nearest = findNearest(name, selectors.names)
    const span = wholeSpan({ path: '--selector', text: name })
    report(diagnostic('selector-not-found', { name, nearest }, { span }))
  }
  return spec
}

/** A list shows models without text, too; every other command passes them over. */
function keepsEmpty({ command }: SelectOptions): boolean {
  return command === 'list'
}

function isEmpty(node: Node): boolean {
  return 'rawCode' in node && node.kind !== 'monitor' && node.rawCode.trim() === ''
}

/** The same criterion may be looked at twice (a selector used by two others): one report is enough. */
function dedupe(faults: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Map(faults.map((it) => [`${it.code} ${it.message} ${it.span?.start}`, it]))
  return [...seen.values()]
}
