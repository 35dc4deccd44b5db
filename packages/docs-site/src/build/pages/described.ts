import type {
  ExposurePage,
  JsonObject,
  MetricPage,
  SavedQueryPage,
  SemanticModelPage,
  SemanticPart,
} from '../../data/index.ts'
import type { Entry } from '../../read/entries.ts'
import { objectAt, objectsAt, settled, textAt, tidy, tidyDeep } from '../../read/json.ts'
import type { Reading } from '../../read/reading.ts'
import { htmlAt, toNodeBase } from './base.ts'

export function toExposurePage(entry: Entry, reading: Reading): ExposurePage {
  const { json } = entry
  const url = textAt(json, 'url')
  return settled<ExposurePage>({
    kind: 'exposure',
    ...toNodeBase(entry, reading),
    label: textAt(json, 'label'),
    type: textAt(json, 'type') ?? 'application',
    maturity: textAt(json, 'maturity'),
    url: url !== undefined && /^(https?|mailto):/i.test(url) ? url : undefined,
  })
}

/** Keys of a metric that its page shows elsewhere, or that only dbt needs. */
const notOfMetric = new Set([
  ...['name', 'resource_type', 'package_name', 'path', 'original_file_path', 'unique_id', 'fqn'],
  ...['description', 'label', 'type', 'meta', 'tags', 'config', 'unrendered_config', 'sources'],
  ...['depends_on', 'refs', 'metrics', 'created_at', 'group', 'metadata', 'owner', 'doc_blocks'],
])

export function toMetricPage(entry: Entry, reading: Reading): MetricPage {
  const { json } = entry
  return settled<MetricPage>({
    kind: 'metric',
    ...toNodeBase(entry, reading),
    label: textAt(json, 'label'),
    type: textAt(json, 'type') ?? textAt(json, 'calculation_method') ?? 'simple',
    definition: tidyDeep(tidy(json, notOfMetric)),
  })
}

export function toSavedQueryPage(entry: Entry, reading: Reading): SavedQueryPage {
  const { json } = entry
  return settled<SavedQueryPage>({
    kind: 'saved_query',
    ...toNodeBase(entry, reading),
    label: textAt(json, 'label'),
    definition: tidyDeep({ ...objectAt(json, 'query_params'), exports: json['exports'] ?? [] }),
  })
}

export function toSemanticModelPage(entry: Entry, reading: Reading): SemanticModelPage {
  const { json } = entry
  const parts = (key: string): readonly SemanticPart[] =>
    objectsAt(json, key).map((it) => toPart(it, reading))
  const [model] = reading.edges.parents.get(entry.id) ?? []
  return settled<SemanticModelPage>({
    kind: 'semantic_model',
    ...toNodeBase(entry, reading),
    label: textAt(json, 'label'),
    model: model === undefined ? undefined : reading.linkOf(model),
    entities: parts('entities'),
    dimensions: parts('dimensions'),
    measures: parts('measures'),
  })
}

function toPart(json: JsonObject, reading: Reading): SemanticPart {
  return settled<SemanticPart>({
    name: textAt(json, 'name') ?? '',
    type: textAt(json, 'type') ?? textAt(json, 'agg') ?? '',
    expression: textAt(json, 'expr'),
    label: textAt(json, 'label'),
    description: htmlAt(json, 'description', reading),
  })
}
