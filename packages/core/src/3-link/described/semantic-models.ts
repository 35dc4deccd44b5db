import { diagnostic } from '@btn/diagnostics'
import type { ProjectFile } from '../../1-load/index.ts'
import type { DescribedPatch, NodePatch } from '../../2-parse/properties/index.ts'
import {
  semanticConfig,
  semanticName,
  toSemanticEntry,
  type MeaningfulColumn,
} from '../../described/model-semantics.ts'
import { objects, textOr } from '../../described/parts.ts'
import { metricsOfMeasures, toSemanticDefinition } from '../../described/semantic-model.ts'
import type { Lookup } from '../../context/lookup.ts'
import type { Json, JsonObject, Metric, Model, RefCall, SemanticModel } from '../../types/index.ts'
import { isObject } from '../../types/json.ts'
import { readMention } from '../../names/read-reference.ts'
import type { Linking } from '../linking.ts'
import { baseOf, complainOf, configOf, report, type Definition } from './definition.ts'
import { makeMetric } from './metrics.ts'

/** What a model means, and the metrics that its measures stand for. */
export function makeSemanticModel(
  definition: Definition,
): readonly [SemanticModel, ...(readonly Metric[])] {
  const { entry, config: patch, name } = definition.patch
  const { config, unrendered } = configOf(definition, 'semantic_model', { name, config: patch })
  const meta = isObject(config['meta']) ? config['meta'] : {}
  const base = baseOf(definition, 'semantic_model', {
    name,
    config,
    unrendered,
    definition: toSemanticDefinition(entry, readingOf(definition, meta)),
  })
  const made = metricsOfMeasures(entry).map((metric) =>
    makeMetric({ ...definition, patch: patchOf(definition.patch, metric, { ...config, meta }) }),
  )
  return [{ ...base, kind: 'semantic_model', refs: readModel(definition) }, ...made]
}

function readingOf(definition: Definition, meta: JsonObject) {
  const { linking, file, patch } = definition
  const describe = (text: string) =>
    linking.descriptions.render({ text, place: patch.place }, file.packageName).text
  return { meta, describe, complain: complainOf(definition, 'semantic_model') }
}

function readModel({ linking, patch }: Definition): readonly RefCall[] {
  const text = textOr(patch.entry['model'], '') ?? ''
  const call = readMention(text)
  if (call?.kind === 'ref') return [{ ...call, place: patch.place }]
  report(linking, patch.namePlace, diagnostic('semantic-model-ref', { name: patch.name, text }))
  return []
}

/** An entry that stands inside another one. */
function patchOf(
  outer: Pick<DescribedPatch, 'namePlace' | 'place'>,
  entry: JsonObject,
  config: JsonObject,
): DescribedPatch {
  const { enabled, meta } = config
  const given = { ...(meta !== undefined && { meta }), ...(enabled !== undefined && { enabled }) }
  const description = textOr(entry['description'])
  return {
    key: 'metrics',
    name: String(entry['name']),
    description: description === null ? undefined : { text: description, place: outer.place },
    config: { rendered: given, unrendered: given, places: {} },
    entry,
    namePlace: outer.namePlace,
    place: outer.place,
  }
}

/** The newer form: semantic model and metrics stand in the entry of the model itself. */
export function makeOfModel(
  linking: Linking,
  file: ProjectFile,
  { patch, lookup }: { readonly patch: NodePatch; readonly lookup: Lookup },
): readonly (SemanticModel | Metric)[] {
  const { semantic_model: own, metrics, agg_time_dimension: time } = patch.extra
  const model = lookup.findRef(file.packageName, patch.name, file.packageName, undefined)
  if (!model || model === 'disabled' || model.kind !== 'model') return []
  const inner = (entry: JsonObject, config: JsonObject): Definition => ({
    linking,
    file,
    patch: patchOf(patch, entry, config),
  })
  const name = semanticName(patch.name, own)
  const made: (SemanticModel | Metric)[] = []
  if (isWanted(own)) {
    const entry = toSemanticEntry({ ...model, extra: patch.extra }, columnsOf(model))
    const definition = inner({ ...entry, name }, {})
    const config = semanticConfig(own)
    const configPatch = { rendered: config, unrendered: config, places: {} }
    const [semantic] = makeSemanticModel({
      ...definition,
      patch: { ...definition.patch, config: configPatch },
    })
    // Without a description the older form has none; this one has the model's, empty or not.
    const { description } = model
    made.push({ ...semantic, definition: { ...semantic.definition, description } })
  }
  for (const entry of objects(metrics)) {
    const isSimple = (entry['type'] ?? 'simple') === 'simple'
    const home = { semanticModel: name, timeDimension: textOr(time) }
    const config = isObject(entry['config']) ? entry['config'] : {}
    made.push(makeMetric(inner(entry, config), isSimple ? home : undefined))
  }
  return made
}

function isWanted(own: Json | undefined): boolean {
  if (isObject(own)) return own['enabled'] !== false
  return own !== undefined && own !== null && own !== false
}

function columnsOf(model: Model): readonly MeaningfulColumn[] {
  return [...model.columns.values()].map(({ name, description, config, extra }) => ({
    name,
    description,
    meta: isObject(config['meta']) ? config['meta'] : {},
    ...extra,
  }))
}
