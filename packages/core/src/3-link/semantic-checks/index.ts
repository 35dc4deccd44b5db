import { diagnostic, hasErrors, type Diagnostic } from '@btn/diagnostics'
import { toSemanticManifest } from '../../artifact/index.ts'
import { grains } from '../../described/enumerations.ts'
import { findLeftOut } from '../../described/to-osi/index.ts'
import type { Node, NodeId, Place } from '../../types/index.ts'
import type { Linking } from '../linking.ts'
import { placeOf } from '../mistakes.ts'
import { conversionRule } from './rules/conversion.ts'
import { cumulativeRule } from './rules/cumulative.ts'
import { derivedRule } from './rules/derived.ts'
import { elementsRule } from './rules/elements.ts'
import { filtersRule } from './rules/filters.ts'
import { inputsRule } from './rules/inputs.ts'
import { keywordsRule } from './rules/keywords.ts'
import { labelsRule } from './rules/labels.ts'
import { measuresRule } from './rules/measures.ts'
import { modelsRule } from './rules/models.ts'
import { namesRule } from './rules/names.ts'
import { queriesRule } from './rules/queries.ts'
import { spinesRule } from './rules/spines.ts'
import { has, viewOf, type Issue, type Rule, type SemanticView } from './view.ts'

/** The rules of MetricFlow that dbt holds a project against, a file for what belongs together. */
const rules: readonly Rule[] = [
  ...[measuresRule, derivedRule, modelsRule, elementsRule, inputsRule, cumulativeRule],
  ...[namesRule, keywordsRule, filtersRule, queriesRule, labelsRule, conversionRule, spinesRule],
]

/** Holds the semantic layer against MetricFlow's rules. Without metrics, or without semantic models, dbt asks for a time spine only. */
export function checkSemantics(linking: Linking, nodes: ReadonlyMap<NodeId, Node>): void {
  const isThere = (kind: Node['kind']): boolean => {
    for (const node of nodes.values()) if (node.kind === kind) return true
    return false
  }
  // What is wrong already would be told twice.
  if (!isThere('semantic_model') || hasErrors(linking.diagnostics)) return
  const view = viewOf(nodes.values())
  const legacy = [...nodes.values()].find(isLegacySpine)
  if (!hasSpine(view, legacy))
    return report(linking, diagnostic('time-spine-missing', {}), view.models[0]?.node)
  if (view.metrics.length > 0) {
    for (const rule of rules) for (const issue of rule(view)) reportIssue(linking, issue)
    warnOfOldForms(linking, view, legacy)
  }
  if (!hasErrors(linking.diagnostics)) warnOfLosses(linking, nodes)
}

/** A model of this name is the time spine of projects that describe none. */
function isLegacySpine(node: Node): boolean {
  return node.kind === 'model' && node.name === 'metricflow_time_spine'
}

function hasSpine({ spines }: SemanticView, legacy: Node | undefined): boolean {
  const day = grains.indexOf('day')
  return legacy !== undefined || spines.some(({ grain }) => grains.indexOf(grain) <= day)
}

function reportIssue(linking: Linking, { level, problem, node }: Issue): void {
  const params = { kind: node?.kind ?? 'semantic_model', name: node?.name ?? '', problem }
  if (level === 'error') report(linking, diagnostic('semantic-wrong', params), node)
  else if (level === 'warning') report(linking, diagnostic('semantic-doubtful', params), node)
  else report(linking, diagnostic('time-dimension-without-granularity', params), node)
}

/** dbt tells what its exchange document cannot say, each time that it writes one. */
function warnOfLosses(linking: Linking, nodes: ReadonlyMap<NodeId, Node>): void {
  const metrics = [...nodes.values()].filter((it) => it.kind === 'metric')
  for (const { name, why } of findLeftOut(toSemanticManifest({ nodes }))) {
    const metric = metrics.find((it) => it.name === name)
    report(linking, diagnostic('osi-left-out', { name, why }), metric)
  }
}

function warnOfOldForms(
  linking: Linking,
  { metrics, spines }: SemanticView,
  legacy: Node | undefined,
): void {
  const { flags } = linking.project
  const old = metrics.filter(({ params }) => has(params['window']) || has(params['grain_to_date']))
  const [first] = old
  if (first) {
    const params = { names: old.map(({ name }) => name) }
    const item = flags.require_nested_cumulative_type_params
      ? diagnostic('cumulative-params-refused', params)
      : diagnostic('cumulative-params-old', params)
    report(linking, item, first.node)
  }
  const isUndescribed = legacy?.kind === 'model' && !legacy.timeSpine
  if (flags.require_yaml_configuration_for_mf_time_spines || !isUndescribed) return
  if (!spines.some(({ grain }) => grain === 'day'))
    report(linking, diagnostic('time-spine-undescribed', {}), legacy)
}

function report(linking: Linking, item: Diagnostic, node: Node | undefined): void {
  const place: Place | undefined = node && placeOf(node)
  linking.diagnostics.push(place ? { ...item, span: linking.project.sources.spanOf(place) } : item)
}
