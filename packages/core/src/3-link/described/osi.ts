import { diagnostic } from '@btn/diagnostics'
import type { ProjectFile } from '../../1-load/index.ts'
import { osiMetrics, osiModels, osiVersions, type OsiEntry } from '../../described/osi.ts'
import type { JsonObject, Metric, Model, NodeId, SemanticModel } from '../../types/index.ts'
import { isObject } from '../../types/json.ts'
import { createdAt, type Linking } from '../linking.ts'
import { report } from './definition.ts'

/** Semantic models and metrics of the documents below `osi-paths`. */
export function* linkOsi(linking: Linking): Iterable<SemanticModel | Metric> {
  for (const [file, text] of linking.parsed.osi) {
    const document = readDocument(linking, file, text)
    if (!document) continue
    for (const entry of osiModels(document)) {
      const model = findModel(linking, entry.source ?? '')
      if (model) yield toSemanticModel(file, entry, model)
      else {
        const problem = `"${entry.name}" is about ${entry.source ?? ''}, which no model makes`
        reportDocument(linking, file, problem, 'that does not match any dbt model in this project.')
      }
    }
    for (const entry of osiMetrics(document)) {
      if (entry.unknown !== undefined) {
        const params = { name: entry.name, expression: entry.unknown }
        report(linking, placeOf(file), diagnostic('osi-expression-not-supported', params))
      }
      yield toMetric(file, entry)
    }
  }
}

function placeOf({ file }: ProjectFile) {
  return { file, start: 0, end: 0 }
}

function reportDocument(linking: Linking, file: ProjectFile, problem: string, fact: string): void {
  report(linking, placeOf(file), diagnostic('osi-invalid', { problem, fact }))
}

function readDocument(linking: Linking, file: ProjectFile, text: string): JsonObject | undefined {
  const json = parseJson(text)
  if (!json) {
    reportDocument(linking, file, 'this is no JSON object', 'Failed to parse OSI file')
    return undefined
  }
  const version = json['version'] ?? '0.1.1'
  if (typeof version === 'string' && osiVersions.includes(version)) return json
  const problem = `its version is ${String(version)}; known are ${osiVersions.join(' and ')}`
  reportDocument(linking, file, problem, `uses unsupported version '${String(version)}'.`)
  return undefined
}

function parseJson(text: string): JsonObject | undefined {
  try {
    const json = JSON.parse(text)
    return isObject(json) ? json : undefined
  } catch {
    return undefined
  }
}

/** `database.schema.table`, or less of it, in any case. */
function findModel(linking: Linking, source: string): Model | undefined {
  const parts = source.toLowerCase().split('.')
  const [database, schema] = parts.length >= 3 ? parts : parts.length === 2 ? ['', ...parts] : []
  const alias = parts.slice(Math.min(parts.length - 1, 2)).join('.')
  for (const node of linking.nodes) {
    if (node.kind !== 'model' || node.config['enabled'] === false) continue
    if (node.alias.toLowerCase() !== alias || node.schema.toLowerCase() !== (schema ?? '')) continue
    if (node.database.toLowerCase() === (database ?? '')) return node
  }
  return undefined
}

function baseOf(file: ProjectFile, kind: 'semantic_model' | 'metric', entry: OsiEntry) {
  const { packageName, originalPath } = file
  return {
    ...{ name: entry.name, packageName, path: originalPath, originalPath, file: file.file },
    id: `${kind}.${packageName}.${entry.name}` as NodeId,
    fqn: [packageName, entry.name],
    ...{ description: entry.description, docBlocks: [] },
    config: { enabled: true, group: null, meta: {} },
    ...{ unrenderedConfig: {}, tags: [], meta: {}, createdAt: createdAt(file) },
    ...{ definition: entry.definition, refs: [], sources: [], metrics: [] },
    dependsOn: { nodes: [], macros: [] },
    place: placeOf(file),
  }
}

function toSemanticModel(file: ProjectFile, entry: OsiEntry, { name }: Model): SemanticModel {
  const base = baseOf(file, 'semantic_model', entry)
  return {
    ...base,
    kind: 'semantic_model',
    definition: { ...entry.definition, model: `ref('${name}')` },
    refs: [{ name, place: base.place }],
  }
}

function toMetric(file: ProjectFile, entry: OsiEntry): Metric {
  return { ...baseOf(file, 'metric', entry), kind: 'metric' }
}
